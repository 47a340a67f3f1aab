use sea_orm::entity::prelude::*;

/// An excuse or an extension, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "filing_exception")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub subject_id: Uuid,
    pub filing: String,
    pub period: String,
    pub kind: String,
    pub due_at: Option<ChronoDateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// What shows it: a notice by its number, a paper by its name; empty where nothing does.
    #[sea_orm(column_type = "Text")]
    pub proof: String,
    pub given_by: String,
    pub given_by_id: Option<Uuid>,
    pub given_at: ChronoDateTimeUtc,
    pub revoked_at: Option<ChronoDateTimeUtc>,
    pub revoked_by: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub revoked_for: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
