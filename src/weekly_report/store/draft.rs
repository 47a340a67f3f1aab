//! Writing a week's report: nothing typed is lost, and nobody's newer words are overwritten.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};
use uuid::Uuid;

use super::super::{
    Context, Draft, Expectation, Merged, Reopening, State, Why,
    entity::{weekly_report, weekly_report_draft},
    merge,
};
use super::{
    ReturnedWith, Rhythm, Subject, SubjectName, WeekFacts, WeeklyReportError,
    deed::{find_of, hold_of},
    read::returned_with,
    record::{Book, Of, read_state, read_week},
    reporter::Reporter,
    version,
};
use crate::{
    evidence::{self, Attachment},
    monthly_plan::store::{PlannedItem, for_week},
    period::Week,
    store::{Store, StoreError, WriteTx, read_json, to_json},
};

/// How many earlier states of a draft are kept: an open page may be that far behind.
const STATES_KEPT: i32 = 100;

/// A week's report as its author opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenWeek {
    pub subject: SubjectName,
    pub facts: WeekFacts,
    /// What has been saved; before that, the lasting numbers of the last filing.
    pub draft: Draft,
    /// 0 until something has been saved.
    pub draft_version: i32,
    /// `None` until something has been saved.
    pub saved_at: Option<DateTime<Utc>>,
    pub saved_by: Option<String>,
    /// What the draft is judged against, in the browser as on the server.
    pub context: Context,
    /// Why it is back with its author.
    pub returned: Option<ReturnedWith>,
    /// The terms on which an accepted report is open again.
    pub reopening: Option<Reopening>,
    pub receipt: Option<String>,
    pub attachments: Vec<Attachment>,
    /// The items of the month's plan, of which progress is told.
    pub planned: Vec<PlannedItem>,
}

impl OpenWeek {
    /// Whether its author may write in it now.
    pub fn is_open(&self) -> bool {
        self.facts.state.is_none_or(State::is_open)
    }

    /// The report's id, once something has been saved or attached.
    pub fn report(&self) -> Option<Uuid> {
        self.facts.report
    }
}

/// What became of a draft that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is kept under this version.
    Kept { version: i32, at: DateTime<Utc> },
    /// Somebody saved meanwhile; nothing has been written.
    Stale(Box<StaleDraft>),
}

/// Two people's words, beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleDraft {
    pub mine: Draft,
    pub theirs: Draft,
    pub theirs_by: String,
    pub theirs_at: DateTime<Utc>,
    /// The version of `theirs`: what is saved next is saved on top of it.
    pub version: i32,
    /// Both brought together; without conflicts it can be saved as it is.
    pub merged: Merged,
}

/// Opens a week. Reads only: the report comes to be when something is first saved or attached.
///
/// # Errors
/// Where nothing has been written so far: [`WeeklyReportError::NotAsked`], unless the week is excused or left out
/// by the cadence, and [`WeeklyReportError::NotYet`].
pub async fn open(store: &Store, subject: &Subject, week: Week) -> Result<OpenWeek, WeeklyReportError> {
    let (db, now) = (store.read(), store.now());
    let rhythm = Rhythm::load(db, subject.base()).await?;
    let reporter = reporter(db, subject).await?;
    let book = Book::read(db, subject.base(), Of::These(&[subject.id()]), week, week).await?;
    let facts = book.facts(&rhythm, &reporter, week, now)?;
    let row = find_of(db, subject, week).await?;
    if row.is_none() {
        may_begin(&facts.expectation, week, rhythm.week(now))?;
    }
    let earlier = Earlier::before(db, subject, week).await?;
    let context = earlier.context(&rhythm, week, now);
    let prefilled = earlier.prefilled(db).await?;
    let planned = for_week(db, subject.base(), subject.id(), week, now).await?;
    let Some(row) = row else {
        return Ok(OpenWeek {
            subject: reporter.name,
            facts,
            draft: prefilled,
            draft_version: 0,
            saved_at: None,
            saved_by: None,
            context,
            returned: None,
            reopening: None,
            receipt: None,
            attachments: Vec::new(),
            planned,
        });
    };
    let saved = row.draft_version > 0;
    Ok(OpenWeek {
        subject: reporter.name,
        draft: if saved { row.read_draft()? } else { prefilled },
        draft_version: row.draft_version,
        saved_at: saved.then_some(row.draft_saved_at),
        saved_by: saved.then(|| row.draft_saved_by.clone()),
        context,
        returned: returned_with(db, &row).await?,
        reopening: row.read_reopening()?,
        attachments: evidence::store::of_report(db, row.base_id, row.id).await?,
        receipt: row.receipt,
        facts,
        planned,
    })
}

