use sea_orm::entity::prelude::*;

/// The survey of a quarter.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "survey")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub quarter: String,
    /// The last day on which it can be answered.
    pub closes_on: Date,
    pub opened_at: ChronoDateTimeUtc,
    pub opened_by: String,
    /// Where the bureau ended it before its day.
    pub closed_at: Option<ChronoDateTimeUtc>,
    pub closed_by: Option<String>,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
