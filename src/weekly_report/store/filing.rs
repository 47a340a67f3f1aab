//! Filing a week, taking it back, and confirming what was filed on behalf.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, By, Content, Draft, Filing, Help, Judgement, ReceiptNumber, Refusal, Report, Rework, Reworked, State,
    Timeliness,
    entity::{weekly_report, weekly_report_draft},
    judge,
};
use super::{
    EventKind, Rhythm, Subject, WeeklyReportError, counters,
    deed::{self, find_of, hold_of, note},
    draft::{Earlier, Saved, StaleDraft, save},
    record::{Book, Of, ReportLine, read_state, stored},
    version,
};
use crate::{
    access::Member,
    audit::Deed,
    monthly_plan::store::progress,
    organisation::entity::organisation,
    period::Week,
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version, read_json, to_json},
};

/// What is sent to be filed.
#[derive(Debug, Clone)]
pub struct Sending {
    pub typed: Draft,
    /// The version of the draft that it was typed on top of, 0 for none.
    pub seen: i32,
    /// When it was finished without a connection, by the device's clock.
    pub on_device_at: Option<DateTime<Utc>>,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    Filed(Box<Receipt>),
    /// Somebody saved meanwhile; nothing has been written.
    Stale(Box<StaleDraft>),
}

/// What the author holds after filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub report: Uuid,
    pub week: Week,
    pub number: ReceiptNumber,
    pub filed_at: DateTime<Utc>,
    pub filed_by: String,
    /// How many times it has been filed now.
    pub version: u32,
    pub content: Content,
    /// The deadline of the first submission.
    pub due_at: DateTime<Utc>,
    pub timeliness: Timeliness,
    pub on_behalf: bool,
}

/// Keeps what was typed, judges it, and files it. The same intent again gives the same receipt.
///
/// # Errors
/// [`WeeklyReportError::Invalid`]: the draft is kept, the intent can be used again. Otherwise as for
/// [`save`](super::draft::save), and [`WeeklyReportError::OutOfReopening`].
pub async fn submit(
    store: &Store,
    subject: &Subject,
    week: Week,
    sending: Sending,
    intent: Intent,
) -> Result<Sent, WeeklyReportError> {
    if let Some(done) = store.outcome(subject.actor(), &intent).await? {
        return filed(&done);
    }
    let version = match save(store, subject, week, &sending.typed, sending.seen).await {
        Ok(Saved::Kept { version, .. }) => version,
        Ok(Saved::Stale(stale)) => return Ok(Sent::Stale(stale)),
        // It may have been filed by this very intent a moment ago, and is refused below if it was not.
        Err(WeeklyReportError::NotOpen(_)) => sending.seen,
        Err(error) => return Err(error),
    };
    let tx = match store.begin(subject.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return filed(&done),
    };
    let row = hold_of(&tx, subject, week).await?.ok_or(WeeklyReportError::NotFound)?;
    let state = read_state(&row.state)?;
    state.next(Action::Submit, By::Author).map_err(|_| WeeklyReportError::NotOpen(state))?;
    expect_version(row.draft_version, version)?;
    let receipt = file(&tx, subject, week, row, sending.on_device_at).await?;
    filed(&tx.commit(to_json(&receipt)).await?)
}

fn filed(outcome: &str) -> Result<Sent, WeeklyReportError> {
    Ok(Sent::Filed(Box::new(read_json(outcome, "receipt")?)))
}

/// Files the draft of a report whose row is held.
async fn file(
    tx: &WriteTx,
    subject: &Subject,
    week: Week,
    row: weekly_report::Model,
    on_device_at: Option<DateTime<Utc>>,
) -> Result<Receipt, WeeklyReportError> {
    let now = tx.now();
    let rhythm = Rhythm::load(tx.db(), subject.base()).await?;
    let context = Earlier::before(tx.db(), subject, week).await?.context(&rhythm, week, now);
    let mut report = judge(&row.read_draft()?, context).map_err(WeeklyReportError::Invalid)?;
    let planned = progress::for_week(tx.db(), subject.base(), subject.id(), week, now).await?;
    // An item may have left the plan since it was offered.
    report.progress.retain(|item, _| planned.iter().any(|planned| planned.item.id == *item));
    if let (Some(reopening), Some(accepted)) = (row.read_reopening()?, version::newest(tx.db(), &row).await?) {
        reopening.allows(&Draft::from(&accepted.report), &Draft::from(&report), now)?;
    }
    let filing = filing_now(tx, &rhythm, subject, week, &row, on_device_at).await?;
    let judgement = Judgement::of(Some(&filing), filing.due_at, Some(rhythm.cut_off(row.of_base, week)), now);
    remember_last_week(tx, &row, true).await?;
    let number = number(tx, &rhythm, week, &row).await?;
    let after = filed_row(&row, subject, &report, &filing, judgement, &number, now);
    version::keep(tx, &after, subject, &report).await?;
    note(tx, &after, EventKind::Submitted, subject.actor(), "").await?;
    let receipt = Receipt {
        report: row.id,
        week,
        number,
        filed_at: now,
        filed_by: subject.actor().name.clone(),
        version: row.versions.unsigned_abs() + 1,
        content: report.content,
        due_at: filing.due_at,
        timeliness: judgement.timeliness,
        on_behalf: subject.is_on_behalf(),
    };
    deed::put(tx, &rhythm, &row, after).await?;
    forget_states(tx, &row).await?;
    tx.audit(row.base_id, subject.actor(), Deed::WeeklyReportSubmitted, &row.id.to_string(), &receipt);
    Ok(receipt)
}

