use sea_orm::entity::prelude::*;

/// An excuse or an extension that is asked for, and what was decided.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "exception_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    /// An organisation, or the base itself (`of_base`).
    pub subject_id: Uuid,
    pub of_base: bool,
    pub filing: String,
    pub period: String,
    /// Until when, where it is an extension.
    pub until: Option<ChronoDateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    #[sea_orm(column_type = "Text")]
    pub proof: String,
    pub state: String,
    pub asked_by: String,
    pub asked_at: ChronoDateTimeUtc,
    pub decided_by: Option<String>,
    pub decided_at: Option<ChronoDateTimeUtc>,
    /// Why it was declined; empty otherwise.
    #[sea_orm(column_type = "Text")]
    pub decided_for: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
