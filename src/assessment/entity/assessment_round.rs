use sea_orm::entity::prelude::*;

/// A quarter of a base that is assessed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment_round")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub quarter: String,
    pub opened_at: ChronoDateTimeUtc,
    pub opened_by: String,
    /// [`Timetable`](super::super::Timetable)s as JSON: of organisations, and of the base.
    #[sea_orm(column_type = "Text")]
    pub timetable: String,
    #[sea_orm(column_type = "Text")]
    pub base_timetable: String,
    /// When the facts of organisations were frozen, and those of the base.
    pub facts_at: Option<ChronoDateTimeUtc>,
    pub base_facts_at: Option<ChronoDateTimeUtc>,
    /// What the last sampling was drawn with; empty before the first.
    pub seed: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
