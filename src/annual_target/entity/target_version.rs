use sea_orm::entity::prelude::*;

/// A year's targets as they were submitted once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "target_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub year_id: Uuid,
    /// From 1.
    pub number: i32,
    /// [`Target`](super::super::Target)s as JSON.
    #[sea_orm(column_type = "Text")]
    pub targets: String,
    /// Why what was approved was changed; empty for a first version.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    pub submitted_at: ChronoDateTimeUtc,
    pub submitted_by: String,
    /// Since when it stands; `None` before it does, and where nobody kept it.
    pub approved_at: Option<ChronoDateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
