//! Tokens by which programs read.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, refers, table, unique};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tokens = table("api_token")
            .col(uuid("account_id"))
            .col(string("token_hash"))
            .col(string("name"))
            .col(text("areas"))
            .col(timestamp_with_time_zone("made_at"))
            .col(timestamp_with_time_zone("ends_at"))
            .col(timestamp_with_time_zone_null("used_at"))
            .col(timestamp_with_time_zone_null("revoked_at"))
            .foreign_key(&mut refers("api_token", "account_id", "account"))
            .take();
        manager.create_table(tokens).await?;
        for index in [unique("api_token", &["token_hash"]), index("api_token", &["account_id"])] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
