//! Letters to the bureau, and what is said about them.

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
        let tables = [
            table_of_base("bureau_letter")
                .col(uuid("organisation_id"))
                .col(string("kind"))
                .col(text("words"))
                .col(string("state"))
                .col(timestamp_with_time_zone("sent_at"))
                .col(string("sent_by"))
                .col(timestamp_with_time_zone("since"))
                .col(integer("row_version"))
                .foreign_key(&mut within_base("bureau_letter", "organisation_id", "organisation"))
                .take(),
            table_of_base("bureau_message")
                .col(uuid("letter_id"))
                .col(text("words"))
                .col(timestamp_with_time_zone("said_at"))
                .col(string("said_by"))
                .col(string("said_for"))
                .col(boolean("closes"))
                .foreign_key(&mut within_base("bureau_message", "letter_id", "bureau_letter"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            index("bureau_letter", &["base_id", "state", "since"]),
            index("bureau_letter", &["base_id", "organisation_id", "sent_at"]),
            index("bureau_message", &["base_id", "letter_id", "said_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
