use sea_orm::entity::prelude::*;

/// A plan as it was submitted once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "monthly_plan_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub plan_id: Uuid,
    /// From 1.
    pub number: i32,
    /// [`Item`](super::super::Item)s as JSON.
    #[sea_orm(column_type = "Text")]
    pub items: String,
    /// Why an approved plan was changed; empty for a first version.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    pub submitted_at: ChronoDateTimeUtc,
    pub submitted_by: String,
    /// Where the operator has the words from, where it submitted them on the organisation's behalf; empty otherwise.
    #[sea_orm(column_type = "Text")]
    pub source: String,
    /// Since when it stood, until a later version did: its approver's word, the end of the time for one, or, of a version
    /// that was made by carrying over, when it was made. `None` of what never stood, and of what stood before the version
    /// that did when the program began to keep it.
    pub approved_at: Option<ChronoDateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
