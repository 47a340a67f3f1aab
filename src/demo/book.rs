//! The rows of the demo on their way into the database, many at a time.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, EntityTrait, Iterable};
use serde_json::json;
use uuid::Uuid;

use super::dice::Dice;
use crate::{
    access::Actor,
    account::entity::{account, membership},
    annual_target::entity::{target_entry, target_version, target_year},
    assessment::entity::scorecard_version,
    audit::Deed,
    audit::{self, NewEvent},
    bureau_line::entity::{bureau_letter, bureau_message},
    coaching,
    follow_up::entity::{follow_up, follow_up_attempt},
    funding::entity::{fund, fund_payment},
    incubation::entity::{incubation, reporting_span, stage_change},
    instruction, matched_project,
    monthly_plan::entity::{monthly_plan, monthly_plan_version, plan_progress},
    organisation::entity::{organisation, organisation_strength, person},
    period::Week,
    rectification,
    service_request::entity::{service_message, service_request},
    store::{StoreError, WriteTx},
    survey::entity::{survey, survey_group, survey_words},
    training::entity::{training, training_attendance, training_invitation},
    weekly_report::entity::{
        activity, filing_exception, week_count, weekly_report, weekly_report_event, weekly_report_version,
    },
};

/// Who runs and supervises the base of the demo.
#[derive(Debug)]
pub(super) struct Staff {
    pub managers: [Arc<Actor>; 2],
    pub bureau: Arc<Actor>,
}

impl Staff {
    pub(super) fn manager(&self, dice: &mut Dice) -> Arc<Actor> {
        dice.pick(&self.managers).clone()
    }
}

/// Something that was done, for the audit log.
#[derive(Debug)]
pub(super) struct PastDeed {
    pub at: DateTime<Utc>,
    pub by: Arc<Actor>,
    pub deed: Deed,
    pub subject: Uuid,
    pub detail: Detail,
}

/// What a deed tells of itself; kept small, since a large demo has hundreds of thousands.
#[derive(Debug)]
pub(super) enum Detail {
    Week(Week),
    Reason(String),
    Nothing,
}

/// Rows that wait to be written.
#[derive(Debug)]
pub(super) struct Book {
    pub base: Uuid,
    pub accounts: Vec<account::Model>,
    pub memberships: Vec<membership::Model>,
    pub organisations: Vec<organisation::Model>,
    pub strengths: Vec<organisation_strength::Model>,
    pub persons: Vec<person::Model>,
    pub incubations: Vec<incubation::Model>,
    pub changes: Vec<stage_change::Model>,
    pub spans: Vec<reporting_span::Model>,
    pub reports: Vec<weekly_report::Model>,
    pub versions: Vec<weekly_report_version::Model>,
    pub events: Vec<weekly_report_event::Model>,
    pub activities: Vec<activity::Model>,
    pub plans: Vec<monthly_plan::Model>,
    pub plan_versions: Vec<monthly_plan_version::Model>,
    pub progress: Vec<plan_progress::Model>,
    pub exceptions: Vec<filing_exception::Model>,
    pub counts: Vec<week_count::Model>,
    pub instructions: Vec<instruction::entity::Model>,
    pub rectifications: Vec<rectification::entity::Model>,
    pub service_requests: Vec<service_request::Model>,
    pub service_messages: Vec<service_message::Model>,
    pub trainings: Vec<training::Model>,
    pub training_invitations: Vec<training_invitation::Model>,
    pub training_attendances: Vec<training_attendance::Model>,
    pub coaching_visits: Vec<coaching::entity::Model>,
    pub funds: Vec<fund::Model>,
    pub fund_payments: Vec<fund_payment::Model>,
    pub matched_projects: Vec<matched_project::entity::Model>,
    pub target_years: Vec<target_year::Model>,
    pub target_versions: Vec<target_version::Model>,
    pub target_entries: Vec<target_entry::Model>,
    pub follow_ups: Vec<follow_up::Model>,
    pub follow_up_attempts: Vec<follow_up_attempt::Model>,
    pub scorecards: Vec<scorecard_version::Model>,
    pub bureau_letters: Vec<bureau_letter::Model>,
    pub bureau_messages: Vec<bureau_message::Model>,
    pub surveys: Vec<survey::Model>,
    pub survey_groups: Vec<survey_group::Model>,
    pub survey_words: Vec<survey_words::Model>,
    pub deeds: Vec<PastDeed>,
}

/// How many reports wait before they are written: their rows take some tens of megabytes.
const REPORTS_AT_ONCE: usize = 5_000;

impl Book {
    pub(super) fn new(base: Uuid) -> Self {
        Self {
            base,
            accounts: Vec::new(),
            memberships: Vec::new(),
            organisations: Vec::new(),
            strengths: Vec::new(),
            persons: Vec::new(),
            incubations: Vec::new(),
            changes: Vec::new(),
            spans: Vec::new(),
            reports: Vec::new(),
            versions: Vec::new(),
            events: Vec::new(),
            activities: Vec::new(),
            plans: Vec::new(),
            plan_versions: Vec::new(),
            progress: Vec::new(),
            exceptions: Vec::new(),
            counts: Vec::new(),
            instructions: Vec::new(),
            rectifications: Vec::new(),
            service_requests: Vec::new(),
            service_messages: Vec::new(),
            trainings: Vec::new(),
            training_invitations: Vec::new(),
            training_attendances: Vec::new(),
            coaching_visits: Vec::new(),
            funds: Vec::new(),
            fund_payments: Vec::new(),
            matched_projects: Vec::new(),
            target_years: Vec::new(),
            target_versions: Vec::new(),
            target_entries: Vec::new(),
            follow_ups: Vec::new(),
            follow_up_attempts: Vec::new(),
            scorecards: Vec::new(),
            bureau_letters: Vec::new(),
            bureau_messages: Vec::new(),
            surveys: Vec::new(),
            survey_groups: Vec::new(),
            survey_words: Vec::new(),
            deeds: Vec::new(),
        }
    }

