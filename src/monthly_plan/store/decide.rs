//! What a plan's approver does: approving it, returning it, and letting go of items that are to be dropped.

use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, By, Release, State,
    entity::monthly_plan::{Entity, Model},
};
use super::{MonthlyPlanError, file::said, record};
use crate::{
    audit::Deed,
    store::{Begun, Intent, Store, WriteTx, expect_version, to_json},
    weekly_report::{
        Rework,
        store::{Reviewer, Rhythm},
    },
};

/// A plan as its approver saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub plan: Uuid,
    pub row_version: i32,
}

/// Approves what was submitted: it stands from now on.
pub async fn approve(store: &Store, approver: &Reviewer, seen: Seen, intent: Intent) -> Result<(), MonthlyPlanError> {
    let Begun::Fresh(tx) = store.begin(approver.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, approver, seen).await?;
    let state = row.read_state()?.next(Action::Approve, By::Approver, row.standing.is_some())?;
    let after = Model {
        state: state.code().to_owned(),
        standing: Some(row.versions),
        decided_at: Some(tx.now()),
        decided_by: Some(approver.actor().name.clone()),
        ..row.clone()
    };
    tx.audit(
        row.base_id,
        approver.actor(),
        Deed::MonthlyPlanApproved,
        &row.id.to_string(),
        &json!({ "month": row.month }),
    );
    record::put(&tx, after).await?;
    record::approved(&tx, &row, tx.now()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Returns it with a reason. A first plan is due again after two working days (domain: *State of a filing*); of a
/// change, what was approved stands meanwhile.
pub async fn send_back(
    store: &Store,
    approver: &Reviewer,
    seen: Seen,
    reason: &str,
    intent: Intent,
) -> Result<(), MonthlyPlanError> {
    let reason = said(reason, true)?;
    let Begun::Fresh(tx) = store.begin(approver.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, approver, seen).await?;
    let state = row.read_state()?.next(Action::Return, By::Approver, row.standing.is_some())?;
    let reworked = if row.standing.is_some() {
        row.reworked()?
    } else {
        let rhythm = Rhythm::load(tx.db(), approver.base()).await?;
        row.back(Rework::Returned, rhythm.return_due(tx.now()))?
    };
    let after = Model {
        state: state.code().to_owned(),
        reworked: to_json(&reworked),
        decided_at: Some(tx.now()),
        decided_by: Some(approver.actor().name.clone()),
        decide_by: None,
        returned_for: reason.to_owned(),
        ..row.clone()
    };
    let detail = json!({ "month": row.month, "reason": reason });
    tx.audit(row.base_id, approver.actor(), Deed::MonthlyPlanReturned, &row.id.to_string(), &detail);
    record::put(&tx, after).await?;
    tx.commit("").await?;
    Ok(())
}

/// Says whether an item of a closed month that its author wants to drop may leave the rate.
pub async fn release(
    store: &Store,
    approver: &Reviewer,
    seen: Seen,
    item: Uuid,
    granted: bool,
    intent: Intent,
) -> Result<(), MonthlyPlanError> {
    let Begun::Fresh(tx) = store.begin(approver.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, approver, seen).await?;
    let mut results = row.read_result()?;
    let asked = results.iter_mut().find(|result| result.item == item && result.release == Some(Release::Asked));
    let asked = asked.filter(|_| row.state == State::Closed.code()).ok_or(MonthlyPlanError::NotFound)?;
    asked.release = Some(if granted { Release::Granted } else { Release::Refused });
    asked.answered_at = Some(tx.now());
    let items = record::items(tx.db(), &row, row.standing).await?;
    let (counting, points, releases_asked) = record::counted(&items, &results);
    let after = Model { result: Some(to_json(&results)), items: counting, points, releases_asked, ..row.clone() };
    let detail = json!({ "month": row.month, "item": item, "granted": granted });
    tx.audit(row.base_id, approver.actor(), Deed::MonthlyPlanItemReleased, &row.id.to_string(), &detail);
    record::put(&tx, after).await?;
    tx.commit("").await?;
    Ok(())
}

/// The plan, held and as it counts now, where it is the approver's to decide on and as it was seen.
async fn hold(tx: &WriteTx, approver: &Reviewer, seen: Seen) -> Result<Model, MonthlyPlanError> {
    let row = tx.lock::<Entity>(seen.plan).await?;
    let theirs = |row: &Model| row.base_id == approver.base() && row.of_base == approver.reviews_base();
    let row = row.filter(theirs).ok_or(MonthlyPlanError::NotFound)?;
    if approver.belongs_to(tx.db(), row.subject_id).await? {
        return Err(MonthlyPlanError::OwnSubject);
    }
    expect_version(row.row_version, seen.row_version)?;
    Ok(record::settle(tx, row).await?)
}
