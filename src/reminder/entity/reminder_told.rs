use sea_orm::entity::prelude::*;

/// One step of one thing, told to one person by one channel: it proves that it happens once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_told")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub delivery_id: Uuid,
    pub account_id: Uuid,
    pub channel: String,
    pub kind: String,
    pub subject_id: Uuid,
    pub record: String,
    pub step: String,
    pub counted_from: Date,
    pub told_on: Date,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
