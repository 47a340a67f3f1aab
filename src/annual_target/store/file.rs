//! What the operator does with a year: submitting it, taking it back, changing it after it was approved.

use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Draft,
    entity::{target_version, target_year::Model},
    judge,
};
use super::{
    TargetError,
    draft::{Saved, save},
    record::{self, hold, said},
};
use crate::{
    access::Manager,
    audit::Deed,
    monthly_plan::{Action, By, State},
    period::Year,
    store::{Begun, Intent, Store, WriteTx, expect_version, to_json},
};

/// Keeps what was typed, judges it, and submits it to the bureau. `why`: the reason of a change, needed where a
/// version stands approved already.
///
/// # Errors
/// [`TargetError::Invalid`] and [`TargetError::ReasonMissing`]: the draft is kept, the intent can be used again.
/// Otherwise as for [`save`].
pub async fn submit(
    store: &Store,
    manager: &Manager,
    year: Year,
    typed: Draft,
    seen: i32,
    why: &str,
    intent: Intent,
) -> Result<Saved, TargetError> {
    if store.outcome(manager.actor(), &intent).await?.is_some() {
        return Ok(Saved::Kept { version: seen, at: store.now() });
    }
    let (version, at) = match save(store, manager, year, typed, seen).await? {
        Saved::Kept { version, at } => (version, at),
        stale @ Saved::Stale { .. } => return Ok(stale),
    };
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(Saved::Kept { version, at }) };
    let row = hold(&tx, manager.base(), year).await?.ok_or(TargetError::NotFound)?;
    let state = row.read_state()?.next(Action::Submit, By::Author, row.standing.is_some())?;
    expect_version(row.draft_version, version)?;
    let targets = judge(&row.read_draft()?).map_err(TargetError::Invalid)?;
    let why = said(why, row.standing.is_some())?;
    let number = row.versions + 1;
    let version_row = target_version::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(row.base_id),
        year_id: Set(row.id),
        number: Set(number),
        targets: Set(to_json(&targets)),
        why: Set(why.to_owned()),
        submitted_at: Set(tx.now()),
        submitted_by: Set(manager.actor().name.clone()),
        approved_at: Set(None),
    };
    target_version::Entity::insert(version_row).exec_without_returning(tx.db()).await?;
    let after = Model {
        state: state.code().to_owned(),
        versions: number,
        submitted_at: Some(tx.now()),
        submitted_by: Some(manager.actor().name.clone()),
        decided_at: None,
        decided_by: None,
        returned_for: String::new(),
        ..row.clone()
    };
    record::put(&tx, after).await?;
    let detail = json!({ "year": row.year, "targets": targets.len(), "why": why });
    tx.audit(row.base_id, manager.actor(), Deed::AnnualTargetsSubmitted, &row.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(Saved::Kept { version, at })
}

/// Takes back what nobody has decided on.
pub async fn withdraw(
    store: &Store,
    manager: &Manager,
    year: Year,
    row_version: i32,
    intent: Intent,
) -> Result<(), TargetError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, manager, year, row_version, Action::Withdraw).await?;
    let after = Model { state: state.code().to_owned(), submitted_at: None, ..row };
    finish(tx, manager, after, Deed::AnnualTargetsWithdrawn).await
}

/// Opens approved targets for a change; what was approved stands until the change is.
pub async fn change(
    store: &Store,
    manager: &Manager,
    year: Year,
    row_version: i32,
    intent: Intent,
) -> Result<(), TargetError> {
    reopen(store, manager, year, row_version, intent, Action::Change, Deed::AnnualTargetsChangeBegun).await
}

/// Gives a change up: what was approved goes on standing.
pub async fn discard(
    store: &Store,
    manager: &Manager,
    year: Year,
    row_version: i32,
    intent: Intent,
) -> Result<(), TargetError> {
    reopen(store, manager, year, row_version, intent, Action::Discard, Deed::AnnualTargetsChangeDiscarded).await
}

/// The draft is again what stands approved.
async fn reopen(
    store: &Store,
    manager: &Manager,
    year: Year,
    row_version: i32,
    intent: Intent,
    action: Action,
    deed: Deed,
) -> Result<(), TargetError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, manager, year, row_version, action).await?;
    let targets = record::targets(tx.db(), &row, row.standing).await?;
    let after = Model {
        state: state.code().to_owned(),
        draft: to_json(&Draft::from(targets.as_slice())),
        draft_version: row.draft_version + 1,
        draft_saved_at: tx.now(),
        draft_saved_by: manager.actor().name.clone(),
        returned_for: String::new(),
        ..row
    };
    finish(tx, manager, after, deed).await
}

/// The year, held, and the state that an action of its author leads to.
async fn step(
    tx: &WriteTx,
    manager: &Manager,
    year: Year,
    row_version: i32,
    action: Action,
) -> Result<(Model, State), TargetError> {
    let row = hold(tx, manager.base(), year).await?.ok_or(TargetError::NotFound)?;
    let state = row.read_state()?.next(action, By::Author, row.standing.is_some())?;
    expect_version(row.row_version, row_version)?;
    Ok((row, state))
}

async fn finish(tx: WriteTx, manager: &Manager, row: Model, deed: Deed) -> Result<(), TargetError> {
    tx.audit(row.base_id, manager.actor(), deed, &row.id.to_string(), &json!({ "year": row.year }));
    record::put(&tx, row).await?;
    tx.commit("").await?;
    Ok(())
}