    /// Writes the reports and plans that wait, once they are many.
    pub(super) async fn write_reports_if_many(&mut self, tx: &WriteTx) -> Result<(), StoreError> {
        if self.reports.len() < REPORTS_AT_ONCE { Ok(()) } else { self.write_reports(tx).await }
    }

    async fn write_reports(&mut self, tx: &WriteTx) -> Result<(), StoreError> {
        insert::<weekly_report::ActiveModel>(tx, &mut self.reports).await?;
        insert::<weekly_report_version::ActiveModel>(tx, &mut self.versions).await?;
        insert::<weekly_report_event::ActiveModel>(tx, &mut self.events).await?;
        insert::<activity::ActiveModel>(tx, &mut self.activities).await?;
        insert::<plan_progress::ActiveModel>(tx, &mut self.progress).await?;
        insert::<monthly_plan::ActiveModel>(tx, &mut self.plans).await?;
        insert::<monthly_plan_version::ActiveModel>(tx, &mut self.plan_versions).await
    }

    /// Writes everything that waits, what is referred to before what refers to it.
    pub(super) async fn write(mut self, tx: &WriteTx) -> Result<(), StoreError> {
        self.write_reports(tx).await?;
        insert::<account::ActiveModel>(tx, &mut self.accounts).await?;
        insert::<organisation::ActiveModel>(tx, &mut self.organisations).await?;
        insert::<organisation_strength::ActiveModel>(tx, &mut self.strengths).await?;
        insert::<person::ActiveModel>(tx, &mut self.persons).await?;
        insert::<incubation::ActiveModel>(tx, &mut self.incubations).await?;
        insert::<stage_change::ActiveModel>(tx, &mut self.changes).await?;
        insert::<reporting_span::ActiveModel>(tx, &mut self.spans).await?;
        insert::<membership::ActiveModel>(tx, &mut self.memberships).await?;
        insert::<filing_exception::ActiveModel>(tx, &mut self.exceptions).await?;
        insert::<week_count::ActiveModel>(tx, &mut self.counts).await?;
        insert::<instruction::entity::ActiveModel>(tx, &mut self.instructions).await?;
        insert::<rectification::entity::ActiveModel>(tx, &mut self.rectifications).await?;
        insert::<service_request::ActiveModel>(tx, &mut self.service_requests).await?;
        insert::<service_message::ActiveModel>(tx, &mut self.service_messages).await?;
        insert::<training::ActiveModel>(tx, &mut self.trainings).await?;
        insert::<training_invitation::ActiveModel>(tx, &mut self.training_invitations).await?;
        insert::<training_attendance::ActiveModel>(tx, &mut self.training_attendances).await?;
        insert::<coaching::entity::ActiveModel>(tx, &mut self.coaching_visits).await?;
        insert::<fund::ActiveModel>(tx, &mut self.funds).await?;
        insert::<fund_payment::ActiveModel>(tx, &mut self.fund_payments).await?;
        insert::<matched_project::entity::ActiveModel>(tx, &mut self.matched_projects).await?;
        insert::<target_year::ActiveModel>(tx, &mut self.target_years).await?;
        insert::<target_version::ActiveModel>(tx, &mut self.target_versions).await?;
        insert::<target_entry::ActiveModel>(tx, &mut self.target_entries).await?;
        insert::<follow_up::ActiveModel>(tx, &mut self.follow_ups).await?;
        insert::<follow_up_attempt::ActiveModel>(tx, &mut self.follow_up_attempts).await?;
        insert::<scorecard_version::ActiveModel>(tx, &mut self.scorecards).await?;
        insert::<bureau_letter::ActiveModel>(tx, &mut self.bureau_letters).await?;
        insert::<bureau_message::ActiveModel>(tx, &mut self.bureau_messages).await?;
        insert::<survey::ActiveModel>(tx, &mut self.surveys).await?;
        insert::<survey_group::ActiveModel>(tx, &mut self.survey_groups).await?;
        insert::<survey_words::ActiveModel>(tx, &mut self.survey_words).await?;
        self.write_deeds(tx).await
    }

    /// The audit log, in the order in which things were done.
    async fn write_deeds(mut self, tx: &WriteTx) -> Result<(), StoreError> {
        self.deeds.sort_by_key(|deed| deed.at);
        let chain = self.base.to_string();
        for some in self.deeds.chunks(10_000) {
            let events = some.iter().map(|deed| (deed.at, deed.event(&chain))).collect();
            audit::append_dated(tx.db(), events).await?;
        }
        Ok(())
    }
}

async fn insert<A>(tx: &WriteTx, rows: &mut Vec<<A::Entity as EntityTrait>::Model>) -> Result<(), StoreError>
where
    A: ActiveModelTrait + From<<A::Entity as EntityTrait>::Model> + Send,
    <A::Entity as EntityTrait>::Column: Iterable,
{
    tx.insert_all(rows.drain(..).map(A::from).collect::<Vec<A>>()).await
}

impl PastDeed {
    fn event(&self, chain: &str) -> NewEvent {
        NewEvent {
            chain: chain.to_owned(),
            actor: self.by.name.clone(),
            account: self.by.account,
            deed: self.deed,
            subject: self.subject.to_string(),
            detail: match &self.detail {
                Detail::Week(week) => json!({ "week": week }),
                Detail::Reason(reason) => json!({ "reason": reason }),
                Detail::Nothing => json!({}),
            },
        }
    }
}
