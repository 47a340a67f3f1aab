//! Faults that have to be repaired.

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
        let table = table_of_base("rectification")
            .col(uuid("subject_id"))
            .col(boolean("of_base"))
            .col(string("given_as"))
            .col(string("source"))
            .col(uuid_null("report_id"))
            .col(text("words"))
            .col(string("owner"))
            .col(date("due_on"))
            .col(string("state"))
            .col(string("given_by"))
            .col(timestamp_with_time_zone("given_at"))
            .col(text("repair"))
            .col(date_null("reported_on"))
            .col(timestamp_with_time_zone_null("reported_at"))
            .col(string_null("reported_by"))
            .col(text("sent_back_for"))
            .col(text("remark"))
            .col(timestamp_with_time_zone_null("closed_at"))
            .col(string_null("closed_by"))
            .col(timestamp_with_time_zone("since"))
            .col(integer("row_version"))
            .foreign_key(&mut within_base("rectification", "report_id", "weekly_report"))
            .take();
        manager.create_table(table).await?;
        for index in [
            index("rectification", &["base_id", "state", "due_on"]),
            index("rectification", &["base_id", "subject_id", "state"]),
            index("rectification", &["base_id", "due_on"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
