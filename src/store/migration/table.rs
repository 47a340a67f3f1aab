//! Words that the migrations share: keys, references and indexes as every table has them.

use sea_orm_migration::prelude::*;

/// A table with the primary key `id`.
pub(super) fn table(name: &'static str) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name).col(ColumnDef::new("id").uuid().not_null().primary_key());
    table
}

/// A table of a base's records: `id`, `base_id`, and `UNIQUE (base_id, id)` for composite references.
pub(super) fn table_of_base(name: &'static str) -> TableCreateStatement {
    let mut table = table(name);
    table
        .col(ColumnDef::new("base_id").uuid().not_null())
        .index(Index::create().unique().col("base_id").col("id"))
        .foreign_key(ForeignKey::create().from(name, "base_id").to("base", "id"));
    table
}

/// `(base_id, column)` refers to `(base_id, id)` of `target`: a record never points into another base.
pub(super) fn within_base(name: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.from_tbl(name).from_col("base_id").from_col(column).to_tbl(target).to_col("base_id").to_col("id");
    key
}

/// `column` refers to `id` of `target`.
pub(super) fn refers(name: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.from(name, column).to(target, "id");
    key
}

/// An index named after its table and columns.
pub(super) fn index(name: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("{name}_by_{}", columns.join("_"))).table(name);
    for column in columns {
        index.col(*column);
    }
    index
}

/// As [`index`], and no two rows may agree in it.
pub(super) fn unique(name: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut unique = index(name, columns);
    unique.unique();
    unique
}
