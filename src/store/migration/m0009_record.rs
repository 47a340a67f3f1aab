//! Trainings with who is invited and who came, coaching visits, funds with what was received, and matched projects.

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
        for table in trainings().into_iter().chain(records()) {
            manager.create_table(table).await?;
        }
        for index in [
            unique("training", &["token"]),
            index("training", &["base_id", "held_on"]),
            // Of the base an organisation stands once, of outside a name; the other column is empty, which no two
            // rows agree in.
            unique("training_invitation", &["base_id", "training_id", "organisation_id"]),
            unique("training_invitation", &["base_id", "training_id", "outside"]),
            index("training_invitation", &["base_id", "organisation_id"]),
            unique("training_attendance", &["base_id", "training_id", "organisation_id", "person"]),
            unique("training_attendance", &["base_id", "training_id", "outside", "person"]),
            index("training_attendance", &["base_id", "organisation_id"]),
            index("coaching_visit", &["base_id", "visited_on"]),
            index("coaching_visit", &["base_id", "organisation_id", "visited_on"]),
            index("fund", &["base_id", "pledged_on"]),
            index("fund", &["base_id", "organisation_id", "pledged_on"]),
            index("fund_payment", &["base_id", "fund_id"]),
            index("fund_payment", &["base_id", "received_on"]),
            index("matched_project", &["base_id", "matched_on"]),
            index("matched_project", &["base_id", "organisation_id", "matched_on"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}

fn trainings() -> [TableCreateStatement; 3] {
    [
        table_of_base("training")
            .col(string("title"))
            .col(string("topic"))
            .col(string("teacher"))
            .col(date("held_on"))
            .col(integer("begins_at"))
            .col(integer("minutes"))
            .col(string("place"))
            .col(text("material"))
            .col(string("state"))
            .col(text("reason"))
            .col(string("token"))
            .col(timestamp_with_time_zone("entered_at"))
            .col(string("entered_by"))
            .col(integer("row_version"))
            .take(),
        table_of_base("training_invitation")
            .col(uuid("training_id"))
            .col(uuid_null("organisation_id"))
            .col(string_null("outside"))
            .foreign_key(&mut within_base("training_invitation", "training_id", "training"))
            .foreign_key(&mut within_base("training_invitation", "organisation_id", "organisation"))
            .take(),
        table_of_base("training_attendance")
            .col(uuid("training_id"))
            .col(uuid_null("organisation_id"))
            .col(string_null("outside"))
            .col(string("person"))
            .col(string("phone"))
            .col(boolean("by_link"))
            .col(timestamp_with_time_zone("entered_at"))
            .col(string("entered_by"))
            .col(text("entered_for"))
            .col(timestamp_with_time_zone_null("struck_at"))
            .col(string_null("struck_by"))
            .col(text("struck_for"))
            .foreign_key(&mut within_base("training_attendance", "training_id", "training"))
            .foreign_key(&mut within_base("training_attendance", "organisation_id", "organisation"))
            .take(),
    ]
}

fn records() -> [TableCreateStatement; 4] {
    [
        record("coaching_visit")
            .col(uuid("organisation_id"))
            .col(date("visited_on"))
            .col(string("visitor"))
            .col(string("method"))
            .col(text("looked_at"))
            .col(text("agreed"))
            .col(text("next_step"))
            .col(date_null("next_by"))
            .foreign_key(&mut within_base("coaching_visit", "organisation_id", "organisation"))
            .take(),
        record("fund")
            .col(uuid_null("organisation_id"))
            .col(string("source"))
            .col(big_integer("pledged"))
            .col(date("pledged_on"))
            .col(text("evidence"))
            .foreign_key(&mut within_base("fund", "organisation_id", "organisation"))
            .take(),
        record("fund_payment")
            .col(uuid("fund_id"))
            .col(big_integer("received"))
            .col(date("received_on"))
            .col(text("evidence"))
            .foreign_key(&mut within_base("fund_payment", "fund_id", "fund"))
            .take(),
        record("matched_project")
            .col(uuid("organisation_id"))
            .col(string("name"))
            .col(string("partner"))
            .col(big_integer("amount"))
            .col(date("matched_on"))
            .col(string("state"))
            .col(text("words"))
            .foreign_key(&mut within_base("matched_project", "organisation_id", "organisation"))
            .take(),
    ]
}

/// A table of records that are entered, changed, and struck out with a reason.
fn record(name: &'static str) -> TableCreateStatement {
    table_of_base(name)
        .col(timestamp_with_time_zone("entered_at"))
        .col(string("entered_by"))
        .col(timestamp_with_time_zone_null("struck_at"))
        .col(string_null("struck_by"))
        .col(text("struck_for"))
        .col(integer("row_version"))
        .take()
}
