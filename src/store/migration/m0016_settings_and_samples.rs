//! What a base settles for itself, and the weekly reports that the bureau draws.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, refers, table_of_base, unique, within_base};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            table_of_base("base_settings")
                .col(uuid_null("superior_id"))
                .col(uuid_null("deputy_id"))
                .col(timestamp_with_time_zone("changed_at"))
                .col(string("changed_by"))
                .col(integer("row_version"))
                .foreign_key(&mut refers("base_settings", "superior_id", "account"))
                .foreign_key(&mut refers("base_settings", "deputy_id", "account"))
                .take(),
            table_of_base("report_sample")
                .col(string("quarter"))
                .col(string("seed"))
                .col(integer("among"))
                .col(timestamp_with_time_zone("drawn_at"))
                .col(string("drawn_by"))
                .take(),
            table_of_base("sampled_report")
                .col(uuid("sample_id"))
                .col(uuid("report_id"))
                .col(uuid("subject_id"))
                .col(string("week"))
                .col(string_null("finding"))
                .col(text("words"))
                .col(timestamp_with_time_zone_null("found_at"))
                .col(string_null("found_by"))
                .col(integer("row_version"))
                .foreign_key(&mut within_base("sampled_report", "sample_id", "report_sample"))
                .foreign_key(&mut within_base("sampled_report", "report_id", "weekly_report"))
                .take(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for index in [
            unique("base_settings", &["base_id"]),
            unique("report_sample", &["base_id", "quarter"]),
            unique("sampled_report", &["base_id", "report_id"]),
            index("sampled_report", &["base_id", "sample_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
