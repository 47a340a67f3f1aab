use sea_orm::entity::prelude::*;

/// One subject's sheet of a round.
#[allow(clippy::struct_excessive_bools, reason = "a row has as many as it has")]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub round_id: Uuid,
    pub quarter: String,
    /// An organisation's id, or the base's own.
    pub subject_id: Uuid,
    pub of_base: bool,
    /// As they were when the round was opened.
    pub subject_name: String,
    pub subject_code: Option<String>,
    pub kind: String,
    pub card_version: i32,
    /// The scorecard as it was then, with those of its indicators marked that are not for the subject, as JSON.
    #[sea_orm(column_type = "Text")]
    pub card: String,
    pub rated: bool,
    pub expected_weeks: i32,
    pub state: String,
    /// When it came into its present state.
    pub since: ChronoDateTimeUtc,
    /// Facts by indicator, as JSON: provisional until they are frozen.
    #[sea_orm(column_type = "Text")]
    pub facts: String,
    /// In hundredths.
    pub bonus: i32,
    #[sea_orm(column_type = "Text")]
    pub bonus_note: String,
    pub late_repairs: i32,
    pub veto: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub veto_note: String,
    /// As of the last write.
    pub total: Option<i32>,
    pub band: Option<String>,
    /// How far the parties lie apart, in hundredths.
    pub difference: i32,
    /// Drawn to be looked at closely.
    pub sampled: bool,
    pub published_at: Option<ChronoDateTimeUtc>,
    pub objections_until: Option<ChronoDateTimeUtc>,
    pub open_objections: i32,
    /// Of the base's sheet: whether and how the reference data were used.
    #[sea_orm(column_type = "Text")]
    pub reference_note: String,
    pub sealed_at: Option<ChronoDateTimeUtc>,
    /// SHA-256 of the canonical sheet; empty before the seal.
    pub seal: String,
    /// The canonical sheet as JSON; empty before the seal.
    #[sea_orm(column_type = "Text")]
    pub document: String,
    /// Above 1 after a correction.
    pub version: i32,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
