//! Monthly plans, their versions, and the progress that weekly reports tell.

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
            // One row per subject and month, made when somebody begins to write. `standing` is the version
            // that was approved; `due_at` is set at the first submission and never changes after it.
            table_of_base("monthly_plan")
                .col(uuid("subject_id"))
                .col(boolean("of_base"))
                .col(string("month"))
                .col(string("state"))
                .col(text("draft"))
                .col(integer("draft_version"))
                .col(timestamp_with_time_zone("draft_saved_at"))
                .col(string("draft_saved_by"))
                .col(integer("versions"))
                .col(integer_null("standing"))
                .col(timestamp_with_time_zone_null("due_at"))
                .col(timestamp_with_time_zone_null("first_submitted_at"))
                .col(text("reworked"))
                .col(timestamp_with_time_zone_null("submitted_at"))
                .col(string_null("submitted_by"))
                .col(timestamp_with_time_zone_null("decide_by"))
                .col(timestamp_with_time_zone_null("decided_at"))
                .col(string_null("decided_by"))
                .col(text("returned_for"))
                .col(text_null("result"))
                .col(timestamp_with_time_zone_null("closed_at"))
                .col(string_null("closed_by"))
                .col(integer("items"))
                .col(big_integer("points"))
                .col(integer("releases_asked"))
                .col(integer("row_version"))
                .take(),
            table_of_base("monthly_plan_version")
                .col(uuid("plan_id"))
                .col(integer("number"))
                .col(text("items"))
                .col(text("why"))
                .col(timestamp_with_time_zone("submitted_at"))
                .col(string("submitted_by"))
                .foreign_key(&mut within_base("monthly_plan_version", "plan_id", "monthly_plan"))
                .take(),
            // What the newest filed version of a weekly report tells of an item; an item lives in the versions
            // of its plan.
            table_of_base("plan_progress")
                .col(uuid("report_id"))
                .col(uuid("subject_id"))
                .col(string("week"))
                .col(string("month"))
                .col(uuid("item_id"))
                .col(integer("quantity"))
                .foreign_key(&mut within_base("plan_progress", "report_id", "weekly_report"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            unique("monthly_plan", &["base_id", "subject_id", "month"]),
            index("monthly_plan", &["base_id", "of_base", "month", "state"]),
            index("monthly_plan", &["base_id", "of_base", "state", "decide_by"]),
            unique("monthly_plan_version", &["base_id", "plan_id", "number"]),
            index("plan_progress", &["base_id", "subject_id", "month"]),
            index("plan_progress", &["base_id", "report_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
