//! How an attachment is kept.

use sea_orm::entity::prelude::*;

/// A file and what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attachment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub owner: String,
    pub owner_id: Uuid,
    pub subject_id: Uuid,
    pub name: String,
    pub media_type: String,
    pub file_hash: String,
    pub size: i64,
    pub thumbnail_hash: Option<String>,
    pub width: Option<i32>,
    pub height: Option<i32>,
    pub added_by: String,
    pub added_at: ChronoDateTimeUtc,
    pub removed_at: Option<ChronoDateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
