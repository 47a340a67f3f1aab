use sea_orm::entity::prelude::*;

/// What an organisation is asked about itself for one visit, and what it answered.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up_questionnaire")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub follow_up_id: Uuid,
    /// Whoever holds it can answer, and reads nothing.
    pub token: String,
    pub made_at: ChronoDateTimeUtc,
    pub made_by: String,
    /// The last day on which it can be answered.
    pub until: Date,
    pub answered_at: Option<ChronoDateTimeUtc>,
    pub answered_by: String,
    /// A [`Draft`](super::super::Draft) as JSON; empty before the answer.
    #[sea_orm(column_type = "Text")]
    pub answers: String,
    /// When the operator put them into the record.
    pub taken_at: Option<ChronoDateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
