//! What records were before they were changed, and since when a version of a year's targets stands.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{index, table_of_base};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let former = table_of_base("former_state")
            .col(string("kind"))
            .col(uuid("record_id"))
            .col(timestamp_with_time_zone("until"))
            .col(text("was"))
            .take();
        manager.create_table(former).await?;
        manager.create_index(index("former_state", &["base_id", "kind", "until"])).await?;
        let approved = timestamp_with_time_zone_null("approved_at");
        manager.alter_table(Table::alter().table("target_version").add_column(approved).take()).await?;
        // The last decision is that on the version that stands, but where a change is on its way: then the version stands
        // since it was submitted, as far as anybody can tell.
        let known = "UPDATE target_version SET approved_at = ( \
             SELECT CASE WHEN target_year.state = 'approved' \
                 AND target_year.decided_at > target_version.submitted_at \
                 THEN target_year.decided_at ELSE target_version.submitted_at END \
             FROM target_year \
             WHERE target_year.id = target_version.year_id \
                 AND target_year.standing = target_version.number)";
        manager.get_connection().execute_unprepared(known).await?;
        Ok(())
    }
}
