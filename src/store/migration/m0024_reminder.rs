//! Reminders: how people want to be told, what they were told, and who does the timed work.

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
        let setting = table("reminder_setting")
            .col(uuid("account_id"))
            .col(string("mail"))
            .col(boolean("by_mail"))
            .col(string("robot"))
            .col(boolean("by_robot"))
            .col(text("opted_out"))
            .col(string("quiet_from"))
            .col(string("quiet_until"))
            .col(timestamp_with_time_zone("changed_at"))
            .foreign_key(&mut refers("reminder_setting", "account_id", "account"))
            .take();
        let rule = table_of_base("reminder_rule")
            .col(text("off"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(string("changed_by"))
            .col(integer("row_version"))
            .take();
        let delivery = table_of_base("reminder_delivery")
            .col(uuid("account_id"))
            .col(string("channel"))
            .col(string("slot"))
            .col(date("told_on"))
            .col(text("lines"))
            .col(string("state"))
            .col(integer("attempts"))
            .col(timestamp_with_time_zone_null("next_attempt_at"))
            .col(text("last_error"))
            .col(timestamp_with_time_zone("made_at"))
            .col(timestamp_with_time_zone_null("sent_at"))
            .col(timestamp_with_time_zone_null("read_at"))
            .foreign_key(&mut refers("reminder_delivery", "account_id", "account"))
            .take();
        let told = table_of_base("reminder_told")
            .col(uuid("delivery_id"))
            .col(uuid("account_id"))
            .col(string("channel"))
            .col(string("kind"))
            .col(uuid("subject_id"))
            .col(string("record"))
            .col(string("step"))
            .col(date("counted_from"))
            .col(date("told_on"))
            .foreign_key(&mut within_base("reminder_told", "delivery_id", "reminder_delivery"))
            .take();
        let lease = Table::create()
            .table("job_lease")
            .col(string("name").primary_key().take())
            .col(string("holder"))
            .col(timestamp_with_time_zone("until"))
            .take();
        for table in [setting, rule, delivery, told, lease] {
            manager.create_table(table).await?;
        }
        // No step of anything is told to anybody twice by one channel.
        let columns = ["account_id", "channel", "kind", "subject_id", "record", "step", "counted_from"];
        let mut once = unique("reminder_told", &columns);
        once.name("reminder_told_once");
        for index in [
            once,
            unique("reminder_setting", &["account_id"]),
            unique("reminder_rule", &["base_id"]),
            // Nor does anybody get a second digest of a day.
            unique("reminder_delivery", &["base_id", "account_id", "channel", "slot"]),
            index("reminder_delivery", &["account_id", "channel", "state", "read_at"]),
            index("reminder_delivery", &["state", "next_attempt_at"]),
            index("reminder_delivery", &["base_id", "made_at"]),
            index("reminder_told", &["base_id", "told_on"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
