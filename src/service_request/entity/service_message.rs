use sea_orm::entity::prelude::*;

/// What one side said to the other about a request.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub request_id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub said_at: ChronoDateTimeUtc,
    pub said_by: String,
    /// As what: the code of a role.
    pub said_as: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
