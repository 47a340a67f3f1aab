//! Service requests that came out of a follow-up visit.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::unique;

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let visit = uuid_null("follow_up_id");
        manager.alter_table(Table::alter().table("service_request").add_column(visit).take()).await?;
        // Of one visit one request; many have none.
        manager.create_index(unique("service_request", &["base_id", "follow_up_id"])).await
    }
}
