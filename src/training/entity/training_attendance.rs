use sea_orm::entity::prelude::*;

/// Somebody who came to a session, once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "training_attendance")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub training_id: Uuid,
    /// Of the base; `outside` is set otherwise.
    pub organisation_id: Option<Uuid>,
    pub outside: Option<String>,
    pub person: String,
    /// The last four digits, or nothing.
    pub phone: String,
    /// They signed in themselves, on the spot.
    pub by_link: bool,
    pub entered_at: ChronoDateTimeUtc,
    pub entered_by: String,
    /// Why they were entered after the day; empty on it.
    #[sea_orm(column_type = "Text")]
    pub entered_for: String,
    pub struck_at: Option<ChronoDateTimeUtc>,
    pub struck_by: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub struck_for: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
