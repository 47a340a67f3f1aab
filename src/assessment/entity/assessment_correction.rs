use sea_orm::entity::prelude::*;

/// What is to be put right in a sealed sheet, and the version that it replaced.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment_correction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub assessment_id: Uuid,
    /// The version of the sheet that it is about.
    pub version: i32,
    pub state: String,
    /// What it puts in place, as JSON.
    #[sea_orm(column_type = "Text")]
    pub changes: String,
    /// What that changes, as JSON.
    #[sea_orm(column_type = "Text")]
    pub difference: String,
    /// The reason.
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub asked_at: ChronoDateTimeUtc,
    pub asked_by: String,
    pub asked_account: Option<Uuid>,
    pub answered_at: Option<ChronoDateTimeUtc>,
    pub answered_by: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub answer: String,
    /// Of the version that it replaced; empty until it is approved.
    pub before_sealed_at: Option<ChronoDateTimeUtc>,
    pub before_seal: String,
    #[sea_orm(column_type = "Text")]
    pub before_document: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
