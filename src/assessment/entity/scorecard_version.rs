use sea_orm::entity::prelude::*;

/// One version of a base's scorecard of one kind. Without any, the card that the program ships is in force.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "scorecard_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub kind: String,
    /// From 1, which is what the program shipped.
    pub version: i32,
    pub state: String,
    /// A [`Scorecard`](super::super::Scorecard) as JSON, which never changes; empty while it is a draft.
    #[sea_orm(column_type = "Text")]
    pub card: String,
    /// A [`CardText`](super::super::CardText) as JSON; empty once it is published.
    #[sea_orm(column_type = "Text")]
    pub draft: String,
    /// Why it was published; empty for a draft and for version 1.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub created_at: ChronoDateTimeUtc,
    pub created_by: String,
    pub changed_at: ChronoDateTimeUtc,
    pub changed_by: String,
    pub published_at: Option<ChronoDateTimeUtc>,
    pub published_by: Option<String>,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
