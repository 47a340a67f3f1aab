//! Before a visit: who goes, how often somebody tried, and what asks for an extra one.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::{
    FollowUpError, Which,
    draft::{Held, blank, hold_or_begin},
    known::Known,
};
use crate::{
    access::Manager,
    audit::Deed,
    follow_up::{
        Assignment, Attempt, NewAssignment, NewAttempt, NewSignal, SignalRaised,
        entity::{
            follow_up::{ActiveModel, Entity},
            follow_up_attempt,
        },
    },
    store::{Begun, Intent, Store, StoreError, expect_version},
};

/// Says who goes, and when. `seen` is the version of the row, 0 where there was none.
pub async fn assign(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    which: Which,
    typed: &NewAssignment,
    seen: i32,
    intent: Intent,
) -> Result<(), FollowUpError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let held = hold_or_begin(&tx, manager.base(), manager.actor(), organisation, which).await?;
    let Held { row, today, fresh, .. } = held;
    expect_version(if fresh { 0 } else { row.row_version }, seen)?;
    let assignment = Assignment::judge(typed, today).map_err(FollowUpError::Invalid)?;
    tx.audit(row.base_id, manager.actor(), Deed::FollowUpAssigned, &row.id.to_string(), &assignment);
    let next = row.row_version + 1;
    let mut row = row.into_active_model();
    row.assigned = Set(Some(assignment.assigned));
    row.planned_on = Set(assignment.planned_on);
    row.row_version = Set(next);
    row.update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Keeps an attempt to reach an organisation.
pub async fn attempt(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    which: Which,
    typed: &NewAttempt,
    intent: Intent,
) -> Result<(), FollowUpError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let held = hold_or_begin(&tx, manager.base(), manager.actor(), organisation, which).await?;
    let Held { row, hatched_on, today, .. } = held;
    let attempt = Attempt::judge(typed, hatched_on, today).map_err(FollowUpError::Invalid)?;
    tx.audit(row.base_id, manager.actor(), Deed::FollowUpAttempted, &row.id.to_string(), &attempt);
    let made = follow_up_attempt::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(row.base_id),
        follow_up_id: Set(row.id),
        organisation_id: Set(row.organisation_id),
        on_day: Set(attempt.on),
        means: Set(attempt.means.code().to_owned()),
        reached: Set(attempt.reached.code().to_owned()),
        note: Set(attempt.note),
        made_by: Set(manager.actor().name.clone()),
        recorded_at: Set(tx.now()),
    };
    follow_up_attempt::Entity::insert(made).exec_without_returning(tx.db()).await?;
    let attempts = row.attempts + 1;
    let mut row = row.into_active_model();
    row.attempts = Set(attempts);
    row.update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Asks for an extra visit of an organisation that has hatched, for a signal of risk; its id.
///
/// # Errors
/// [`FollowUpError::NotHatched`], [`FollowUpError::Invalid`].
pub async fn raise(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    typed: &NewSignal,
    intent: Intent,
) -> Result<Uuid, FollowUpError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    let known = Known::of(tx.db(), manager.base(), Some(organisation)).await?;
    let incubation = known.newest()?.incubation;
    let today = known.today(tx.now());
    let raised = SignalRaised::judge(typed).map_err(FollowUpError::Invalid)?;
    let row = ActiveModel {
        signal: Set(Some(raised.signal.code().to_owned())),
        signal_note: Set(raised.note.clone()),
        raised_on: Set(Some(today)),
        raised_by: Set(Some(manager.actor().name.clone())),
        due_on: Set(Some(SignalRaised::due_on(today))),
        ..blank(&tx, manager.base(), manager.actor(), organisation, incubation)
    };
    let row = Entity::insert(row).exec_with_returning(tx.db()).await?;
    let detail = json!({ "organisation": organisation, "signal": raised.signal, "note": raised.note });
    tx.audit(row.base_id, manager.actor(), Deed::FollowUpRaised, &row.id.to_string(), &detail);
    id(&tx.commit(row.id.to_string()).await?)
}

fn id(outcome: &str) -> Result<Uuid, FollowUpError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("follow-up {outcome}")))?)
}
