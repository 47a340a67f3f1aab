use sea_orm::entity::prelude::*;

/// What the parties gave on one line of a sheet. Points are in hundredths.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub assessment_id: Uuid,
    /// The indicator's.
    pub code: String,
    pub own: Option<i32>,
    #[sea_orm(column_type = "Text")]
    pub own_note: String,
    /// What shows it, in the subject's words.
    #[sea_orm(column_type = "Text")]
    pub evidence: String,
    pub operator: Option<i32>,
    #[sea_orm(column_type = "Text")]
    pub operator_note: String,
    pub bureau: Option<i32>,
    #[sea_orm(column_type = "Text")]
    pub bureau_note: String,
    /// Why the bureau sent the line back; empty where it did not, or where it has been scored again.
    #[sea_orm(column_type = "Text")]
    pub sent_back_for: String,
    /// Empty where there is none.
    #[sea_orm(column_type = "Text")]
    pub objection: String,
    pub objected_at: Option<ChronoDateTimeUtc>,
    pub objected_by: Option<String>,
    pub decide_by: Option<ChronoDateTimeUtc>,
    pub upheld: Option<i32>,
    /// Why an objection was upheld or rejected.
    #[sea_orm(column_type = "Text")]
    pub decision: String,
    pub decided_at: Option<ChronoDateTimeUtc>,
    pub decided_by: Option<String>,
    /// Corrected after the seal.
    pub corrected: Option<i32>,
    #[sea_orm(column_type = "Text")]
    pub corrected_note: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
