//! Weekly report-ins, what is said about them, exceptions to their deadlines, and instructions.

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
            // One row per subject and week, made when somebody begins to write. `subject_id` is an
            // organisation or the base itself (`of_base`). `due_at` and `timeliness` are set at the
            // first submission and never change after it, but for a person's excuse.
            table_of_base("weekly_report")
                .col(uuid("subject_id"))
                .col(boolean("of_base"))
                .col(string("week"))
                .col(string("state"))
                .col(text("draft"))
                .col(timestamp_with_time_zone("draft_saved_at"))
                .col(string("draft_saved_by"))
                .col(integer("draft_version"))
                .col(boolean("nothing_to_report"))
                .col(integer("activities"))
                .col(integer("attendances"))
                .col(string_null("help"))
                .col(integer("versions"))
                .col(string_null("receipt"))
                .col(timestamp_with_time_zone_null("due_at"))
                .col(timestamp_with_time_zone_null("first_filed_at"))
                .col(string_null("timeliness"))
                .col(integer("late_minutes"))
                .col(timestamp_with_time_zone_null("filed_at"))
                .col(string_null("filed_by"))
                .col(boolean("on_behalf"))
                .col(timestamp_with_time_zone_null("on_behalf_confirmed_at"))
                .col(timestamp_with_time_zone_null("return_due_at"))
                .col(timestamp_with_time_zone_null("reviewed_at"))
                .col(string_null("reviewed_by"))
                .col(integer("attachments"))
                .col(timestamp_with_time_zone_null("on_device_at"))
                .col(boolean("device_counts"))
                .col(boolean("counts"))
                .col(text("reworked"))
                .col(text_null("reopening"))
                .col(integer("row_version"))
                .take(),
            // Earlier states of a draft, for as long as somebody may still hold one in an open page.
            table_of_base("weekly_report_draft")
                .col(uuid("report_id"))
                .col(integer("version"))
                .col(text("draft"))
                .foreign_key(&mut within_base("weekly_report_draft", "report_id", "weekly_report"))
                .take(),
            table_of_base("weekly_report_version")
                .col(uuid("report_id"))
                .col(integer("number"))
                .col(text("content"))
                .col(timestamp_with_time_zone("filed_at"))
                .col(string("filed_by"))
                .col(boolean("on_behalf"))
                .foreign_key(&mut within_base("weekly_report_version", "report_id", "weekly_report"))
                .take(),
            // What happened to a report and what was said about it, in order: submitted, returned,
            // accepted, withdrawn, reopened, commented, confirmed.
            table_of_base("weekly_report_event")
                .col(uuid("report_id"))
                .col(string("kind"))
                .col(timestamp_with_time_zone("at"))
                .col(string("by"))
                .col(string("by_role"))
                .col(text("words"))
                .foreign_key(&mut within_base("weekly_report_event", "report_id", "weekly_report"))
                .take(),
            // The activities of the newest filed version, as records that later counts stand on.
            table_of_base("activity")
                .col(uuid("report_id"))
                .col(uuid("subject_id"))
                .col(boolean("of_base"))
                .col(date("held_on"))
                .col(string("kind"))
                .col(text("what"))
                .col(string("place"))
                .col(integer("attendances"))
                .col(integer("beneficiaries"))
                .foreign_key(&mut within_base("activity", "report_id", "weekly_report"))
                .take(),
            // An excuse or an extension for one subject and one week.
            table_of_base("filing_exception")
                .col(uuid("subject_id"))
                .col(string("filing"))
                .col(string("period"))
                .col(string("kind"))
                .col(timestamp_with_time_zone_null("due_at"))
                .col(text("reason"))
                .col(string("given_by"))
                .col(uuid_null("given_by_id"))
                .col(timestamp_with_time_zone("given_at"))
                .col(timestamp_with_time_zone_null("revoked_at"))
                .col(string_null("revoked_by"))
                .col(text("revoked_for"))
                .take(),
            // How often organisations of a standing and mode report, from a week on. Where nothing is
            // settled, it is every week.
            table_of_base("reporting_cadence")
                .col(string("standing"))
                .col(string("mode"))
                .col(string("from_week"))
                .col(string("cadence"))
                .col(string("set_by"))
                .col(timestamp_with_time_zone("set_at"))
                .take(),
            // Facts of a base's week over its organisations, written in the transaction of the fact.
            // `receipts` numbers the receipts of the week, the base's own among them.
            table_of_base("week_count")
                .col(string("week"))
                .col(integer("receipts"))
                .col(integer("on_time"))
                .col(integer("late"))
                .col(integer("late_uncounted"))
                .col(integer("nothing"))
                .col(integer("excused"))
                .col(integer("submitted"))
                .col(integer("accepted"))
                .col(integer("activities"))
                .col(integer("attendances"))
                .take(),
            table_of_base("instruction")
                .col(string("title"))
                .col(text("words"))
                .col(string("owner"))
                .col(date("due_on"))
                .col(string("state"))
                .col(string("given_by"))
                .col(timestamp_with_time_zone("given_at"))
                .col(text("answer"))
                .col(timestamp_with_time_zone_null("answered_at"))
                .col(string_null("answered_by"))
                .col(timestamp_with_time_zone_null("closed_at"))
                .col(string_null("closed_by"))
                .col(text("closing_words"))
                .col(integer("row_version"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            unique("weekly_report", &["base_id", "subject_id", "week"]),
            index("weekly_report", &["base_id", "of_base", "week", "help"]),
            index("weekly_report", &["base_id", "of_base", "state", "week"]),
            index("weekly_report", &["base_id", "of_base", "state", "filed_at"]),
            unique("weekly_report_version", &["base_id", "report_id", "number"]),
            index("weekly_report", &["base_id", "of_base", "on_behalf", "on_behalf_confirmed_at"]),
            unique("weekly_report_draft", &["base_id", "report_id", "version"]),
            unique("reporting_cadence", &["base_id", "standing", "mode", "from_week"]),
            index("weekly_report_event", &["base_id", "report_id", "at"]),
            index("activity", &["base_id", "subject_id", "held_on"]),
            index("activity", &["base_id", "report_id"]),
            index("filing_exception", &["base_id", "subject_id", "period"]),
            index("filing_exception", &["base_id", "filing", "period"]),
            unique("week_count", &["base_id", "week"]),
            index("instruction", &["base_id", "state", "due_on"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
