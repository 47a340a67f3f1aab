use sea_orm::entity::prelude::*;

/// One subject's plan of a month; made when somebody begins to write.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "monthly_plan")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    /// An organisation, or the base itself (`of_base`).
    pub subject_id: Uuid,
    pub of_base: bool,
    pub month: String,
    pub state: String,
    /// A [`Draft`](super::super::Draft) as JSON.
    #[sea_orm(column_type = "Text")]
    pub draft: String,
    pub draft_version: i32,
    pub draft_saved_at: ChronoDateTimeUtc,
    pub draft_saved_by: String,
    /// How often it was submitted; the number of the newest version.
    pub versions: i32,
    /// The number of the version that stands approved.
    pub standing: Option<i32>,
    /// The deadline as it stood at the first submission.
    pub due_at: Option<ChronoDateTimeUtc>,
    pub first_submitted_at: Option<ChronoDateTimeUtc>,
    /// [`Reworked`](crate::weekly_report::Reworked) as JSON, oldest first.
    #[sea_orm(column_type = "Text")]
    pub reworked: String,
    pub submitted_at: Option<ChronoDateTimeUtc>,
    pub submitted_by: Option<String>,
    /// The operator submitted the newest version on the organisation's behalf (代填).
    pub on_behalf: bool,
    pub on_behalf_confirmed_at: Option<ChronoDateTimeUtc>,
    /// Not decided on by then, it counts as approved.
    pub decide_by: Option<ChronoDateTimeUtc>,
    pub decided_at: Option<ChronoDateTimeUtc>,
    pub decided_by: Option<String>,
    /// Why it was returned; empty otherwise.
    #[sea_orm(column_type = "Text")]
    pub returned_for: String,
    /// The month's result, [`ItemResult`](super::super::ItemResult)s as JSON, once it is closed.
    #[sea_orm(column_type = "Text", nullable)]
    pub result: Option<String>,
    pub closed_at: Option<ChronoDateTimeUtc>,
    pub closed_by: Option<String>,
    /// Items that count, and for each of them the month's rate in hundredths of a percent, once it is closed.
    pub items: i32,
    pub points: i64,
    /// Items that are to be dropped and wait for the approver's word.
    pub releases_asked: i32,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
