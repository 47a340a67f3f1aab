use sea_orm::entity::prelude::*;

/// What counts of a target by word of the operator.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "target_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub year: String,
    /// The target's code.
    pub target: String,
    pub on_day: Date,
    /// In the target's measure.
    pub amount: i64,
    #[sea_orm(column_type = "Text")]
    pub what: String,
    #[sea_orm(column_type = "Text")]
    pub evidence: String,
    pub state: String,
    pub entered_at: ChronoDateTimeUtc,
    pub entered_by: String,
    pub decided_at: Option<ChronoDateTimeUtc>,
    pub decided_by: Option<String>,
    /// Why it was refused; empty otherwise.
    #[sea_orm(column_type = "Text")]
    pub refused_for: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
