//! Annual targets, their versions, and the entries that count by word.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, table_of_base, unique, within_base};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            // One row per base and year. `standing` is the version that was approved.
            table_of_base("target_year")
                .col(string("year"))
                .col(string("state"))
                .col(text("draft"))
                .col(integer("draft_version"))
                .col(timestamp_with_time_zone("draft_saved_at"))
                .col(string("draft_saved_by"))
                .col(integer("versions"))
                .col(integer_null("standing"))
                .col(timestamp_with_time_zone_null("submitted_at"))
                .col(string_null("submitted_by"))
                .col(timestamp_with_time_zone_null("decided_at"))
                .col(string_null("decided_by"))
                .col(text("returned_for"))
                .col(integer("row_version"))
                .take(),
            table_of_base("target_version")
                .col(uuid("year_id"))
                .col(integer("number"))
                .col(text("targets"))
                .col(text("why"))
                .col(timestamp_with_time_zone("submitted_at"))
                .col(string("submitted_by"))
                .foreign_key(&mut within_base("target_version", "year_id", "target_year"))
                .take(),
            // A target lives in the versions of its year, so an entry names it by its code.
            table_of_base("target_entry")
                .col(string("year"))
                .col(string("target"))
                .col(date("on_day"))
                .col(big_integer("amount"))
                .col(text("what"))
                .col(text("evidence"))
                .col(string("state"))
                .col(timestamp_with_time_zone("entered_at"))
                .col(string("entered_by"))
                .col(timestamp_with_time_zone_null("decided_at"))
                .col(string_null("decided_by"))
                .col(text("refused_for"))
                .col(integer("row_version"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            unique("target_year", &["base_id", "year"]),
            unique("target_version", &["base_id", "year_id", "number"]),
            index("target_entry", &["base_id", "year", "target"]),
            index("target_entry", &["base_id", "state"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
