//! Bases, accounts, sessions, the audit chain, idempotency records and the calendar.

use sea_orm::DbBackend;
use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, refers, table, unique};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            table("base")
                .col(string("slug").unique_key())
                .col(string("name"))
                .col(string("short_code"))
                .col(string("zone"))
                .col(string("operator_name"))
                .col(string("bureau_name"))
                .col(boolean("demo"))
                .col(timestamp_with_time_zone("created_at"))
                .col(integer("row_version"))
                .take(),
            table("account")
                .col(string("name").unique_key())
                .col(string("display_name"))
                .col(string_null("password_hash"))
                .col(boolean("is_admin"))
                .col(string_null("language"))
                .col(timestamp_with_time_zone_null("disabled_at"))
                .col(timestamp_with_time_zone_null("password_changed_at"))
                .col(timestamp_with_time_zone("created_at"))
                .col(integer("row_version"))
                .take(),
            table("session")
                .col(string("token_hash").unique_key())
                .col(uuid("account_id"))
                .col(timestamp_with_time_zone("created_at"))
                .col(timestamp_with_time_zone("seen_at"))
                .col(timestamp_with_time_zone("ends_at"))
                .col(string("address"))
                .col(string("device"))
                .foreign_key(&mut refers("session", "account_id", "account"))
                .take(),
            // Failed sign-ins by what was tried (a hash of the name) and from where (the address).
            Table::create()
                .table("sign_in_delay")
                .col(string("key").primary_key())
                .col(integer("failures"))
                .col(timestamp_with_time_zone("last_at"))
                .col(timestamp_with_time_zone("not_before"))
                .take(),
            table("audit_event")
                .col(string("chain"))
                .col(big_integer("seq"))
                .col(timestamp_with_time_zone("at"))
                .col(string("actor"))
                .col(uuid_null("account_id"))
                .col(string("action"))
                .col(string("subject"))
                .col(text("detail"))
                .col(string("previous_hash"))
                .col(string("hash"))
                .take(),
            Table::create()
                .table("audit_head")
                .col(string("chain").primary_key())
                .col(big_integer("seq"))
                .col(string("hash"))
                .take(),
            Table::create()
                .table("idempotency")
                .col(string("actor"))
                .col(string("operation"))
                .col(string("key"))
                .col(string("body_hash"))
                .col(text("outcome"))
                .col(timestamp_with_time_zone("at"))
                .primary_key(Index::create().col("actor").col("operation").col("key"))
                .take(),
            // What was typed into a form that could not be accepted, to be shown again with what is wrong.
            table("returned_form")
                .col(string("form"))
                .col(uuid_null("account_id"))
                .col(text("fields"))
                .col(text("problems"))
                .col(timestamp_with_time_zone("at"))
                .take(),
            Table::create()
                .table("calendar_year")
                .col(integer("year").primary_key())
                .col(string("source"))
                .col(text("days"))
                .col(timestamp_with_time_zone("updated_at"))
                .col(integer("row_version"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            index("session", &["account_id"]),
            unique("audit_event", &["chain", "seq"]),
            index("audit_event", &["subject"]),
            index("idempotency", &["at"]),
            index("returned_form", &["at"]),
        ] {
            manager.create_index(index).await?;
        }
        protect_the_audit_log(manager).await
    }
}

/// An audit event can be added and read; changing or deleting one is refused by the database itself.
async fn protect_the_audit_log(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let statements: &[&str] = match manager.get_database_backend() {
        DbBackend::Postgres => &[
            "CREATE FUNCTION audit_events_are_kept() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION 'audit events are kept as they are'; END $$",
            "CREATE TRIGGER audit_event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event \
             FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_kept()",
        ],
        _ => &[
            "CREATE TRIGGER audit_event_not_changed BEFORE UPDATE ON audit_event \
             BEGIN SELECT RAISE(ABORT, 'audit events are kept as they are'); END",
            "CREATE TRIGGER audit_event_not_deleted BEFORE DELETE ON audit_event \
             BEGIN SELECT RAISE(ABORT, 'audit events are kept as they are'); END",
        ],
    };
    for statement in statements {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}
