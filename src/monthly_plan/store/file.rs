//! What a plan's author does: submitting it, taking it back, changing it after it was approved.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, By, Draft, Item, State,
    entity::{monthly_plan::Model, monthly_plan_version},
    judge,
};
use super::{
    LONGEST_WORDS, MonthlyPlanError,
    draft::{Saved, hold, save},
    planned, record,
};
use crate::{
    audit::Deed,
    period::Month,
    store::{Begun, Intent, Store, WriteTx, expect_version, to_json},
    weekly_report::{
        Rework,
        store::{Rhythm, Subject, month_exception::of_months},
    },
};

/// What is said with a plan that is submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SaidWith<'a> {
    /// The reason of a change, needed where a version stands approved already.
    pub why: &'a str,
    /// Where the operator has the words from, needed where it submits them on the organisation's behalf.
    pub source: &'a str,
}

/// Keeps what was typed, judges it, and submits it.
///
/// # Errors
/// [`MonthlyPlanError::Invalid`], [`MonthlyPlanError::ReasonMissing`] and [`MonthlyPlanError::SourceMissing`]: the
/// draft is kept, the intent can be used again. Otherwise as for [`save`].
pub async fn submit(
    store: &Store,
    subject: &Subject,
    month: Month,
    typed: Draft,
    seen: i32,
    with: SaidWith<'_>,
    intent: Intent,
) -> Result<Saved, MonthlyPlanError> {
    if store.outcome(subject.actor(), &intent).await?.is_some() {
        return Ok(Saved::Kept { version: seen, at: store.now() });
    }
    let (version, at) = match save(store, subject, month, typed, seen).await? {
        Saved::Kept { version, at } => (version, at),
        stale @ Saved::Stale { .. } => return Ok(stale),
    };
    let Begun::Fresh(tx) = store.begin(subject.actor(), intent).await? else { return Ok(Saved::Kept { version, at }) };
    let row = hold(&tx, subject, month).await?.ok_or(MonthlyPlanError::NotFound)?;
    let state = row.read_state()?.next(Action::Submit, By::Author, row.standing.is_some())?;
    expect_version(row.draft_version, version)?;
    let items = judge(&row.read_draft()?, month).map_err(MonthlyPlanError::Invalid)?;
    let with = SaidWith { why: said(with.why, row.standing.is_some())?, source: source_of(subject, with.source)? };
    keep(&tx, subject, &row, &items, with, state).await?;
    let detail = json!({ "month": month, "items": items.len(), "why": with.why, "source": with.source });
    tx.audit(row.base_id, subject.actor(), Deed::MonthlyPlanSubmitted, &row.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(Saved::Kept { version, at })
}

/// Where somebody else's words come from; one's own come from oneself.
fn source_of<'a>(subject: &Subject, typed: &'a str) -> Result<&'a str, MonthlyPlanError> {
    if !subject.is_on_behalf() {
        return Ok("");
    }
    match said(typed, true) {
        Err(MonthlyPlanError::ReasonMissing) => Err(MonthlyPlanError::SourceMissing),
        told => told,
    }
}

/// Keeps a submitted version; the first one freezes the deadline.
async fn keep(
    tx: &WriteTx,
    subject: &Subject,
    row: &Model,
    items: &[Item],
    with: SaidWith<'_>,
    state: State,
) -> Result<(), MonthlyPlanError> {
    let rhythm = Rhythm::load(tx.db(), row.base_id).await?;
    let month = row.read_month()?;
    let given = of_months(tx.db(), row.base_id, &[row.subject_id], &[month]).await?;
    let due_at = planned::due_at(&rhythm, row.of_base, month, given.get(&(row.subject_id, month)));
    let mut reworked = row.reworked()?;
    if let Some(last) = reworked.last_mut() {
        last.submitted_at.get_or_insert(tx.now());
    }
    insert_version(tx, row, row.versions + 1, items, with, &subject.actor().name, None).await?;
    let after = Model {
        state: state.code().to_owned(),
        versions: row.versions + 1,
        due_at: row.due_at.or(due_at).or(Some(tx.now())),
        first_submitted_at: row.first_submitted_at.or(Some(tx.now())),
        reworked: to_json(&reworked),
        submitted_at: Some(tx.now()),
        submitted_by: Some(subject.actor().name.clone()),
        on_behalf: subject.is_on_behalf(),
        on_behalf_confirmed_at: None,
        decide_by: Some(record::decide_by(&rhythm, tx.now())),
        decided_at: None,
        decided_by: None,
        returned_for: String::new(),
        ..row.clone()
    };
    record::put(tx, after).await
}

