use sea_orm::entity::prelude::*;

/// One attempt to reach an organisation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub follow_up_id: Uuid,
    pub organisation_id: Uuid,
    pub on_day: Date,
    pub means: String,
    pub reached: String,
    #[sea_orm(column_type = "Text")]
    pub note: String,
    pub made_by: String,
    pub recorded_at: ChronoDateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
