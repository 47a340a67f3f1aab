//! Follow-ups of the hatched, and the attempts to reach them.

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
            // One row per hatching and age, made when somebody begins to plan or write, and one per extra visit, which
            // has no age. The schedule follows from the day of hatching and is not kept.
            table_of_base("follow_up")
                .col(uuid("organisation_id"))
                .col(uuid("incubation_id"))
                .col(string_null("age"))
                .col(string_null("signal"))
                .col(text("signal_note"))
                .col(date_null("raised_on"))
                .col(string_null("raised_by"))
                .col(date_null("due_on"))
                .col(string("state"))
                .col(string_null("assigned"))
                .col(date_null("planned_on"))
                .col(integer("attempts"))
                .col(text("draft"))
                .col(integer("draft_version"))
                .col(timestamp_with_time_zone("draft_saved_at"))
                .col(string("draft_saved_by"))
                .col(text_null("visit"))
                .col(date_null("visited_on"))
                .col(string_null("method"))
                .col(string_null("outcome"))
                .col(timestamp_with_time_zone_null("filed_at"))
                .col(string_null("filed_by"))
                .col(text("taken_back_for"))
                .col(timestamp_with_time_zone_null("answered_at"))
                .col(string_null("answered_by"))
                .col(text("comment"))
                .col(integer("row_version"))
                .foreign_key(&mut within_base("follow_up", "organisation_id", "organisation"))
                .foreign_key(&mut within_base("follow_up", "incubation_id", "incubation"))
                .take(),
            table_of_base("follow_up_attempt")
                .col(uuid("follow_up_id"))
                .col(uuid("organisation_id"))
                .col(date("on_day"))
                .col(string("means"))
                .col(string("reached"))
                .col(text("note"))
                .col(string("made_by"))
                .col(timestamp_with_time_zone("recorded_at"))
                .foreign_key(&mut within_base("follow_up_attempt", "follow_up_id", "follow_up"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            unique("follow_up", &["base_id", "incubation_id", "age"]),
            index("follow_up", &["base_id", "organisation_id"]),
            index("follow_up_attempt", &["base_id", "organisation_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
