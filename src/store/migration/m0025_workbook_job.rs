//! Workbooks of a quarter that somebody has asked for, each made in the background.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, refers, table_of_base};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let job = table_of_base("workbook_job")
            .col(string("quarter"))
            .col(string("language"))
            .col(uuid("account_id"))
            .col(string("asked_by"))
            .col(string("asked_as"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(string("state"))
            .col(big_integer("rows_done"))
            .col(big_integer("rows_all"))
            .col(big_integer("size"))
            .col(timestamp_with_time_zone_null("finished_at"))
            .col(string_null("failure"))
            .col(string_null("lease_by"))
            .col(timestamp_with_time_zone_null("lease_until"))
            .col(integer("takes"))
            .foreign_key(&mut refers("workbook_job", "account_id", "account"))
            .take();
        manager.create_table(job).await?;
        for index in [
            index("workbook_job", &["base_id", "account_id", "asked_at"]),
            index("workbook_job", &["state", "asked_at"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
