use sea_orm::entity::prelude::*;

/// Help that an organisation asked for.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub organisation_id: Uuid,
    /// The weekly report that it came out of; a report leads to one at the most.
    pub report_id: Option<Uuid>,
    /// The visit of a hatched organisation that it came out of; a visit leads to one at the most.
    pub follow_up_id: Option<Uuid>,
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub state: String,
    pub asked_at: ChronoDateTimeUtc,
    pub asked_by: String,
    /// The operator asked for it on the organisation's behalf.
    pub on_behalf: bool,
    /// 责任人; empty until it is accepted.
    pub owner: String,
    pub due_on: Option<Date>,
    pub done_on: Option<Date>,
    pub done_by: Option<String>,
    /// What came of it, or why it was declined; empty before.
    #[sea_orm(column_type = "Text")]
    pub result: String,
    /// 1 to 5.
    pub rating: Option<i32>,
    #[sea_orm(column_type = "Text")]
    pub rating_words: String,
    pub reopened: bool,
    /// When it came into its present state.
    pub since: ChronoDateTimeUtc,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
