//! The shape of what is kept, step by step, the same for SQLite and PostgreSQL.
//!
//! A migration is never changed once a release has carried it. Each runs in a transaction, and a lock keeps
//! two replicas from migrating at once (see [`super::Store::migrate`]).

mod m0001_foundation;
mod m0002_registry;
mod m0003_weekly_report;
mod m0004_monthly_plan;
mod m0005_annual_target;
mod m0006_service_request;
mod m0007_follow_up;
mod m0008_assessment;
mod m0009_record;
mod m0010_rectification;
mod m0011_scorecard;
mod m0012_bureau;
mod m0013_survey;
mod m0014_correction;
mod m0015_record;
mod m0016_settings_and_samples;
mod m0017_service_link;
mod m0018_questionnaire;
mod m0019_help_of_visits;
mod m0020_standing_since;
mod m0021_recomputation;
mod m0022_api_token;
mod m0023_first_steps;
mod m0024_reminder;
mod m0025_workbook_job;
mod m0026_robot_secret;
mod m0027_former_state;
mod m0028_rectification_ends;
mod m0029_reminder_steps;
mod table;

use sea_orm_migration::prelude::*;

#[derive(Debug)]
pub(super) struct Migrations;

#[async_trait::async_trait]
impl MigratorTrait for Migrations {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_foundation::Migration),
            Box::new(m0002_registry::Migration),
            Box::new(m0003_weekly_report::Migration),
            Box::new(m0004_monthly_plan::Migration),
            Box::new(m0005_annual_target::Migration),
            Box::new(m0006_service_request::Migration),
            Box::new(m0007_follow_up::Migration),
            Box::new(m0008_assessment::Migration),
            Box::new(m0009_record::Migration),
            Box::new(m0010_rectification::Migration),
            Box::new(m0011_scorecard::Migration),
            Box::new(m0012_bureau::Migration),
            Box::new(m0013_survey::Migration),
            Box::new(m0014_correction::Migration),
            Box::new(m0015_record::Migration),
            Box::new(m0016_settings_and_samples::Migration),
            Box::new(m0017_service_link::Migration),
            Box::new(m0018_questionnaire::Migration),
            Box::new(m0019_help_of_visits::Migration),
            Box::new(m0020_standing_since::Migration),
            Box::new(m0021_recomputation::Migration),
            Box::new(m0022_api_token::Migration),
            Box::new(m0023_first_steps::Migration),
            Box::new(m0024_reminder::Migration),
            Box::new(m0025_workbook_job::Migration),
            Box::new(m0026_robot_secret::Migration),
            Box::new(m0027_former_state::Migration),
            Box::new(m0028_rectification_ends::Migration),
            Box::new(m0029_reminder_steps::Migration),
        ]
    }
}
