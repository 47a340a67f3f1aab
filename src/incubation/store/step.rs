//! Moving an incubation: what operator and bureau decide at once, and what the operator proposes.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::record::{rewrite, stage_of};
use crate::{
    access::{Actor, Manager, Overseer, Role},
    assessment::store::exit_review,
    audit::Deed,
    incubation::{
        Action, By, Gate, GateFacts, IncubationError, Proposal, ProposalState, Stage, StepAsked, StepFault, StepField,
        StepProblem,
        entity::{incubation, stage_change},
    },
    organisation::{Standing, entity::organisation},
    points::Points,
    rectification::store::open_of,
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version},
};

/// Takes a step that needs nobody's confirmation. `seen` is the row version of the incubation.
pub async fn change(
    store: &Store,
    overseer: &Overseer,
    incubation: Uuid,
    seen: i32,
    asked: &StepAsked,
    intent: Intent,
) -> Result<String, IncubationError> {
    let actor = overseer.actor();
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let held = Held::of(&tx, overseer.base(), incubation, seen).await?;
    let by = if overseer.role() == Role::Bureau { By::Bureau } else { By::Operator };
    if asked.action.needs_confirmation() {
        return Err(crate::incubation::Refusal::NeedsConfirmation { action: asked.action }.into());
    }
    let to = held.stage.next(asked.action, by)?;
    held.follows(asked)?;
    let row = held.row(&tx, asked, actor, (held.stage, to), ProposalState::Confirmed);
    stage_change::Entity::insert(row).exec_without_returning(tx.db()).await?;
    rewrite(&tx, held.base, held.organisation).await?;
    tx.audit(held.base, actor, Deed::IncubationMoved, &held.organisation.to_string(), &told(asked, held.stage, to));
    Ok(tx.commit(held.organisation.to_string()).await?)
}

/// Proposes to the bureau a step that it has to confirm: hatching (behind its gate) or an exit.
pub async fn propose(
    store: &Store,
    manager: &Manager,
    incubation: Uuid,
    seen: i32,
    asked: &StepAsked,
    intent: Intent,
) -> Result<String, IncubationError> {
    let actor = manager.actor();
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let held = Held::of(&tx, manager.base(), incubation, seen).await?;
    let at = decided_at_stage(held.stage, asked.action)?;
    Proposal::new(at, asked.action, By::Operator)?;
    let to = at.next(asked.action, By::Bureau)?;
    held.follows(asked)?;
    // What the exit review came to stands above what was typed.
    let review = exit_review(tx.db(), held.base, held.incubation).await?.and_then(|(_, points)| points);
    let asked = &StepAsked { exit_review: review.map(Points::as_hundredths).or(asked.exit_review), ..asked.clone() };
    if asked.action == Action::Hatch {
        let named = u32::from(!asked.project.is_empty());
        pass_gate(&tx, held.organisation, held.stage, asked.exit_review, named).await?;
    }
    let row = held.row(&tx, asked, actor, (held.stage, to), ProposalState::Proposed);
    stage_change::Entity::insert(row).exec_without_returning(tx.db()).await?;
    tx.audit(held.base, actor, Deed::IncubationProposed, &held.organisation.to_string(), &told(asked, held.stage, to));
    Ok(tx.commit(held.organisation.to_string()).await?)
}

/// The stage at which the bureau's word is given: a hatching passes the exit review on its way.
pub(super) fn decided_at_stage(stage: Stage, action: Action) -> Result<Stage, IncubationError> {
    if action == Action::Hatch && stage == Stage::Incubating {
        return Ok(stage.next(Action::OpenExitReview, By::Operator)?);
    }
    Ok(stage)
}

/// The gate to hatching, with what is known of the organisation now.
pub(super) async fn pass_gate(
    tx: &WriteTx,
    organisation: Uuid,
    stage: Stage,
    exit_review: Option<i32>,
    completed_projects: u32,
) -> Result<(), IncubationError> {
    let row = tx.lock::<organisation::Entity>(organisation).await?.ok_or(IncubationError::NotFound)?;
    let faults = open_of(tx.db(), row.base_id, organisation).await?;
    let facts = GateFacts {
        registered_or_filed: row.standing != Standing::Unregistered.code(),
        exit_review,
        // An organisation at this stage has something to repair, whether or not it is told item by item.
        open_rectifications: faults.max(u32::from(stage == Stage::Rectifying)),
        completed_projects,
    };
    let unmet = Gate::default().unmet(&facts);
    if unmet.is_empty() { Ok(()) } else { Err(IncubationError::GateClosed(unmet)) }
}

