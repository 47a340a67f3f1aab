//! Organisations and their people, incubations and their stages, who may act for whom.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, refers, table, table_of_base, unique, within_base};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            // `stage` (empty where there never was one), `mode`, `admitted_on` and `left_on` repeat the
            // newest incubation and `last_report_week` the newest filing, written in the transaction of
            // the fact, for lists.
            table_of_base("organisation")
                .col(string("name"))
                .col(string("initials"))
                .col(string_null("code"))
                .col(string("kind"))
                .col(string("standing"))
                .col(string("district"))
                .col(string("registrar"))
                .col(string("sponsor"))
                .col(string("legal_person"))
                .col(string("contact_name"))
                .col(string("contact_phone"))
                .col(string("address"))
                .col(date_null("founded_on"))
                .col(text("scope"))
                .col(string_null("grade"))
                .col(string("stage"))
                .col(string_null("mode"))
                .col(date_null("admitted_on"))
                .col(date_null("left_on"))
                .col(string_null("last_report_week"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("updated_at"))
                .col(integer("row_version"))
                .take(),
            table_of_base("organisation_strength")
                .col(uuid("organisation_id"))
                .col(string("tag"))
                .foreign_key(&mut within_base("organisation_strength", "organisation_id", "organisation"))
                .take(),
            table_of_base("person")
                .col(uuid("organisation_id"))
                .col(string("name"))
                .col(string("position"))
                .col(string("phone"))
                .col(string("note"))
                .col(timestamp_with_time_zone("created_at"))
                .col(integer("row_version"))
                .foreign_key(&mut within_base("person", "organisation_id", "organisation"))
                .take(),
            table_of_base("incubation")
                .col(uuid("organisation_id"))
                .col(string("mode"))
                .col(string("stage"))
                .col(date("admitted_on"))
                .col(integer("term_months"))
                .col(date_null("left_on"))
                .col(timestamp_with_time_zone("created_at"))
                .col(integer("row_version"))
                .foreign_key(&mut within_base("incubation", "organisation_id", "organisation"))
                .take(),
            // A step of an incubation; the first has neither `from_stage` nor `action`. Where the bureau
            // decides, it stands as `proposed` until then; only a `confirmed` one has happened and has its
            // place `seq` in the history.
            table_of_base("stage_change")
                .col(uuid("organisation_id"))
                .col(uuid("incubation_id"))
                .col(integer_null("seq"))
                .col(string_null("action"))
                .col(string_null("from_stage"))
                .col(string("to_stage"))
                .col(date("effective_on"))
                .col(text("reason"))
                .col(integer_null("exit_review"))
                .col(text("project"))
                .col(string("state"))
                .col(timestamp_with_time_zone("proposed_at"))
                .col(string("proposed_by"))
                .col(uuid_null("proposed_by_id"))
                .col(timestamp_with_time_zone_null("decided_at"))
                .col(string_null("decided_by"))
                .col(uuid_null("decided_by_id"))
                .col(text("decision_reason"))
                .col(integer("row_version"))
                .foreign_key(&mut within_base("stage_change", "organisation_id", "organisation"))
                .foreign_key(&mut within_base("stage_change", "incubation_id", "incubation"))
                .take(),
            // From which week to which a report is expected, derived from the confirmed stage changes.
            table_of_base("reporting_span")
                .col(uuid("organisation_id"))
                .col(string("first_week"))
                .col(string_null("last_week"))
                .foreign_key(&mut within_base("reporting_span", "organisation_id", "organisation"))
                .take(),
            table("membership")
                .col(uuid("account_id"))
                .col(uuid("base_id"))
                .col(uuid_null("organisation_id"))
                .col(string("role"))
                .col(timestamp_with_time_zone("since"))
                .col(timestamp_with_time_zone_null("ended_at"))
                .col(integer("row_version"))
                .foreign_key(&mut refers("membership", "account_id", "account"))
                .foreign_key(&mut refers("membership", "base_id", "base"))
                .foreign_key(&mut within_base("membership", "organisation_id", "organisation"))
                .take(),
            // A one-use link: an invitation, a forgotten password, or the first administrator.
            table("one_time_link")
                .col(string("token_hash").unique_key())
                .col(string("kind"))
                .col(uuid_null("account_id"))
                .col(uuid_null("base_id"))
                .col(uuid_null("organisation_id"))
                .col(string_null("role"))
                .col(string("made_for"))
                .col(string("made_by"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("expires_at"))
                .col(timestamp_with_time_zone_null("used_at"))
                .col(timestamp_with_time_zone_null("revoked_at"))
                .foreign_key(&mut within_base("one_time_link", "organisation_id", "organisation"))
                .take(),
            // An uploaded registry workbook: its rows as they stand in it, judged at each look until it is
            // confirmed; then what came of each.
            table_of_base("registry_import")
                .col(string("file_name"))
                .col(string("file_hash"))
                .col(string("made_by"))
                .col(string("state"))
                .col(text("rows"))
                .col(text_null("report"))
                .col(integer("accepted"))
                .col(integer("rejected"))
                .col(timestamp_with_time_zone("at"))
                .col(timestamp_with_time_zone_null("confirmed_at"))
                .col(integer("row_version"))
                .take(),
            // A file and what it belongs to: `owner` is `weekly_report`, `organisation` or `stage_change`.
            table_of_base("attachment")
                .col(string("owner"))
                .col(uuid("owner_id"))
                .col(uuid("subject_id"))
                .col(string("name"))
                .col(string("media_type"))
                .col(string("file_hash"))
                .col(big_integer("size"))
                .col(string_null("thumbnail_hash"))
                .col(integer_null("width"))
                .col(integer_null("height"))
                .col(string("added_by"))
                .col(timestamp_with_time_zone("added_at"))
                .col(timestamp_with_time_zone_null("removed_at"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            unique("organisation", &["base_id", "code"]),
            index("organisation", &["base_id", "initials", "name", "id"]),
            index("organisation", &["base_id", "stage", "name"]),
            index("organisation", &["base_id", "last_report_week"]),
            unique("organisation_strength", &["base_id", "organisation_id", "tag"]),
            index("person", &["base_id", "organisation_id"]),
            index("incubation", &["base_id", "organisation_id"]),
            unique("stage_change", &["base_id", "incubation_id", "seq"]),
            index("stage_change", &["base_id", "state"]),
            index("registry_import", &["base_id", "at"]),
            index("reporting_span", &["base_id", "organisation_id", "first_week", "last_week"]),
            index("reporting_span", &["base_id", "first_week", "last_week"]),
            index("membership", &["account_id"]),
            index("membership", &["base_id", "organisation_id"]),
            index("one_time_link", &["base_id", "organisation_id"]),
            index("attachment", &["base_id", "owner", "owner_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
