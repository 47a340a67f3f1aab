//! Accepting, returning, reopening and commenting.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, By, Draft, Field, Refusal, Reopening, Rework, Reworked, State,
    entity::weekly_report::{self, Model},
};
use super::{
    EventKind, Reviewer, Rhythm, Speaker, WeeklyReportError, counters,
    deed::{self, needed, note},
    record::{ReportLine, read_state, read_week},
    version,
};
use crate::audit::Deed;
use crate::store::{Begun, Intent, Store, StoreError, WriteTx, expect_version, read_json, to_json};

/// A report as the reviewer saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub report: Uuid,
    pub row_version: i32,
}

/// What became of one of several reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedOrNot {
    pub report: Uuid,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Accepted,
    /// It has changed since it was looked at.
    Stale,
    /// It does not wait for a review.
    NotNow,
    OwnSubject,
}

/// On what terms an accepted report is opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Terms {
    pub reason: String,
    /// [`Field::ALL`] for the whole report.
    pub scope: Vec<Field>,
    pub until: DateTime<Utc>,
}

/// Accepts a submitted report.
pub async fn accept(store: &Store, reviewer: &Reviewer, seen: Seen, intent: Intent) -> Result<(), WeeklyReportError> {
    let Begun::Fresh(tx) = store.begin(reviewer.actor(), intent).await? else { return Ok(()) };
    let rhythm = Rhythm::load(tx.db(), reviewer.base()).await?;
    accept_one(&tx, &rhythm, reviewer, seen).await?;
    tx.commit("").await?;
    Ok(())
}

/// Accepts several at once, each for itself, in one transaction.
///
/// # Errors
/// [`WeeklyReportError::NotFound`] where one of them is not the reviewer's to review: no list that they were shown
/// names it, and none of the others is accepted.
pub async fn accept_all(
    store: &Store,
    reviewer: &Reviewer,
    seen: &[Seen],
    intent: Intent,
) -> Result<Vec<AcceptedOrNot>, WeeklyReportError> {
    let tx = match store.begin(reviewer.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(read_json(&done, "outcomes")?),
    };
    let rhythm = Rhythm::load(tx.db(), reviewer.base()).await?;
    let mut outcomes = Vec::with_capacity(seen.len());
    // In one order everywhere, so that two reviewers never wait for each other in a circle.
    let mut ordered = seen.to_vec();
    ordered.sort_by_key(|seen| seen.report);
    ordered.dedup_by_key(|seen| seen.report);
    hold_all(&tx, reviewer, &ordered).await?;
    for seen in ordered {
        let outcome = match accept_one(&tx, &rhythm, reviewer, seen).await {
            Ok(()) => Outcome::Accepted,
            Err(WeeklyReportError::Step(_)) => Outcome::NotNow,
            Err(WeeklyReportError::OwnSubject) => Outcome::OwnSubject,
            Err(WeeklyReportError::Store(StoreError::Stale)) => Outcome::Stale,
            Err(error) => return Err(error),
        };
        outcomes.push(AcceptedOrNot { report: seen.report, outcome });
    }
    if outcomes.iter().any(|one| one.outcome == Outcome::Accepted) {
        tx.commit(to_json(&outcomes)).await?;
    }
    Ok(outcomes)
}

/// Holds the reports, then the counters of their weeks, each in order.
async fn hold_all(tx: &WriteTx, reviewer: &Reviewer, ordered: &[Seen]) -> Result<(), WeeklyReportError> {
    let rows = weekly_report::Entity::find()
        .filter(weekly_report::Column::BaseId.eq(reviewer.base()))
        .filter(weekly_report::Column::Id.is_in(ordered.iter().map(|seen| seen.report)))
        .filter(weekly_report::Column::OfBase.eq(reviewer.reviews_base()))
        .order_by_asc(weekly_report::Column::Id)
        .lock_exclusive()
        .all(tx.db())
        .await?;
    let weeks: BTreeSet<&String> = rows.iter().filter(|row| !row.of_base).map(|row| &row.week).collect();
    for week in weeks {
        counters::hold(tx, reviewer.base(), read_week(week)?).await?;
    }
    Ok(())
}

/// Everything is judged before anything is written, so that a refusal leaves no trace in the transaction.
async fn accept_one(tx: &WriteTx, rhythm: &Rhythm, reviewer: &Reviewer, seen: Seen) -> Result<(), WeeklyReportError> {
    let (row, state) = hold(tx, reviewer, seen, Action::Accept).await?;
    let after = Model {
        state: state.code().to_owned(),
        reviewed_at: Some(tx.now()),
        reviewed_by: Some(reviewer.actor().name.clone()),
        ..row.clone()
    };
    note(tx, &row, EventKind::Accepted, reviewer.actor(), "").await?;
    deed::put(tx, rhythm, &row, after).await?;
    tx.audit(
        row.base_id,
        reviewer.actor(),
        Deed::WeeklyReportAccepted,
        &row.id.to_string(),
        &json!({ "week": row.week }),
    );
    Ok(())
}