/// What the rule of timeliness takes: the first submission freezes the deadline, later ones answer the last
/// return or withdrawal.
async fn filing_now(
    tx: &WriteTx,
    rhythm: &Rhythm,
    subject: &Subject,
    week: Week,
    row: &weekly_report::Model,
    on_device_at: Option<DateTime<Utc>>,
) -> Result<Filing, WeeklyReportError> {
    if let Some(mut filing) = ReportLine::from(row).filing()? {
        if let Some(last) = filing.reworked.last_mut() {
            last.submitted_at.get_or_insert(tx.now());
        }
        return Ok(filing);
    }
    let book = Book::read(tx.db(), subject.base(), Of::These(&[subject.id()]), week, week).await?;
    // Without a working day nothing is asked for, and what is filed nevertheless is in time.
    let due_at = book.due_at(rhythm, subject.id(), subject.is_base(), week).unwrap_or(tx.now());
    Ok(Filing::first(due_at, tx.now(), on_device_at))
}

/// A report keeps its number, however often it is filed.
async fn number(
    tx: &WriteTx,
    rhythm: &Rhythm,
    week: Week,
    row: &weekly_report::Model,
) -> Result<ReceiptNumber, WeeklyReportError> {
    let unreadable = |error: super::super::NoSuchReceipt| StoreError::Unreadable(error.to_string());
    if let Some(number) = &row.receipt {
        return Ok(number.parse().map_err(unreadable)?);
    }
    let held = counters::hold(tx, row.base_id, week).await?;
    let running = counters::next_receipt(tx, held).await?;
    Ok(ReceiptNumber::new(rhythm.short_code(), week, running.unsigned_abs()).map_err(unreadable)?)
}

fn filed_row(
    row: &weekly_report::Model,
    subject: &Subject,
    report: &Report,
    filing: &Filing,
    judgement: Judgement,
    number: &ReceiptNumber,
    now: DateTime<Utc>,
) -> weekly_report::Model {
    let late_minutes = if let Timeliness::Late { minutes } = judgement.timeliness { stored(minutes) } else { 0 };
    let help = match &report.help {
        Help::NotNeeded => None,
        Help::Wanted { kind, .. } => Some(kind.code().to_owned()),
    };
    weekly_report::Model {
        state: State::Submitted.code().to_owned(),
        nothing_to_report: report.content == Content::NothingToReport,
        activities: stored(report.activities_count),
        attendances: stored(report.attendances),
        help,
        versions: row.versions + 1,
        receipt: Some(number.to_string()),
        due_at: Some(filing.due_at),
        first_filed_at: Some(filing.submitted_at),
        timeliness: Some(judgement.timeliness.code().to_owned()),
        late_minutes,
        filed_at: Some(now),
        filed_by: Some(subject.actor().name.clone()),
        on_behalf: subject.is_on_behalf(),
        on_behalf_confirmed_at: None,
        return_due_at: None,
        reviewed_at: None,
        reviewed_by: None,
        on_device_at: filing.on_device_at,
        counts: if row.versions == 0 { judgement.counts } else { row.counts },
        reworked: to_json(&filing.reworked),
        reopening: None,
        ..row.clone()
    }
}

