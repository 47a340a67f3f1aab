use sea_orm::entity::prelude::*;

/// A group that is asked: its link, and the sums of what it answered.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "survey_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub survey_id: Uuid,
    /// The code of a [`Group`](super::super::Group).
    pub asked: String,
    /// The secret of its link, which the bureau reads again whenever it sends the link.
    pub token: String,
    pub answers: i32,
    /// A [`Tally`](super::super::Tally) as JSON.
    #[sea_orm(column_type = "Text")]
    pub tally: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