/// Keeps what was typed. `seen` is the version that it was typed on top of, 0 for none.
///
/// # Errors
/// [`WeeklyReportError::NotOpen`] once it is submitted; otherwise as for [`open`].
pub async fn save(
    store: &Store,
    subject: &Subject,
    week: Week,
    typed: &Draft,
    seen: i32,
) -> Result<Saved, WeeklyReportError> {
    let tx = store.begin_unrecorded(subject.actor(), "weekly_report.draft").await?;
    let row = find_or_begin(&tx, subject, week).await?;
    let state = read_state(&row.state)?;
    if !state.is_open() {
        return Err(WeeklyReportError::NotOpen(state));
    }
    let kept = row.read_draft()?;
    if row.draft_version > 0 && kept == *typed {
        return Ok(Saved::Kept { version: row.draft_version, at: row.draft_saved_at });
    }
    if row.draft_version != seen {
        let base = state_of(&tx, subject, week, &row, seen).await?;
        let merged = merge(&base, typed, &kept);
        return Ok(Saved::Stale(Box::new(StaleDraft {
            mine: typed.clone(),
            theirs: kept,
            theirs_by: row.draft_saved_by,
            theirs_at: row.draft_saved_at,
            version: row.draft_version,
            merged,
        })));
    }
    let version = row.draft_version + 1;
    keep_state(&tx, &row).await?;
    let mut row = row.into_active_model();
    row.draft = Set(to_json(typed));
    row.draft_version = Set(version);
    row.draft_saved_at = Set(tx.now());
    row.draft_saved_by = Set(subject.actor().name.clone());
    weekly_report::Entity::update(row).exec(tx.db()).await?;
    let at = tx.now();
    tx.commit_unrecorded().await?;
    Ok(Saved::Kept { version, at })
}

/// A subject's report of a week, held; made where nobody has begun yet.
pub(crate) async fn find_or_begin(
    tx: &WriteTx,
    subject: &Subject,
    week: Week,
) -> Result<weekly_report::Model, WeeklyReportError> {
    if let Some(row) = hold_of(tx, subject, week).await? {
        return Ok(row);
    }
    let rhythm = Rhythm::load(tx.db(), subject.base()).await?;
    let reporter = reporter(tx.db(), subject).await?;
    let book = Book::read(tx.db(), subject.base(), Of::These(&[subject.id()]), week, week).await?;
    may_begin(&book.expectation(&rhythm, &reporter, week), week, rhythm.week(tx.now()))?;
    let row = weekly_report::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(subject.base()),
        subject_id: Set(subject.id()),
        of_base: Set(subject.is_base()),
        week: Set(week.to_string()),
        state: Set(State::Draft.code().to_owned()),
        draft: Set(to_json(&Draft::default())),
        draft_saved_at: Set(tx.now()),
        draft_saved_by: Set(subject.actor().name.clone()),
        draft_version: Set(0),
        nothing_to_report: Set(false),
        activities: Set(0),
        attendances: Set(0),
        help: Set(None),
        versions: Set(0),
        receipt: Set(None),
        due_at: Set(None),
        first_filed_at: Set(None),
        timeliness: Set(None),
        late_minutes: Set(0),
        filed_at: Set(None),
        filed_by: Set(None),
        on_behalf: Set(false),
        on_behalf_confirmed_at: Set(None),
        return_due_at: Set(None),
        reviewed_at: Set(None),
        reviewed_by: Set(None),
        attachments: Set(0),
        on_device_at: Set(None),
        device_counts: Set(false),
        counts: Set(true),
        reworked: Set("[]".to_owned()),
        reopening: Set(None),
        row_version: Set(1),
    };
    // A colleague may begin at the same moment; whoever comes second finds the first one's row.
    let one_row = [weekly_report::Column::BaseId, weekly_report::Column::SubjectId, weekly_report::Column::Week];
    let insert = weekly_report::Entity::insert(row).on_conflict(OnConflict::columns(one_row).do_nothing().to_owned());
    insert.exec_without_returning(tx.db()).await?;
    hold_of(tx, subject, week).await?.ok_or(WeeklyReportError::NotFound)
}

