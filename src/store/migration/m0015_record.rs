//! Where a rectification was found: beside weekly reports, in a sheet or a follow-up visit. Plans that the operator
//! submitted on an organisation's behalf. What shows why an exception was given, and exceptions that are asked for.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, table_of_base};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            ("rectification", string_null("quarter")),
            ("rectification", uuid_null("follow_up_id")),
            ("monthly_plan", boolean("on_behalf").default(false).take()),
            ("monthly_plan", timestamp_with_time_zone_null("on_behalf_confirmed_at")),
            ("monthly_plan_version", text("source").default("").take()),
            ("filing_exception", text("proof").default("").take()),
        ];
        for (table, column) in columns {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        let asked = table_of_base("exception_request")
            .col(uuid("subject_id"))
            .col(boolean("of_base"))
            .col(string("filing"))
            .col(string("period"))
            .col(timestamp_with_time_zone_null("until"))
            .col(text("reason"))
            .col(text("proof"))
            .col(string("state"))
            .col(string("asked_by"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(string_null("decided_by"))
            .col(timestamp_with_time_zone_null("decided_at"))
            .col(text("decided_for"))
            .col(integer("row_version"))
            .take();
        manager.create_table(asked).await?;
        for index in [
            index("exception_request", &["base_id", "subject_id", "period"]),
            index("exception_request", &["base_id", "state", "asked_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