/// Sends a submitted report back with a reason; gives the new deadline, two working days on.
pub async fn send_back(
    store: &Store,
    reviewer: &Reviewer,
    seen: Seen,
    reason: &str,
    intent: Intent,
) -> Result<DateTime<Utc>, WeeklyReportError> {
    let reason = needed(reason)?;
    let tx = match store.begin(reviewer.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(read_json(&done, "deadline")?),
    };
    let (row, state) = hold(&tx, reviewer, seen, Action::Return).await?;
    let rhythm = Rhythm::load(tx.db(), reviewer.base()).await?;
    let due_at = rhythm.return_due(tx.now());
    let mut reworked = ReportLine::from(&row).reworked()?;
    reworked.push(Reworked { why: Rework::Returned, due_at, submitted_at: None });
    let after = Model {
        state: state.code().to_owned(),
        return_due_at: Some(due_at),
        reworked: to_json(&reworked),
        reviewed_at: Some(tx.now()),
        reviewed_by: Some(reviewer.actor().name.clone()),
        ..row.clone()
    };
    version::drop_records(&tx, &row).await?;
    note(&tx, &row, EventKind::Returned, reviewer.actor(), reason).await?;
    deed::put(&tx, &rhythm, &row, after).await?;
    let detail = json!({ "week": row.week, "reason": reason, "due_at": due_at });
    tx.audit(row.base_id, reviewer.actor(), Deed::WeeklyReportReturned, &row.id.to_string(), &detail);
    tx.commit(to_json(&due_at)).await?;
    Ok(due_at)
}

/// Opens an accepted report again, or gives one that is open on such terms new ones.
///
/// What was accepted in time stays in time.
pub async fn reopen(
    store: &Store,
    reviewer: &Reviewer,
    seen: Seen,
    terms: Terms,
    intent: Intent,
) -> Result<(), WeeklyReportError> {
    let reopening = Reopening::new(needed(&terms.reason)?, terms.scope, terms.until, store.now())?;
    let Begun::Fresh(tx) = store.begin(reviewer.actor(), intent).await? else { return Ok(()) };
    let row = find(&tx, reviewer, seen).await?;
    if row.reopening.is_none() {
        read_state(&row.state)?.next(Action::Reopen, By::Reviewer)?;
    }
    let after = Model {
        state: State::Returned.code().to_owned(),
        return_due_at: Some(reopening.until),
        reopening: Some(to_json(&reopening)),
        ..row.clone()
    };
    note(&tx, &row, EventKind::Reopened, reviewer.actor(), &reopening.reason).await?;
    let rhythm = Rhythm::load(tx.db(), reviewer.base()).await?;
    deed::put(&tx, &rhythm, &row, after).await?;
    tx.audit(row.base_id, reviewer.actor(), Deed::WeeklyReportReopened, &row.id.to_string(), &reopening);
    tx.commit("").await?;
    Ok(())
}

/// Ends a reopening that was a mistake or led to nothing: what was accepted stands as accepted again.
///
/// A reviewer does it, before its end or after. Nothing ends by itself: past its end its authors cannot file any more,
/// and whoever opened it sees that nothing came.
pub async fn end_reopening(
    store: &Store,
    reviewer: &Reviewer,
    seen: Seen,
    intent: Intent,
) -> Result<(), WeeklyReportError> {
    let Begun::Fresh(tx) = store.begin(reviewer.actor(), intent).await? else { return Ok(()) };
    let row = find(&tx, reviewer, seen).await?;
    let state = read_state(&row.state)?;
    let accepted = version::newest(tx.db(), &row).await?;
    let Some(accepted) = accepted.filter(|_| row.reopening.is_some() && state == State::Returned) else {
        return Err(Refusal::NoSuchStep { state, action: Action::Accept }.into());
    };
    let after = Model {
        state: State::Accepted.code().to_owned(),
        return_due_at: None,
        reopening: None,
        draft: to_json(&Draft::from(&accepted.report)),
        draft_version: row.draft_version + 1,
        ..row.clone()
    };
    note(&tx, &row, EventKind::Accepted, reviewer.actor(), "").await?;
    let rhythm = Rhythm::load(tx.db(), reviewer.base()).await?;
    deed::put(&tx, &rhythm, &row, after).await?;
    let detail = json!({ "week": row.week });
    tx.audit(row.base_id, reviewer.actor(), Deed::WeeklyReportReopeningEnded, &row.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// Says something about a report that has been filed; alters nothing.
pub async fn comment(
    store: &Store,
    speaker: &Speaker,
    report: Uuid,
    words: &str,
    intent: Intent,
) -> Result<(), WeeklyReportError> {
    let words = needed(words)?;
    let Begun::Fresh(tx) = store.begin(speaker.actor(), intent).await? else { return Ok(()) };
    let row = weekly_report::Entity::find_by_id(report).one(tx.db()).await?;
    let scope = speaker.scope();
    let in_sight = |row: &Model| row.base_id == scope.base() && scope.covers(row.subject_id) && row.versions > 0;
    let row = row.filter(in_sight).ok_or(WeeklyReportError::NotFound)?;
    note(&tx, &row, EventKind::Commented, speaker.actor(), words).await?;
    tx.audit(
        row.base_id,
        speaker.actor(),
        Deed::WeeklyReportCommented,
        &row.id.to_string(),
        &json!({ "words": words }),
    );
    tx.commit("").await?;
    Ok(())
}

/// The report, held, and the state that an action of the reviewer leads to.
async fn hold(
    tx: &WriteTx,
    reviewer: &Reviewer,
    seen: Seen,
    action: Action,
) -> Result<(Model, State), WeeklyReportError> {
    let row = find(tx, reviewer, seen).await?;
    let state = read_state(&row.state)?.next(action, By::Reviewer)?;
    Ok((row, state))
}

/// The report, held, where it is the reviewer's to review and as it was seen.
async fn find(tx: &WriteTx, reviewer: &Reviewer, seen: Seen) -> Result<Model, WeeklyReportError> {
    let row = tx.lock::<weekly_report::Entity>(seen.report).await?;
    let theirs = |row: &Model| row.base_id == reviewer.base() && row.of_base == reviewer.reviews_base();
    let row = row.filter(theirs).ok_or(WeeklyReportError::NotFound)?;
    if reviewer.belongs_to(tx.db(), row.subject_id).await? {
        return Err(WeeklyReportError::OwnSubject);
    }
    expect_version(row.row_version, seen.row_version)?;
    Ok(row)
}
