use sea_orm::entity::prelude::*;

/// How often organisations of a standing and mode report, from a week on.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reporting_cadence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub standing: String,
    /// Empty for organisations without a mode.
    pub mode: String,
    pub from_week: String,
    pub cadence: String,
    pub set_by: String,
    pub set_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
