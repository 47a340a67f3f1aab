//! How an instruction is kept.

use sea_orm::entity::prelude::*;

/// An instruction (交办) of the bureau to the base.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "instruction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub owner: String,
    pub due_on: Date,
    pub state: String,
    pub given_by: String,
    pub given_at: ChronoDateTimeUtc,
    #[sea_orm(column_type = "Text")]
    pub answer: String,
    pub answered_at: Option<ChronoDateTimeUtc>,
    pub answered_by: Option<String>,
    pub closed_at: Option<ChronoDateTimeUtc>,
    pub closed_by: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub closing_words: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