fn told(asked: &StepAsked, from: Stage, to: Stage) -> serde_json::Value {
    json!({ "from": from, "to": to, "step": asked })
}

/// An incubation that is held for a step.
struct Held {
    base: Uuid,
    organisation: Uuid,
    incubation: Uuid,
    stage: Stage,
    last: Option<stage_change::Model>,
}

impl Held {
    async fn of(tx: &WriteTx, base: Uuid, incubation: Uuid, seen: i32) -> Result<Self, IncubationError> {
        let row = tx
            .lock::<incubation::Entity>(incubation)
            .await?
            .filter(|row| row.base_id == base)
            .ok_or(IncubationError::NotFound)?;
        expect_version(row.row_version, seen)?;
        let of_incubation = |state: ProposalState| {
            stage_change::Entity::find()
                .filter(stage_change::Column::BaseId.eq(base))
                .filter(stage_change::Column::IncubationId.eq(incubation))
                .filter(stage_change::Column::State.eq(state.code()))
        };
        if of_incubation(ProposalState::Proposed).count(tx.db()).await? > 0 {
            return Err(IncubationError::ProposalOpen);
        }
        let last =
            of_incubation(ProposalState::Confirmed).order_by_desc(stage_change::Column::Seq).one(tx.db()).await?;
        Ok(Self { base, organisation: row.organisation_id, incubation, stage: stage_of(&row.stage)?, last })
    }

    /// A step never lies before the one that it follows.
    fn follows(&self, asked: &StepAsked) -> Result<(), IncubationError> {
        match &self.last {
            Some(last) if asked.effective_on < last.effective_on => {
                let fault = StepFault::BeforeLastStep { last: last.effective_on };
                Err(IncubationError::Step(vec![StepProblem { field: StepField::EffectiveOn, fault }]))
            }
            _ => Ok(()),
        }
    }

    fn row(
        &self,
        tx: &WriteTx,
        asked: &StepAsked,
        by: &Actor,
        (from, to): (Stage, Stage),
        state: ProposalState,
    ) -> stage_change::ActiveModel {
        let happened = state == ProposalState::Confirmed;
        let next = self.last.as_ref().and_then(|last| last.seq).unwrap_or_default() + 1;
        stage_change::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(self.base),
            organisation_id: Set(self.organisation),
            incubation_id: Set(self.incubation),
            seq: Set(happened.then_some(next)),
            action: Set(Some(asked.action.code().to_owned())),
            from_stage: Set(Some(from.code().to_owned())),
            to_stage: Set(to.code().to_owned()),
            effective_on: Set(asked.effective_on),
            reason: Set(asked.reason.clone()),
            exit_review: Set(asked.exit_review),
            project: Set(asked.project.clone()),
            state: Set(state.code().to_owned()),
            proposed_at: Set(tx.now()),
            proposed_by: Set(by.name.clone()),
            proposed_by_id: Set(by.account),
            decided_at: Set(happened.then_some(tx.now())),
            decided_by: Set(happened.then(|| by.name.clone())),
            decided_by_id: Set(if happened { by.account } else { None }),
            decision_reason: Set(String::new()),
            row_version: Set(1),
        }
    }
}

/// The number that the next step of an incubation gets.
pub(super) async fn next_seq(tx: &WriteTx, base: Uuid, incubation: Uuid) -> Result<i32, StoreError> {
    let last = stage_change::Entity::find()
        .filter(stage_change::Column::BaseId.eq(base))
        .filter(stage_change::Column::IncubationId.eq(incubation))
        .filter(stage_change::Column::State.eq(ProposalState::Confirmed.code()))
        .order_by_desc(stage_change::Column::Seq)
        .one(tx.db())
        .await?;
    Ok(last.and_then(|row| row.seq).unwrap_or_default() + 1)
}
