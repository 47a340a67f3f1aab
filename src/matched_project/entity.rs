use sea_orm::entity::prelude::*;

/// A project that was matched with a partner.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "matched_project")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub organisation_id: Uuid,
    pub name: String,
    pub partner: String,
    /// In cents.
    pub amount: i64,
    pub matched_on: Date,
    pub state: String,
    #[sea_orm(column_type = "Text")]
    pub words: String,
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
