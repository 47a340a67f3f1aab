//! A rectification that was given by mistake is withdrawn, and one that takes longer than was thought is given more time.
//! One can be found in a coaching visit.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            uuid_null("coaching_visit_id"),
            date_null("first_due_on"),
            text("extended_for").default("").take(),
            timestamp_with_time_zone_null("extended_at"),
            string_null("extended_by"),
            text("withdrawn_for").default("").take(),
            timestamp_with_time_zone_null("withdrawn_at"),
            string_null("withdrawn_by"),
        ];
        for column in columns {
            manager.alter_table(Table::alter().table("rectification").add_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