async fn reporter(db: &impl ConnectionTrait, subject: &Subject) -> Result<Reporter, WeeklyReportError> {
    Reporter::find(db, subject.base(), subject.id()).await?.ok_or(WeeklyReportError::NotFound)
}

/// A report may be given where none is asked for only by an excuse or the cadence.
fn may_begin(expectation: &Expectation, week: Week, current: Week) -> Result<(), WeeklyReportError> {
    match expectation {
        _ if week > current => Err(WeeklyReportError::NotYet),
        Expectation::Expected { .. } | Expectation::NotExpected(Why::Excused(_) | Why::Cadence) => Ok(()),
        Expectation::NotExpected(why) => Err(WeeklyReportError::NotAsked(why.clone())),
    }
}

/// The draft as it was at a version.
async fn state_of(
    tx: &WriteTx,
    subject: &Subject,
    week: Week,
    row: &weekly_report::Model,
    seen: i32,
) -> Result<Draft, WeeklyReportError> {
    if seen == 0 {
        return Ok(Earlier::before(tx.db(), subject, week).await?.prefilled(tx.db()).await?);
    }
    let kept = weekly_report_draft::Entity::find()
        .filter(weekly_report_draft::Column::BaseId.eq(row.base_id))
        .filter(weekly_report_draft::Column::ReportId.eq(row.id))
        .filter(weekly_report_draft::Column::Version.eq(seen))
        .one(tx.db())
        .await?;
    // Too old to be known: then everything that both hold counts as changed by both, and nothing is lost.
    Ok(kept.map(|kept| read_json(&kept.draft, "draft")).transpose()?.unwrap_or_default())
}

/// Keeps the present state of a draft before it is replaced.
async fn keep_state(tx: &WriteTx, row: &weekly_report::Model) -> Result<(), StoreError> {
    if row.draft_version == 0 {
        return Ok(());
    }
    weekly_report_draft::Entity::delete_many()
        .filter(weekly_report_draft::Column::BaseId.eq(row.base_id))
        .filter(weekly_report_draft::Column::ReportId.eq(row.id))
        .filter(weekly_report_draft::Column::Version.lte(row.draft_version - STATES_KEPT))
        .exec(tx.db())
        .await?;
    let state = weekly_report_draft::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(row.base_id),
        report_id: Set(row.id),
        version: Set(row.draft_version),
        draft: Set(row.draft.clone()),
    };
    weekly_report_draft::Entity::insert(state).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// The subject's newest filing of an earlier week.
pub(super) struct Earlier(Option<weekly_report::Model>);

impl Earlier {
    pub(super) async fn before(db: &impl ConnectionTrait, subject: &Subject, week: Week) -> Result<Self, StoreError> {
        let row = weekly_report::Entity::find()
            .filter(weekly_report::Column::BaseId.eq(subject.base()))
            .filter(weekly_report::Column::SubjectId.eq(subject.id()))
            .filter(weekly_report::Column::Week.lt(week.to_string()))
            .filter(weekly_report::Column::Versions.gt(0))
            .order_by_desc(weekly_report::Column::Week)
            .one(db)
            .await?;
        Ok(Self(row))
    }

    /// What a report of `week` is judged against. Money is asked for once a month: in its first report.
    pub(super) fn context(&self, rhythm: &Rhythm, week: Week, now: DateTime<Utc>) -> Context {
        let earlier = self.0.as_ref();
        let month = earlier.and_then(|row| read_week(&row.week).ok()).map(Week::month);
        Context {
            week,
            last_filed_on: earlier.and_then(|row| row.first_filed_at).map(|at| rhythm.day(at)),
            today: rhythm.day(now),
            money_asked: month != Some(week.month()),
        }
    }

    /// A new draft: the lasting numbers stand there already.
    async fn prefilled(&self, db: &impl ConnectionTrait) -> Result<Draft, StoreError> {
        let Some(row) = &self.0 else { return Ok(Draft::default()) };
        let Some(newest) = version::newest(db, row).await? else { return Ok(Draft::default()) };
        let last = Draft::from(&newest.report);
        Ok(Draft { staff: last.staff, volunteers: last.volunteers, ..Draft::default() })
    }
}
