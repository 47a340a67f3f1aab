//! The steps of reminders, as a base settles them.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{table_of_base, unique};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let steps = table_of_base("reminder_steps")
            .col(integer("before_due"))
            .col(integer("after_due"))
            .col(integer("to_operator"))
            .col(integer("to_bureau"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(string("changed_by"))
            .col(integer("row_version"))
            .take();
        manager.create_table(steps).await?;
        manager.create_index(unique("reminder_steps", &["base_id"])).await
    }
}
