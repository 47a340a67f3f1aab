use sea_orm::entity::prelude::*;

/// The [`Steps`](super::super::Steps) of a base's reminders, in working days; no row where it goes by the default.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_steps")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub before_due: i32,
    pub after_due: i32,
    pub to_operator: i32,
    pub to_bureau: i32,
    pub changed_at: ChronoDateTimeUtc,
    pub changed_by: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
