use sea_orm::entity::prelude::*;

/// What a base does not remind of; no row where it reminds of everything.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    /// Codes of [`Kind`](super::super::Kind)s as JSON.
    #[sea_orm(column_type = "Text")]
    pub off: String,
    pub changed_at: ChronoDateTimeUtc,
    pub changed_by: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
