use sea_orm::entity::prelude::*;

/// An activity of the newest filed version.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "activity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub report_id: Uuid,
    pub subject_id: Uuid,
    pub of_base: bool,
    pub held_on: Date,
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub what: String,
    pub place: String,
    pub attendances: i32,
    pub beneficiaries: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
