use sea_orm::entity::prelude::*;

/// A policy, a resource or a project that was linked to a request.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub request_id: Uuid,
    pub kind: String,
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub detail: String,
    pub linked_at: ChronoDateTimeUtc,
    pub linked_by: String,
    pub struck_at: Option<ChronoDateTimeUtc>,
    pub struck_by: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub struck_for: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
