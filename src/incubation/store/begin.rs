//! How an incubation comes into the base.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::record::{left_on, rewrite, span_rows, stage_of};
use crate::{
    access::{Actor, Manager},
    audit::Deed,
    incubation::{
        Entry, HistoryFault, IncubationError, ProposalState, Stage, StageChange, Timeline,
        entity::{incubation, reporting_span, stage_change},
    },
    organisation::entity::organisation,
    store::{Begun, Intent, Store},
};

/// Every row that an entry makes for an organisation that had no incubation before.
#[derive(Debug)]
pub(crate) struct Entered {
    pub(crate) incubation: incubation::ActiveModel,
    pub(crate) changes: Vec<stage_change::ActiveModel>,
    pub(crate) spans: Vec<reporting_span::ActiveModel>,
    stage: Stage,
    mode: String,
    admitted_on: NaiveDate,
    left_on: Option<NaiveDate>,
}

impl Entered {
    pub(crate) fn new(
        base: Uuid,
        organisation: Uuid,
        entry: &Entry,
        by: &Actor,
        at: DateTime<Utc>,
        reason: &str,
    ) -> Result<Self, HistoryFault> {
        let id = Uuid::now_v7();
        let steps = entry.steps();
        let changes: Vec<StageChange> = steps.iter().map(|step| step.change).collect();
        let timeline = Timeline::of([&changes[..]])?;
        let stage = changes.last().map_or(Stage::Incubating, |change| change.to);
        let left_on = left_on(&changes);
        let rows = steps.iter().zip(1..).map(|(step, seq)| stage_change::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(base),
            organisation_id: Set(organisation),
            incubation_id: Set(id),
            seq: Set(Some(seq)),
            action: Set(step.action.map(|action| action.code().to_owned())),
            from_stage: Set(step.change.from.map(|from| from.code().to_owned())),
            to_stage: Set(step.change.to.code().to_owned()),
            effective_on: Set(step.change.on),
            reason: Set(reason.to_owned()),
            exit_review: Set(None),
            project: Set(String::new()),
            state: Set(ProposalState::Confirmed.code().to_owned()),
            proposed_at: Set(at),
            proposed_by: Set(by.name.clone()),
            proposed_by_id: Set(by.account),
            decided_at: Set(Some(at)),
            decided_by: Set(Some(by.name.clone())),
            decided_by_id: Set(by.account),
            decision_reason: Set(String::new()),
            row_version: Set(1),
        });
        let incubation = incubation::ActiveModel {
            id: Set(id),
            base_id: Set(base),
            organisation_id: Set(organisation),
            mode: Set(entry.mode.code().to_owned()),
            stage: Set(stage.code().to_owned()),
            admitted_on: Set(entry.admitted_on),
            term_months: Set(entry.term.months().into()),
            left_on: Set(left_on),
            created_at: Set(at),
            row_version: Set(1),
        };
        Ok(Self {
            incubation,
            changes: rows.collect(),
            spans: span_rows(base, organisation, &timeline),
            stage,
            mode: entry.mode.code().to_owned(),
            admitted_on: entry.admitted_on,
            left_on,
        })
    }

    /// Repeats on the organisation's row what lists show of the incubation.
    pub(crate) fn repeat_on(&self, row: organisation::ActiveModel) -> organisation::ActiveModel {
        organisation::ActiveModel {
            stage: Set(self.stage.code().to_owned()),
            mode: Set(Some(self.mode.clone())),
            admitted_on: Set(Some(self.admitted_on)),
            left_on: Set(self.left_on),
            ..row
        }
    }
}

/// Enters an incubation of an organisation that has none under way: its first here, or a re-entry.
pub async fn begin(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    entry: &Entry,
    reason: &str,
    intent: Intent,
) -> Result<String, IncubationError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let base = manager.base();
    tx.lock::<organisation::Entity>(organisation)
        .await?
        .filter(|row| row.base_id == base)
        .ok_or(IncubationError::NotFound)?;
    let before = incubation::Entity::find()
        .filter(incubation::Column::BaseId.eq(base))
        .filter(incubation::Column::OrganisationId.eq(organisation))
        .all(tx.db())
        .await?;
    for row in &before {
        let ended =
            matches!(stage_of(&row.stage)?, Stage::Hatched | Stage::Tracked) || stage_of(&row.stage)?.is_final();
        if !ended {
            return Err(IncubationError::UnderWay);
        }
    }
    let entered = Entered::new(base, organisation, entry, manager.actor(), tx.now(), reason)?;
    tx.insert_all(vec![entered.incubation]).await?;
    tx.insert_all(entered.changes).await?;
    rewrite(&tx, base, organisation).await?;
    let detail =
        json!({ "admitted_on": entry.admitted_on, "mode": entry.mode, "stage": entered.stage, "reason": reason });
    tx.audit(base, manager.actor(), Deed::IncubationEntered, &organisation.to_string(), &detail);
    Ok(tx.commit(organisation.to_string()).await?)
}
