use sea_orm::entity::prelude::*;

/// A visit to an organisation.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coaching_visit")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub organisation_id: Uuid,
    pub visited_on: Date,
    pub visitor: String,
    pub method: String,
    #[sea_orm(column_type = "Text")]
    pub looked_at: String,
    #[sea_orm(column_type = "Text")]
    pub agreed: String,
    #[sea_orm(column_type = "Text")]
    pub next_step: String,
    pub next_by: Option<Date>,
    pub entered_at: ChronoDateTimeUtc,
    pub entered_by: String,
    pub struck_at: Option<ChronoDateTimeUtc>,
    pub struck_by: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub struck_for: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
