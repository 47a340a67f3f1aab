use sea_orm::entity::prelude::*;

/// An organisation of a base.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub name: String,
    pub initials: String,
    pub code: Option<String>,
    pub kind: String,
    pub standing: String,
    pub district: String,
    pub registrar: String,
    pub sponsor: String,
    pub legal_person: String,
    pub contact_name: String,
    pub contact_phone: String,
    pub address: String,
    pub founded_on: Option<Date>,
    #[sea_orm(column_type = "Text")]
    pub scope: String,
    pub grade: Option<String>,
    pub stage: String,
    pub mode: Option<String>,
    pub admitted_on: Option<Date>,
    pub left_on: Option<Date>,
    pub last_report_week: Option<String>,
    pub created_at: ChronoDateTimeUtc,
    pub updated_at: ChronoDateTimeUtc,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
