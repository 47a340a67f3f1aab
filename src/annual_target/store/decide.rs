//! What the bureau does with a year: approving its targets, or returning them.

use serde_json::json;

use super::super::entity::target_year::Model;
use super::{
    TargetError,
    record::{self, hold, said},
};
use crate::{
    access::BureauOfficer,
    assessment::store::own_subjects,
    audit::Deed,
    monthly_plan::{Action, By, State},
    period::Year,
    store::{Begun, Intent, Store, WriteTx, expect_version},
};

/// Approves what was submitted: it stands from now on.
pub async fn approve(
    store: &Store,
    officer: &BureauOfficer,
    year: Year,
    row_version: i32,
    intent: Intent,
) -> Result<(), TargetError> {
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, officer, year, row_version, Action::Approve).await?;
    let after = Model { state: state.code().to_owned(), standing: Some(row.versions), ..decided(&tx, officer, row) };
    tx.audit(
        after.base_id,
        officer.actor(),
        Deed::AnnualTargetsApproved,
        &after.id.to_string(),
        &json!({ "year": after.year }),
    );
    record::approved(&tx, &after).await?;
    record::put(&tx, after).await?;
    tx.commit("").await?;
    Ok(())
}

/// Returns it with a reason; of a change, what was approved stands meanwhile.
pub async fn send_back(
    store: &Store,
    officer: &BureauOfficer,
    year: Year,
    row_version: i32,
    reason: &str,
    intent: Intent,
) -> Result<(), TargetError> {
    let reason = said(reason, true)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, officer, year, row_version, Action::Return).await?;
    let after = Model { state: state.code().to_owned(), returned_for: reason.to_owned(), ..decided(&tx, officer, row) };
    let detail = json!({ "year": after.year, "reason": reason });
    tx.audit(after.base_id, officer.actor(), Deed::AnnualTargetsReturned, &after.id.to_string(), &detail);
    record::put(&tx, after).await?;
    tx.commit("").await?;
    Ok(())
}

fn decided(tx: &WriteTx, officer: &BureauOfficer, row: Model) -> Model {
    Model { decided_at: Some(tx.now()), decided_by: Some(officer.actor().name.clone()), ..row }
}

/// Whoever is of the operator's team as well leaves it to a colleague.
pub(super) async fn not_of_the_team(tx: &WriteTx, officer: &BureauOfficer) -> Result<(), TargetError> {
    let own = own_subjects(tx.db(), officer.base(), officer.actor().account).await?;
    if own.contains(&officer.base()) { Err(TargetError::OwnSubject) } else { Ok(()) }
}

async fn step(
    tx: &WriteTx,
    officer: &BureauOfficer,
    year: Year,
    row_version: i32,
    action: Action,
) -> Result<(Model, State), TargetError> {
    let row = hold(tx, officer.base(), year).await?.ok_or(TargetError::NotFound)?;
    let state = row.read_state()?.next(action, By::Approver, row.standing.is_some())?;
    expect_version(row.row_version, row_version)?;
    not_of_the_team(tx, officer).await?;
    Ok((row, state))
}
