use sea_orm::entity::prelude::*;

/// Facts of a base in one week, over its organisations.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "week_count")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub week: String,
    pub receipts: i32,
    pub on_time: i32,
    /// Late filings that count a half.
    pub late: i32,
    /// Late filings that came after the quarter's cut-off.
    pub late_uncounted: i32,
    /// Of those on time, how many had nothing to report.
    pub nothing: i32,
    pub excused: i32,
    pub submitted: i32,
    pub accepted: i32,
    pub activities: i32,
    pub attendances: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
