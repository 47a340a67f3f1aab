//! Policies, resources and projects that the operator links to a service request.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, table_of_base, within_base};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let linked = table_of_base("service_link")
            .col(uuid("request_id"))
            .col(string("kind"))
            .col(string("title"))
            .col(text("detail"))
            .col(timestamp_with_time_zone("linked_at"))
            .col(string("linked_by"))
            .col(timestamp_with_time_zone_null("struck_at"))
            .col(string_null("struck_by"))
            .col(text("struck_for"))
            .foreign_key(&mut within_base("service_link", "request_id", "service_request"))
            .take();
        manager.create_table(linked).await?;
        manager.create_index(index("service_link", &["base_id", "request_id"])).await
    }
}
