use sea_orm::entity::prelude::*;

/// What was received of a pledge on one day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "fund_payment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub fund_id: Uuid,
    /// In cents.
    pub received: i64,
    pub received_on: Date,
    #[sea_orm(column_type = "Text")]
    pub evidence: String,
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
