//! Versions of scorecards.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{table_of_base, unique};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = table_of_base("scorecard_version")
            .col(string("kind"))
            .col(integer("version"))
            .col(string("state"))
            .col(text("card"))
            .col(text("draft"))
            .col(text("reason"))
            .col(timestamp_with_time_zone("created_at"))
            .col(string("created_by"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(string("changed_by"))
            .col(timestamp_with_time_zone_null("published_at"))
            .col(string_null("published_by"))
            .col(integer("row_version"))
            .take();
        manager.create_table(table).await?;
        manager.create_index(unique("scorecard_version", &["base_id", "kind", "version"])).await
    }
}
