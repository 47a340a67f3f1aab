use sea_orm::entity::prelude::*;

/// What a person may do, and for whom.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account_id: Uuid,
    pub base_id: Uuid,
    pub organisation_id: Option<Uuid>,
    pub role: String,
    pub since: ChronoDateTimeUtc,
    pub ended_at: Option<ChronoDateTimeUtc>,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