/// Nobody's open page refers to the states of a draft that has been filed.
async fn forget_states(tx: &WriteTx, row: &weekly_report::Model) -> Result<(), StoreError> {
    weekly_report_draft::Entity::delete_many()
        .filter(weekly_report_draft::Column::BaseId.eq(row.base_id))
        .filter(weekly_report_draft::Column::ReportId.eq(row.id))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Keeps with the organisation which week it has last reported on. `stands`: whether this report stands as filed
/// after the deed. The organisation's row is always taken before the week's counters, in every write.
async fn remember_last_week(tx: &WriteTx, row: &weekly_report::Model, stands: bool) -> Result<(), StoreError> {
    if row.of_base {
        return Ok(());
    }
    let others: Option<Option<String>> = weekly_report::Entity::find()
        .select_only()
        .column_as(weekly_report::Column::Week.max(), "week")
        .filter(weekly_report::Column::BaseId.eq(row.base_id))
        .filter(weekly_report::Column::SubjectId.eq(row.subject_id))
        .filter(weekly_report::Column::Id.ne(row.id))
        .filter(weekly_report::Column::Versions.gt(0))
        .filter(weekly_report::Column::State.ne(State::Withdrawn.code()))
        .into_tuple()
        .one(tx.db())
        .await?;
    let newest = others.flatten().max(stands.then(|| row.week.clone()));
    let organisation =
        organisation::ActiveModel { id: Set(row.subject_id), last_report_week: Set(newest), ..Default::default() };
    organisation::Entity::update(organisation).exec(tx.db()).await?;
    Ok(())
}

/// Takes a report back that has not been reviewed. The deadline stays: where it has passed, each minute until
/// the report is filed again is late.
pub async fn withdraw(
    store: &Store,
    subject: &Subject,
    week: Week,
    row_version: i32,
    intent: Intent,
) -> Result<(), WeeklyReportError> {
    let Begun::Fresh(tx) = store.begin(subject.actor(), intent).await? else { return Ok(()) };
    let row = hold_of(&tx, subject, week).await?.ok_or(WeeklyReportError::NotFound)?;
    let state = read_state(&row.state)?.next(Action::Withdraw, By::Author)?;
    expect_version(row.row_version, row_version)?;
    let mut reworked = ReportLine::from(&row).reworked()?;
    let held_against = reworked.last().map(|last| last.due_at).or(row.due_at).unwrap_or(tx.now());
    let due_at = held_against.max(tx.now());
    reworked.push(Reworked { why: Rework::Withdrawn, due_at, submitted_at: None });
    let after = weekly_report::Model { state: state.code().to_owned(), reworked: to_json(&reworked), ..row.clone() };
    version::drop_records(&tx, &row).await?;
    remember_last_week(&tx, &row, false).await?;
    note(&tx, &row, EventKind::Withdrawn, subject.actor(), "").await?;
    let rhythm = Rhythm::load(tx.db(), subject.base()).await?;
    deed::put(&tx, &rhythm, &row, after).await?;
    tx.audit(row.base_id, subject.actor(), Deed::WeeklyReportWithdrawn, &row.id.to_string(), &json!({ "week": week }));
    tx.commit("").await?;
    Ok(())
}

/// The organisation's word for what the operator filed on its behalf.
pub async fn confirm(store: &Store, member: &Member, week: Week, intent: Intent) -> Result<(), WeeklyReportError> {
    let subject = Subject::from(member);
    let Begun::Fresh(tx) = store.begin(member.actor(), intent).await? else { return Ok(()) };
    let row = hold_of(&tx, &subject, week).await?.ok_or(WeeklyReportError::NotFound)?;
    let state = read_state(&row.state)?;
    if !state.is_filed() {
        return Err(Refusal::NoSuchStep { state, action: Action::Submit }.into());
    }
    if !row.on_behalf || row.on_behalf_confirmed_at.is_some() {
        return Err(StoreError::Stale.into());
    }
    let after = weekly_report::Model { on_behalf_confirmed_at: Some(tx.now()), ..row.clone() };
    note(&tx, &row, EventKind::Confirmed, member.actor(), "").await?;
    let rhythm = Rhythm::load(tx.db(), subject.base()).await?;
    deed::put(&tx, &rhythm, &row, after).await?;
    tx.audit(row.base_id, member.actor(), Deed::WeeklyReportConfirmed, &row.id.to_string(), &json!({ "week": week }));
    tx.commit("").await?;
    Ok(())
}

/// The receipt of a week's newest filing, to be shown again; `None` where nothing stands as filed.
pub async fn receipt(store: &Store, subject: &Subject, week: Week) -> Result<Option<Receipt>, WeeklyReportError> {
    let Some(row) = find_of(store.read(), subject, week).await? else { return Ok(None) };
    let line = ReportLine::from(&row);
    let standing = line.state()? != State::Withdrawn;
    let (Some(filing), Some(content), Some(number), Some(filed_at)) =
        (line.filing()?.filter(|_| standing), line.content(), line.receipt.as_deref(), line.filed_at)
    else {
        return Ok(None);
    };
    let number = number.parse().map_err(|_| StoreError::Unreadable(format!("receipt {number}")))?;
    Ok(Some(Receipt {
        report: row.id,
        week,
        number,
        filed_at,
        filed_by: row.filed_by.unwrap_or_default(),
        version: row.versions.unsigned_abs(),
        content,
        due_at: filing.due_at,
        timeliness: line.judged(filing.due_at, store.now())?.timeliness,
        on_behalf: row.on_behalf,
    }))
}
