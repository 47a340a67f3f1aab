use sea_orm::entity::prelude::*;

/// What was filed, each time it was filed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "weekly_report_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub report_id: Uuid,
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub content: String,
    pub filed_at: ChronoDateTimeUtc,
    pub filed_by: String,
    pub on_behalf: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
