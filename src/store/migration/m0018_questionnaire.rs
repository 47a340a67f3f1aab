//! Questionnaires that the hatched answer by a link.

use sea_orm_migration::{prelude::*, schema::*};

use super::table::{table_of_base, unique, within_base};

#[derive(Debug, DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let asked = table_of_base("follow_up_questionnaire")
            .col(uuid("follow_up_id"))
            .col(string("token"))
            .col(timestamp_with_time_zone("made_at"))
            .col(string("made_by"))
            .col(date("until"))
            .col(timestamp_with_time_zone_null("answered_at"))
            .col(string("answered_by").default("").take())
            .col(text("answers"))
            .col(timestamp_with_time_zone_null("taken_at"))
            .foreign_key(&mut within_base("follow_up_questionnaire", "follow_up_id", "follow_up"))
            .take();
        manager.create_table(asked).await?;
        for index in [
            unique("follow_up_questionnaire", &["token"]),
            unique("follow_up_questionnaire", &["base_id", "follow_up_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
