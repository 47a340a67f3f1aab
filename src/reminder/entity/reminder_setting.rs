use sea_orm::entity::prelude::*;

/// How a person wants to be told; no row where they have settled nothing.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_setting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    pub mail: String,
    pub by_mail: bool,
    pub robot: String,
    /// What requests to the robot are signed with; empty for nothing. It is used at every message, so it is kept as it is,
    /// as the address is.
    pub robot_secret: String,
    pub by_robot: bool,
    /// Codes of [`Kind`](super::super::Kind)s as JSON.
    #[sea_orm(column_type = "Text")]
    pub opted_out: String,
    /// Such as `21:00:00`.
    pub quiet_from: String,
    pub quiet_until: String,
    pub changed_at: ChronoDateTimeUtc,
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Model").field("account_id", &self.account_id).finish_non_exhaustive()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
