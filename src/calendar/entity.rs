//! How a year of the calendar is kept.

use sea_orm::entity::prelude::*;

/// One year of the statutory calendar, as an admin added or corrected it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_year")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub year: i32,
    pub source: String,
    #[sea_orm(column_type = "Text")]
    pub days: String,
    pub updated_at: ChronoDateTimeUtc,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
