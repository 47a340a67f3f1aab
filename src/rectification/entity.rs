//! How a rectification is kept.

use sea_orm::entity::prelude::*;

/// A fault, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rectification")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    /// An organisation's id, or the base's own.
    pub subject_id: Uuid,
    pub of_base: bool,
    /// The code of the party that gave it.
    pub given_as: String,
    pub source: String,
    /// The subject's weekly report that it was found in.
    pub report_id: Option<Uuid>,
    /// The quarter of the subject's sheet that it was found in.
    pub quarter: Option<String>,
    /// The organisation's follow-up visit that it was found in.
    pub follow_up_id: Option<Uuid>,
    /// The coaching visit to the organisation that it was found in.
    pub coaching_visit_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub owner: String,
    pub due_on: Date,
    /// Where it was given more time: the day that it had at first.
    pub first_due_on: Option<Date>,
    /// Why it was given more time, the last time.
    #[sea_orm(column_type = "Text")]
    pub extended_for: String,
    pub extended_at: Option<ChronoDateTimeUtc>,
    pub extended_by: Option<String>,
    pub state: String,
    pub given_by: String,
    pub given_at: ChronoDateTimeUtc,
    /// What was repaired, as it was said last.
    #[sea_orm(column_type = "Text")]
    pub repair: String,
    /// The day in the base's zone.
    pub reported_on: Option<Date>,
    pub reported_at: Option<ChronoDateTimeUtc>,
    pub reported_by: Option<String>,
    /// Why it was sent back, until it is reported again.
    #[sea_orm(column_type = "Text")]
    pub sent_back_for: String,
    #[sea_orm(column_type = "Text")]
    pub remark: String,
    pub closed_at: Option<ChronoDateTimeUtc>,
    pub closed_by: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub withdrawn_for: String,
    pub withdrawn_at: Option<ChronoDateTimeUtc>,
    pub withdrawn_by: Option<String>,
    /// When it came into its present state.
    pub since: ChronoDateTimeUtc,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
