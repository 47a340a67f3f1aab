use sea_orm::entity::prelude::*;

/// A session.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "training")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub title: String,
    pub topic: String,
    pub teacher: String,
    pub held_on: Date,
    /// Minutes after midnight in the base's zone.
    pub begins_at: i32,
    pub minutes: i32,
    pub place: String,
    #[sea_orm(column_type = "Text")]
    pub material: String,
    pub state: String,
    /// Why it was cancelled, or opened again; empty otherwise.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// The secret of the link by which people sign in. It opens the session on its day alone, so it is kept as it is:
    /// the operator shows it again and again.
    pub token: String,
    pub entered_at: ChronoDateTimeUtc,
    pub entered_by: String,
    pub row_version: i32,
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Model").field("id", &self.id).field("title", &self.title).finish_non_exhaustive()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
