use sea_orm::entity::prelude::*;

/// The report of one subject for one week.
#[allow(clippy::struct_excessive_bools, reason = "a row has as many as it has")]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "weekly_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub subject_id: Uuid,
    pub of_base: bool,
    pub week: String,
    pub state: String,
    #[sea_orm(column_type = "Text")]
    pub draft: String,
    pub draft_saved_at: ChronoDateTimeUtc,
    pub draft_saved_by: String,
    pub draft_version: i32,
    pub nothing_to_report: bool,
    pub activities: i32,
    pub attendances: i32,
    pub help: Option<String>,
    pub versions: i32,
    pub receipt: Option<String>,
    pub due_at: Option<ChronoDateTimeUtc>,
    pub first_filed_at: Option<ChronoDateTimeUtc>,
    pub timeliness: Option<String>,
    pub late_minutes: i32,
    pub filed_at: Option<ChronoDateTimeUtc>,
    pub filed_by: Option<String>,
    pub on_behalf: bool,
    pub on_behalf_confirmed_at: Option<ChronoDateTimeUtc>,
    pub return_due_at: Option<ChronoDateTimeUtc>,
    pub reviewed_at: Option<ChronoDateTimeUtc>,
    pub reviewed_by: Option<String>,
    pub attachments: i32,
    pub on_device_at: Option<ChronoDateTimeUtc>,
    pub device_counts: bool,
    /// False where it was first filed, late, after the quarter's facts were cut off.
    pub counts: bool,
    /// [`Reworked`](crate::weekly_report::Reworked), oldest first, as JSON.
    #[sea_orm(column_type = "Text")]
    pub reworked: String,
    /// The [`Reopening`](crate::weekly_report::Reopening) that is open, as JSON.
    #[sea_orm(column_type = "Text", nullable)]
    pub reopening: Option<String>,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
