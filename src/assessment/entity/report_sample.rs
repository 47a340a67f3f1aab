use sea_orm::entity::prelude::*;

/// The weekly reports of a quarter that the bureau has drawn.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_sample")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub quarter: String,
    /// What they were drawn with.
    pub seed: String,
    /// How many had been filed by then.
    pub among: i32,
    pub drawn_at: ChronoDateTimeUtc,
    pub drawn_by: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
