//! Corrections of sealed sheets, and the version that a sheet is in.

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
        let version = integer("version").default(1).take();
        manager.alter_table(Table::alter().table("assessment").add_column(version).take()).await?;
        let corrected = integer_null("corrected").take();
        manager.alter_table(Table::alter().table("assessment_line").add_column(corrected).take()).await?;
        let note = text("corrected_note").default("").take();
        manager.alter_table(Table::alter().table("assessment_line").add_column(note).take()).await?;
        let table = table_of_base("assessment_correction")
            .col(uuid("assessment_id"))
            .col(integer("version"))
            .col(string("state"))
            .col(text("changes"))
            .col(text("difference"))
            .col(text("words"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(string("asked_by"))
            .col(uuid_null("asked_account"))
            .col(timestamp_with_time_zone_null("answered_at"))
            .col(string_null("answered_by"))
            .col(text("answer"))
            .col(timestamp_with_time_zone_null("before_sealed_at"))
            .col(string("before_seal"))
            .col(text("before_document"))
            .col(integer("row_version"))
            .foreign_key(&mut within_base("assessment_correction", "assessment_id", "assessment"))
            .take();
        manager.create_table(table).await?;
        manager.create_index(index("assessment_correction", &["base_id", "assessment_id"])).await
    }
}
