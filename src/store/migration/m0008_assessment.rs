//! Quarterly assessments: rounds, sheets, their lines, and who did what with them.

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
        for table in [round(), sheet(), line(), step()] {
            manager.create_table(table).await?;
        }
        for index in [
            unique("assessment_round", &["base_id", "quarter"]),
            unique("assessment", &["base_id", "round_id", "subject_id"]),
            index("assessment", &["base_id", "subject_id", "quarter"]),
            index("assessment", &["base_id", "state"]),
            unique("assessment_line", &["base_id", "assessment_id", "code"]),
            index("assessment_step", &["base_id", "assessment_id", "at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn round() -> TableCreateStatement {
    table_of_base("assessment_round")
        .col(string("quarter"))
        .col(timestamp_with_time_zone("opened_at"))
        .col(string("opened_by"))
        .col(text("timetable"))
        .col(text("base_timetable"))
        .col(timestamp_with_time_zone_null("facts_at"))
        .col(timestamp_with_time_zone_null("base_facts_at"))
        .col(string("seed"))
        .col(integer("row_version"))
        .take()
}

/// `subject_id` names an organisation or the base itself, so it refers to no one table.
fn sheet() -> TableCreateStatement {
    table_of_base("assessment")
        .col(uuid("round_id"))
        .col(string("quarter"))
        .col(uuid("subject_id"))
        .col(boolean("of_base"))
        .col(string("subject_name"))
        .col(string_null("subject_code"))
        .col(string("kind"))
        .col(integer("card_version"))
        .col(text("card"))
        .col(boolean("rated"))
        .col(integer("expected_weeks"))
        .col(string("state"))
        .col(timestamp_with_time_zone("since"))
        .col(text("facts"))
        .col(integer("bonus"))
        .col(text("bonus_note"))
        .col(integer("late_repairs"))
        .col(string_null("veto"))
        .col(text("veto_note"))
        .col(integer_null("total"))
        .col(string_null("band"))
        .col(integer("difference"))
        .col(boolean("sampled"))
        .col(timestamp_with_time_zone_null("published_at"))
        .col(timestamp_with_time_zone_null("objections_until"))
        .col(integer("open_objections"))
        .col(text("reference_note"))
        .col(timestamp_with_time_zone_null("sealed_at"))
        .col(string("seal"))
        .col(text("document"))
        .col(integer("row_version"))
        .foreign_key(&mut within_base("assessment", "round_id", "assessment_round"))
        .take()
}

fn line() -> TableCreateStatement {
    table_of_base("assessment_line")
        .col(uuid("assessment_id"))
        .col(string("code"))
        .col(integer_null("own"))
        .col(text("own_note"))
        .col(text("evidence"))
        .col(integer_null("operator"))
        .col(text("operator_note"))
        .col(integer_null("bureau"))
        .col(text("bureau_note"))
        .col(text("sent_back_for"))
        .col(text("objection"))
        .col(timestamp_with_time_zone_null("objected_at"))
        .col(string_null("objected_by"))
        .col(timestamp_with_time_zone_null("decide_by"))
        .col(integer_null("upheld"))
        .col(text("decision"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(string_null("decided_by"))
        .col(integer("row_version"))
        .foreign_key(&mut within_base("assessment_line", "assessment_id", "assessment"))
        .take()
}

fn step() -> TableCreateStatement {
    table_of_base("assessment_step")
        .col(uuid("assessment_id"))
        .col(string("kind"))
        .col(string_null("part"))
        .col(timestamp_with_time_zone("at"))
        .col(string("by_name"))
        .col(uuid_null("account_id"))
        .col(string("role"))
        .col(boolean("skipped"))
        .col(text("words"))
        .foreign_key(&mut within_base("assessment_step", "assessment_id", "assessment"))
        .take()
}
