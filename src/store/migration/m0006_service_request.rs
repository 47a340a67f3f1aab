//! Service requests, and what is said about them.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, table_of_base, unique, within_base};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            table_of_base("service_request")
                .col(uuid("organisation_id"))
                .col(uuid_null("report_id"))
                .col(string("kind"))
                .col(text("words"))
                .col(string("state"))
                .col(timestamp_with_time_zone("asked_at"))
                .col(string("asked_by"))
                .col(boolean("on_behalf"))
                .col(string("owner"))
                .col(date_null("due_on"))
                .col(date_null("done_on"))
                .col(string_null("done_by"))
                .col(text("result"))
                .col(integer_null("rating"))
                .col(text("rating_words"))
                .col(boolean("reopened"))
                .col(timestamp_with_time_zone("since"))
                .col(integer("row_version"))
                .foreign_key(&mut within_base("service_request", "organisation_id", "organisation"))
                .foreign_key(&mut within_base("service_request", "report_id", "weekly_report"))
                .take(),
            table_of_base("service_message")
                .col(uuid("request_id"))
                .col(text("words"))
                .col(timestamp_with_time_zone("said_at"))
                .col(string("said_by"))
                .col(string("said_as"))
                .foreign_key(&mut within_base("service_message", "request_id", "service_request"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            // Of one report one request; many have none.
            unique("service_request", &["base_id", "report_id"]),
            index("service_request", &["base_id", "state", "due_on"]),
            index("service_request", &["base_id", "organisation_id", "asked_at"]),
            index("service_message", &["base_id", "request_id", "said_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
