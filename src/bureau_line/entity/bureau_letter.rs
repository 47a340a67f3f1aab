use sea_orm::entity::prelude::*;

/// A letter of an organisation to the bureau.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "bureau_letter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub organisation_id: Uuid,
    pub kind: String,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    pub state: String,
    pub sent_at: ChronoDateTimeUtc,
    pub sent_by: String,
    /// When it came into its present state: since when it waits for the bureau, while it does.
    pub since: ChronoDateTimeUtc,
    pub row_version: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
