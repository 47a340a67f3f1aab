use sea_orm::entity::prelude::*;

/// How a person wants to be told; no row where they have settled nothing.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_setting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    pub mail: String,
    pub by_mail: bool,
    pub robot: String,
    pub by_robot: bool,
    /// Codes of [`Kind`](super::super::Kind)s as JSON.
    #[sea_orm(column_type = "Text")]
    pub opted_out: String,
    /// Such as `21:00:00`.
    pub quiet_from: String,
    pub quiet_until: String,
    pub changed_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
