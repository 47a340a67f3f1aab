use sea_orm::entity::prelude::*;

/// A workbook that somebody has asked for.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "workbook_job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub base_id: Uuid,
    pub quarter: String,
    /// The tag of the language that it is written in.
    pub language: String,
    pub account_id: Uuid,
    pub asked_by: String,
    /// The code of the role by which it is read.
    pub asked_as: String,
    pub asked_at: ChronoDateTimeUtc,
    pub state: String,
    /// Records that have been read, of how many; both are the number of rows once it is done.
    pub rows_done: i64,
    pub rows_all: i64,
    /// Of the file, in bytes; 0 until it is done.
    pub size: i64,
    /// Done, cancelled or failed.
    pub finished_at: Option<ChronoDateTimeUtc>,
    /// Why it failed.
    pub failure: Option<String>,
    /// Who makes it, and until when nobody else takes it up.
    pub lease_by: Option<String>,
    pub lease_until: Option<ChronoDateTimeUtc>,
    /// How often somebody has taken it up.
    pub takes: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
