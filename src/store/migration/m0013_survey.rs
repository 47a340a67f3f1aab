//! Surveys by quarter, the sums of what each group answered, and their words.

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
            table_of_base("survey")
                .col(string("quarter"))
                .col(date("closes_on"))
                .col(timestamp_with_time_zone("opened_at"))
                .col(string("opened_by"))
                .col(timestamp_with_time_zone_null("closed_at"))
                .col(string_null("closed_by"))
                .col(integer("row_version"))
                .take(),
            table_of_base("survey_group")
                .col(uuid("survey_id"))
                .col(string("asked"))
                .col(string("token"))
                .col(integer("answers"))
                .col(text("tally"))
                .foreign_key(&mut within_base("survey_group", "survey_id", "survey"))
                .take(),
            // No time, no order, nothing of the one who wrote: what is not there cannot be looked up.
            table_of_base("survey_words")
                .col(uuid("group_id"))
                .col(text("words"))
                .foreign_key(&mut within_base("survey_words", "group_id", "survey_group"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            unique("survey", &["base_id", "quarter"]),
            unique("survey_group", &["token"]),
            unique("survey_group", &["base_id", "survey_id", "asked"]),
            index("survey_words", &["base_id", "group_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