/// `approved_at`: of one that stands at once.
pub(super) async fn insert_version(
    tx: &WriteTx,
    row: &Model,
    number: i32,
    items: &[Item],
    with: SaidWith<'_>,
    by: &str,
    approved_at: Option<DateTime<Utc>>,
) -> Result<(), MonthlyPlanError> {
    let version = monthly_plan_version::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(row.base_id),
        plan_id: Set(row.id),
        number: Set(number),
        items: Set(to_json(&items)),
        why: Set(with.why.to_owned()),
        submitted_at: Set(tx.now()),
        submitted_by: Set(by.to_owned()),
        source: Set(with.source.to_owned()),
        approved_at: Set(approved_at),
    };
    monthly_plan_version::Entity::insert(version).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Takes back what nobody has decided on. The deadline stays.
pub async fn withdraw(
    store: &Store,
    subject: &Subject,
    month: Month,
    row_version: i32,
    intent: Intent,
) -> Result<(), MonthlyPlanError> {
    let Begun::Fresh(tx) = store.begin(subject.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, subject, month, row_version, Action::Withdraw).await?;
    // A change that is taken back owes nothing: what was approved stands.
    let reworked = if row.standing.is_some() {
        row.reworked()?
    } else {
        let held_against = row.reworked()?.last().map(|last| last.due_at).or(row.due_at).unwrap_or(tx.now());
        row.back(Rework::Withdrawn, held_against.max(tx.now()))?
    };
    let after = Model {
        state: state.code().to_owned(),
        reworked: to_json(&reworked),
        submitted_at: None,
        decide_by: None,
        ..row.clone()
    };
    finish(tx, subject, after, Deed::MonthlyPlanWithdrawn).await
}

/// Opens an approved plan for a change; what was approved stands until the change is.
pub async fn change(
    store: &Store,
    subject: &Subject,
    month: Month,
    row_version: i32,
    intent: Intent,
) -> Result<(), MonthlyPlanError> {
    let Begun::Fresh(tx) = store.begin(subject.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, subject, month, row_version, Action::Change).await?;
    let items = record::items(tx.db(), &row, row.standing).await?;
    let after = Model {
        state: state.code().to_owned(),
        draft: to_json(&Draft::from(items.as_slice())),
        draft_version: row.draft_version + 1,
        draft_saved_at: tx.now(),
        draft_saved_by: subject.actor().name.clone(),
        decide_by: None,
        ..row.clone()
    };
    finish(tx, subject, after, Deed::MonthlyPlanChangeBegun).await
}

/// Gives a change up: what was approved goes on standing.
pub async fn discard(
    store: &Store,
    subject: &Subject,
    month: Month,
    row_version: i32,
    intent: Intent,
) -> Result<(), MonthlyPlanError> {
    let Begun::Fresh(tx) = store.begin(subject.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, subject, month, row_version, Action::Discard).await?;
    let items = record::items(tx.db(), &row, row.standing).await?;
    let after = Model {
        state: state.code().to_owned(),
        draft: to_json(&Draft::from(items.as_slice())),
        draft_version: row.draft_version + 1,
        decide_by: None,
        returned_for: String::new(),
        ..row.clone()
    };
    finish(tx, subject, after, Deed::MonthlyPlanChangeDiscarded).await
}

/// The plan, held, and the state that an action of its author leads to.
pub(super) async fn step(
    tx: &WriteTx,
    subject: &Subject,
    month: Month,
    row_version: i32,
    action: Action,
) -> Result<(Model, State), MonthlyPlanError> {
    let row = hold(tx, subject, month).await?.ok_or(MonthlyPlanError::NotFound)?;
    let state = row.read_state()?.next(action, By::Author, row.standing.is_some())?;
    expect_version(row.row_version, row_version)?;
    Ok((row, state))
}

async fn finish(tx: WriteTx, subject: &Subject, row: Model, deed: Deed) -> Result<(), MonthlyPlanError> {
    tx.audit(row.base_id, subject.actor(), deed, &row.id.to_string(), &json!({ "month": row.month }));
    record::put(&tx, row).await?;
    tx.commit("").await?;
    Ok(())
}

/// Words, trimmed, that may have to be there.
pub(super) fn said(words: &str, needed: bool) -> Result<&str, MonthlyPlanError> {
    let words = words.trim();
    if needed && words.is_empty() {
        Err(MonthlyPlanError::ReasonMissing)
    } else if words.chars().count() > LONGEST_WORDS {
        Err(MonthlyPlanError::TooLong)
    } else {
        Ok(words)
    }
}
