//! What the requests to a group's robot are signed with.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let secret = string("robot_secret").default("").take();
        manager.alter_table(Table::alter().table("reminder_setting").add_column(secret).take()).await
    }
}
