use sea_orm::entity::prelude::*;

/// Something that somebody did with a sheet.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "assessment_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub assessment_id: Uuid,
    pub kind: String,
    /// The part that it took in the sheet; whoever took it cannot take some others.
    pub part: Option<String>,
    pub at: ChronoDateTimeUtc,
    pub by_name: String,
    pub account_id: Option<Uuid>,
    pub role: String,
    /// A step before it was missed.
    pub skipped: bool,
    #[sea_orm(column_type = "Text")]
    pub words: String,
    /// What a recomputation changed, as JSON; empty of any other.
    #[sea_orm(column_type = "Text")]
    pub difference: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
