use sea_orm::entity::prelude::*;

/// One digest for one person by one channel: what the log is made of, and what the person reads.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub account_id: Uuid,
    pub channel: String,
    /// The day whose digest it is, or the asking by hand: no two agree in it.
    pub slot: String,
    /// The day in the base's zone.
    pub told_on: Date,
    /// [`Line`](super::super::Line)s as JSON.
    #[sea_orm(column_type = "Text")]
    pub lines: String,
    pub state: String,
    pub attempts: i32,
    /// `None` once it is at its end.
    pub next_attempt_at: Option<ChronoDateTimeUtc>,
    #[sea_orm(column_type = "Text")]
    pub last_error: String,
    pub made_at: ChronoDateTimeUtc,
    pub sent_at: Option<ChronoDateTimeUtc>,
    /// Of what the program shows.
    pub read_at: Option<ChronoDateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
