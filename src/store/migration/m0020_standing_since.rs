//! Since when a version of a monthly plan stands.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let approved = timestamp_with_time_zone_null("approved_at");
        manager.alter_table(Table::alter().table("monthly_plan_version").add_column(approved).take()).await?;
        // The last decision is that on the version that stands, but where a change is on its way; what was carried over
        // stands since it was made. Where nothing tells it, a version stands since it was submitted.
        let known = "UPDATE monthly_plan_version SET approved_at = ( \
             SELECT CASE WHEN monthly_plan.state IN ('approved', 'closed') \
                 AND monthly_plan.decided_at > monthly_plan_version.submitted_at \
                 THEN monthly_plan.decided_at ELSE monthly_plan_version.submitted_at END \
             FROM monthly_plan \
             WHERE monthly_plan.id = monthly_plan_version.plan_id \
                 AND monthly_plan.standing = monthly_plan_version.number)";
        manager.get_connection().execute_unprepared(known).await?;
        Ok(())
    }
}
