use sea_orm::entity::prelude::*;

/// A step of an incubation, proposed or confirmed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stage_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub organisation_id: Uuid,
    pub incubation_id: Uuid,
    pub seq: Option<i32>,
    pub action: Option<String>,
    pub from_stage: Option<String>,
    pub to_stage: String,
    pub effective_on: Date,
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    pub exit_review: Option<i32>,
    #[sea_orm(column_type = "Text")]
    pub project: String,
    pub state: String,
    pub proposed_at: ChronoDateTimeUtc,
    pub proposed_by: String,
    pub proposed_by_id: Option<Uuid>,
    pub decided_at: Option<ChronoDateTimeUtc>,
    pub decided_by: Option<String>,
    pub decided_by_id: Option<Uuid>,
    #[sea_orm(column_type = "Text")]
    pub decision_reason: String,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "crate::organisation::entity::organisation::Entity",
        from = "(Column::BaseId, Column::OrganisationId)",
        to = "(crate::organisation::entity::organisation::Column::BaseId, crate::organisation::entity::organisation::Column::Id)"
    )]
    Organisation,
}

impl Related<crate::organisation::entity::organisation::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Organisation.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
