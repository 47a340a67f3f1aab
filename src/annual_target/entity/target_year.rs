use sea_orm::entity::prelude::*;

/// A base's targets of a year; made when somebody begins to write.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "target_year")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub year: String,
    pub state: String,
    /// A [`Draft`](super::super::Draft) as JSON.
    #[sea_orm(column_type = "Text")]
    pub draft: String,
    pub draft_version: i32,
    pub draft_saved_at: ChronoDateTimeUtc,
    pub draft_saved_by: String,
    /// How often it was submitted; the number of the newest version.
    pub versions: i32,
    /// The number of the version that stands approved.
    pub standing: Option<i32>,
    pub submitted_at: Option<ChronoDateTimeUtc>,
    pub submitted_by: Option<String>,
    pub decided_at: Option<ChronoDateTimeUtc>,
    pub decided_by: Option<String>,
    /// Why it was returned; empty otherwise.
    #[sea_orm(column_type = "Text")]
    pub returned_for: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
