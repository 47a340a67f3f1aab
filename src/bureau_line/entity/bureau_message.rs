use sea_orm::entity::prelude::*;

/// What was said after a letter, by either side.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bureau_message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub letter_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub said_at: ChronoDateTimeUtc,
    pub said_by: String,
    /// The code of [`By`](super::super::By).
    pub said_for: String,
    /// The result with which the bureau closed the letter.
    pub closes: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
