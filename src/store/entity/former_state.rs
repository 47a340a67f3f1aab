use sea_orm::entity::prelude::*;

/// What counted of a record until it was changed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "former_state")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    /// What records of the kind are called.
    pub kind: String,
    pub record_id: Uuid,
    /// When it was changed.
    pub until: ChronoDateTimeUtc,
    /// As JSON.
    #[sea_orm(column_type = "Text")]
    pub was: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
