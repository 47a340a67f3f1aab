//! What a recomputation of a sheet changed, beside its step of the history.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let difference = text("difference").default("").take();
        manager.alter_table(Table::alter().table("assessment_step").add_column(difference).take()).await
    }
}
