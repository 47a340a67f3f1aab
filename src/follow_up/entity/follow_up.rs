use sea_orm::entity::prelude::*;

/// What has been planned and found of one visit; the schedule itself is computed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub organisation_id: Uuid,
    pub incubation_id: Uuid,
    /// The [`Age`](super::super::Age) that it belongs to; none of an extra visit.
    pub age: Option<String>,
    /// Of an extra visit: its [`Signal`](super::super::Signal), who saw it where, and by when somebody goes.
    pub signal: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub signal_note: String,
    pub raised_on: Option<Date>,
    pub raised_by: Option<String>,
    pub due_on: Option<Date>,
    pub state: String,
    pub assigned: Option<String>,
    pub planned_on: Option<Date>,
    /// How often somebody tried to reach it.
    pub attempts: i32,
    /// A [`Draft`](super::super::Draft) as JSON, and the number of its savings.
    #[sea_orm(column_type = "Text")]
    pub draft: String,
    pub draft_version: i32,
    pub draft_saved_at: ChronoDateTimeUtc,
    pub draft_saved_by: String,
    /// A [`Visit`](super::super::Visit) as JSON, once it is filed, and what lists show of it.
    #[sea_orm(column_type = "Text", nullable)]
    pub visit: Option<String>,
    pub visited_on: Option<Date>,
    pub method: Option<String>,
    pub outcome: Option<String>,
    pub filed_at: Option<ChronoDateTimeUtc>,
    pub filed_by: Option<String>,
    /// Why it was taken back; empty otherwise.
    #[sea_orm(column_type = "Text")]
    pub taken_back_for: String,
    /// The organisation's word on it, and its comment.
    pub answered_at: Option<ChronoDateTimeUtc>,
    pub answered_by: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub comment: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
