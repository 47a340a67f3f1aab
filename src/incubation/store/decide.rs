//! The bureau's word on a proposal, and the operator's second thoughts.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::{
    record::{action_of, rewrite, stage_of},
    step::{decided_at_stage, next_seq, pass_gate},
};
use crate::{
    access::{Actor, BureauOfficer, Manager},
    assessment::store::own_subjects,
    audit::Deed,
    base,
    incubation::{
        Action, By, Decision, IncubationError, Proposal, ProposalState, Stage, StepFault, StepField, StepProblem,
        entity::{incubation, stage_change},
    },
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version},
};

/// Confirms or declines a proposal. `seen` is its row version; declining needs a reason. Whoever is of the operator's team
/// as well, whose proposals these are, leaves it to a colleague; so does the staff of the organisation.
///
/// A confirmed hatching passes the exit review on its way, on the same day.
pub async fn decide(
    store: &Store,
    bureau: &BureauOfficer,
    proposal: Uuid,
    seen: i32,
    decision: Decision,
    reason: &str,
    intent: Intent,
) -> Result<String, IncubationError> {
    let actor = bureau.actor();
    if decision == Decision::Decline && reason.trim().is_empty() {
        let missing = StepProblem { field: StepField::Reason, fault: StepFault::Required };
        return Err(IncubationError::Step(vec![missing]));
    }
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let held = Held::of(&tx, bureau.base(), proposal, seen).await?;
    if held.row.proposed_by_id.is_some() && held.row.proposed_by_id == actor.account {
        return Err(IncubationError::OwnProposal);
    }
    let own = own_subjects(tx.db(), bureau.base(), actor.account).await?;
    if own.iter().any(|subject| [bureau.base(), held.row.organisation_id].contains(subject)) {
        return Err(IncubationError::OwnSubject);
    }
    let at = decided_at_stage(held.proposed_at, held.action)?;
    let now = if held.stage == held.proposed_at { at } else { held.stage };
    let (decided, to) = Proposal { at, action: held.action, state: held.state }.decide(decision, By::Bureau, now)?;
    let Some(to) = to else {
        return held.close(tx, actor, decided.state, reason, Deed::IncubationDeclined).await;
    };
    if held.action == Action::Hatch {
        let named = u32::from(!held.row.project.is_empty());
        pass_gate(&tx, held.row.organisation_id, held.stage, held.row.exit_review, named).await?;
    }
    held.confirm(tx, actor, at, to, reason).await
}

/// Takes back a proposal that the bureau has not decided on.
pub async fn withdraw(
    store: &Store,
    manager: &Manager,
    proposal: Uuid,
    seen: i32,
    intent: Intent,
) -> Result<String, IncubationError> {
    let actor = manager.actor();
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let held = Held::of(&tx, manager.base(), proposal, seen).await?;
    let at = decided_at_stage(held.proposed_at, held.action)?;
    let proposal = Proposal { at, action: held.action, state: held.state };
    let (decided, _) = proposal.decide(Decision::Withdraw, By::Operator, held.stage)?;
    held.close(tx, actor, decided.state, "", Deed::IncubationWithdrawn).await
}

/// A proposal and its incubation, both held.
struct Held {
    row: stage_change::Model,
    state: ProposalState,
    action: Action,
    /// Where the incubation stood when it was proposed.
    proposed_at: Stage,
    /// Where it stands now.
    stage: Stage,
}

impl Held {
    async fn of(tx: &WriteTx, base: Uuid, proposal: Uuid, seen: i32) -> Result<Self, IncubationError> {
        let of_base = |row: &stage_change::Model| row.base_id == base && row.action.is_some();
        let row = tx.lock::<stage_change::Entity>(proposal).await?.filter(of_base).ok_or(IncubationError::NotFound)?;
        expect_version(row.row_version, seen)?;
        let incubation = tx.lock::<incubation::Entity>(row.incubation_id).await?.ok_or(IncubationError::NotFound)?;
        let state = ProposalState::from_code(&row.state)
            .ok_or_else(|| StoreError::Unreadable(format!("stage_change.state `{}`", row.state)))?;
        Ok(Self {
            state,
            action: action_of(&row)?,
            proposed_at: stage_of(row.from_stage.as_deref().unwrap_or_default())?,
            stage: stage_of(&incubation.stage)?,
            row,
        })
    }

    /// It takes effect on the day of the confirmation (domain: *Annual targets*, 出壳): a day that lies behind would
    /// take back what was expected, and filed, since.
    async fn confirm(
        mut self,
        tx: WriteTx,
        actor: &Actor,
        at: Stage,
        to: Stage,
        reason: &str,
    ) -> Result<String, IncubationError> {
        let (base, organisation) = (self.row.base_id, self.row.organisation_id);
        let of_base = base::store::by_id(tx.db(), base).await?.ok_or(IncubationError::NotFound)?;
        self.row.effective_on = of_base.day(tx.now());
        let mut seq = next_seq(&tx, base, self.row.incubation_id).await?;
        if at != self.stage {
            let mut review = self.row.clone().into_active_model();
            review.id = Set(Uuid::now_v7());
            review.seq = Set(Some(seq));
            review.action = Set(Some(Action::OpenExitReview.code().to_owned()));
            review.to_stage = Set(at.code().to_owned());
            review.state = Set(ProposalState::Confirmed.code().to_owned());
            review.decided_at = Set(Some(tx.now()));
            review.decided_by = Set(Some(self.row.proposed_by.clone()));
            review.decided_by_id = Set(self.row.proposed_by_id);
            stage_change::Entity::insert(review.reset_all()).exec_without_returning(tx.db()).await?;
            seq += 1;
        }
        let mut row = self.decided(&tx, actor, ProposalState::Confirmed, reason);
        row.seq = Set(Some(seq));
        row.from_stage = Set(Some(at.code().to_owned()));
        row.effective_on = Set(self.row.effective_on);
        stage_change::Entity::update(row).exec(tx.db()).await?;
        rewrite(&tx, base, organisation).await?;
        let detail = json!({ "proposal": self.row.id, "from": self.stage, "to": to, "on": self.row.effective_on, "reason": reason });
        tx.audit(base, actor, Deed::IncubationConfirmed, &organisation.to_string(), &detail);
        Ok(tx.commit(organisation.to_string()).await?)
    }

    async fn close(
        self,
        tx: WriteTx,
        actor: &Actor,
        state: ProposalState,
        reason: &str,
        deed: Deed,
    ) -> Result<String, IncubationError> {
        let row = self.decided(&tx, actor, state, reason);
        stage_change::Entity::update(row).exec(tx.db()).await?;
        let detail = json!({ "proposal": self.row.id, "action": self.action, "reason": reason });
        tx.audit(self.row.base_id, actor, deed, &self.row.organisation_id.to_string(), &detail);
        Ok(tx.commit(self.row.organisation_id.to_string()).await?)
    }

    fn decided(&self, tx: &WriteTx, actor: &Actor, state: ProposalState, reason: &str) -> stage_change::ActiveModel {
        stage_change::ActiveModel {
            id: Set(self.row.id),
            state: Set(state.code().to_owned()),
            decided_at: Set(Some(tx.now())),
            decided_by: Set(Some(actor.name.clone())),
            decided_by_id: Set(actor.account),
            decision_reason: Set(reason.to_owned()),
            row_version: Set(self.row.row_version + 1),
            ..Default::default()
        }
    }
}
