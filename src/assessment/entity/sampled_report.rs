use sea_orm::entity::prelude::*;

/// A weekly report that was drawn, and what was found of it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sampled_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub sample_id: Uuid,
    pub report_id: Uuid,
    /// An organisation's id, or the base's own.
    pub subject_id: Uuid,
    pub week: String,
    /// None until somebody has looked at it.
    pub finding: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub found_at: Option<ChronoDateTimeUtc>,
    pub found_by: Option<String>,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
