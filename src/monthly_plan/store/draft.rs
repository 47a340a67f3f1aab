//! Writing a plan: nothing typed is lost, and nobody's newer words are overwritten.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict,
};
use uuid::Uuid;

use super::super::{
    Draft, State,
    entity::monthly_plan::{ActiveModel, Column, Entity, Model},
    is_expected, start,
};
use super::{MONTHS_AHEAD, MonthlyPlanError, record};
use crate::{
    period::Month,
    store::{Store, StoreError, WriteTx, to_json},
    weekly_report::store::{Rhythm, Subject, reporter},
};

/// What became of a draft that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is kept under this version.
    Kept { version: i32, at: DateTime<Utc> },
    /// Somebody saved meanwhile; nothing has been written.
    Stale { theirs: Draft, by: String, at: DateTime<Utc>, version: i32 },
}

/// Keeps what was typed. `seen` is the version that it was typed on top of, 0 for none.
///
/// # Errors
/// [`MonthlyPlanError::NotOpen`], and where nothing has been written so far [`MonthlyPlanError::NotAsked`] and
/// [`MonthlyPlanError::NotYet`].
pub async fn save(
    store: &Store,
    subject: &Subject,
    month: Month,
    typed: Draft,
    seen: i32,
) -> Result<Saved, MonthlyPlanError> {
    let tx = store.begin_unrecorded(subject.actor(), "monthly_plan.draft").await?;
    let row = hold_or_begin(&tx, subject, month).await?;
    let state = row.read_state()?;
    if !state.is_open() {
        return Err(MonthlyPlanError::NotOpen(state));
    }
    let typed = typed.with_ids(Uuid::now_v7);
    let kept = row.read_draft()?;
    if row.draft_version > 0 && kept == typed {
        return Ok(Saved::Kept { version: row.draft_version, at: row.draft_saved_at });
    }
    if row.draft_version != seen {
        let (by, at, version) = (row.draft_saved_by, row.draft_saved_at, row.draft_version);
        return Ok(Saved::Stale { theirs: kept, by, at, version });
    }
    let (version, at) = (row.draft_version + 1, tx.now());
    let mut row = row.into_active_model();
    row.draft = Set(to_json(&typed));
    row.draft_version = Set(version);
    row.draft_saved_at = Set(at);
    row.draft_saved_by = Set(subject.actor().name.clone());
    row.update(tx.db()).await?;
    tx.commit_unrecorded().await?;
    Ok(Saved::Kept { version, at })
}

/// A subject's plan of a month, held and as it counts now; made where nobody has begun yet.
pub(super) async fn hold_or_begin(tx: &WriteTx, subject: &Subject, month: Month) -> Result<Model, MonthlyPlanError> {
    if let Some(row) = hold(tx, subject, month).await? {
        return Ok(row);
    }
    let rhythm = Rhythm::load(tx.db(), subject.base()).await?;
    may_begin(tx.db(), &rhythm, subject.base(), subject.id(), month, tx.now()).await?;
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(subject.base()),
        subject_id: Set(subject.id()),
        of_base: Set(subject.is_base()),
        month: Set(month.to_string()),
        state: Set(State::Draft.code().to_owned()),
        draft: Set(to_json(&Draft::default())),
        draft_version: Set(0),
        draft_saved_at: Set(tx.now()),
        draft_saved_by: Set(subject.actor().name.clone()),
        versions: Set(0),
        standing: Set(None),
        due_at: Set(None),
        first_submitted_at: Set(None),
        reworked: Set("[]".to_owned()),
        submitted_at: Set(None),
        submitted_by: Set(None),
        on_behalf: Set(false),
        on_behalf_confirmed_at: Set(None),
        decide_by: Set(None),
        decided_at: Set(None),
        decided_by: Set(None),
        returned_for: Set(String::new()),
        result: Set(None),
        closed_at: Set(None),
        closed_by: Set(None),
        items: Set(0),
        points: Set(0),
        releases_asked: Set(0),
        row_version: Set(1),
    };
    // A colleague may begin at the same moment; whoever comes second finds the first one's row.
    let one_row = [Column::BaseId, Column::SubjectId, Column::Month];
    let insert = Entity::insert(row).on_conflict(OnConflict::columns(one_row).do_nothing().to_owned());
    insert.exec_without_returning(tx.db()).await?;
    hold(tx, subject, month).await?.ok_or(MonthlyPlanError::NotFound)
}

/// A subject's plan of a month, held until the end of the write and as it counts now.
pub(super) async fn hold(tx: &WriteTx, subject: &Subject, month: Month) -> Result<Option<Model>, StoreError> {
    let Some(found) = record::find(tx.db(), subject.base(), subject.id(), month).await? else { return Ok(None) };
    let Some(row) = tx.lock::<Entity>(found.id).await? else { return Ok(None) };
    Ok(Some(record::settle(tx, row).await?))
}

/// A plan can be begun by whoever is there in the month, up to [`MONTHS_AHEAD`].
pub(super) async fn may_begin(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    subject: Uuid,
    month: Month,
    now: DateTime<Utc>,
) -> Result<(), MonthlyPlanError> {
    let current = Month::of(rhythm.day(now));
    let furthest = (0..MONTHS_AHEAD).fold(current, |month, _| month.next());
    if month > furthest {
        return Err(MonthlyPlanError::NotYet);
    }
    let reporter = reporter::Reporter::find(db, base, subject).await?.ok_or(MonthlyPlanError::NotFound)?;
    let there = month.weeks().any(|week| reporter.spans().iter().any(|span| span.contains(week)));
    if there || is_expected(reporter.spans(), month) { Ok(()) } else { Err(MonthlyPlanError::NotAsked) }
}

/// How a plan that nobody has begun begins: with what recurs and what was carried over of the month before.
pub(super) async fn beginning(
    db: &impl ConnectionTrait,
    base: Uuid,
    subject: Uuid,
    month: Month,
    now: DateTime<Utc>,
) -> Result<Draft, StoreError> {
    let Some(before) = record::find(db, base, subject, month.previous()).await? else { return Ok(Draft::default()) };
    let before = before.settled(now)?;
    let items = record::items(db, &before, before.standing).await?;
    Ok(start(month, &items, &before.read_result()?))
}
