use sea_orm::entity::prelude::*;

/// One signed-in browser; the token is kept hashed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub token_hash: String,
    pub account_id: Uuid,
    pub created_at: ChronoDateTimeUtc,
    pub seen_at: ChronoDateTimeUtc,
    pub ends_at: ChronoDateTimeUtc,
    pub address: String,
    pub device: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
