//! One report, and one subject's weeks.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::{
    Change, Draft, Reopening, State, differences,
    entity::{weekly_report, weekly_report_event},
};
use super::{
    Event, EventKind, ReturnedWith, Rhythm, SubjectName, Version, WeekFacts, WeeklyReportError,
    record::{Book, Of, read_state, read_week},
    reporter::{Reporter, names},
    version,
};
use crate::{
    access::{Scope, SubjectReader},
    evidence::{self, Attachment},
    monthly_plan::store::{PlannedItem, for_week},
    period::Week,
    store::{Store, StoreError},
};

/// How far back a first screen looks.
const WEEKS_LOOKED_AT: u32 = 12;

/// A report with everything that happened to it. A draft is not among it: only its authors see that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportPage {
    pub id: Uuid,
    pub subject: SubjectName,
    pub facts: WeekFacts,
    pub receipt: Option<String>,
    /// Oldest first; the newest is what stands as filed, unless it was withdrawn.
    pub versions: Vec<Version>,
    /// Oldest first.
    pub events: Vec<Event>,
    pub attachments: Vec<Attachment>,
    /// The items of the month's plan, which its progress is told of.
    pub planned: Vec<PlannedItem>,
    pub returned: Option<ReturnedWith>,
    pub reopening: Option<Reopening>,
    pub reviewed_at: Option<DateTime<Utc>>,
    pub reviewed_by: Option<String>,
}

/// Two versions and what differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub subject: SubjectName,
    pub week: Week,
    pub old: Version,
    pub new: Version,
    pub changes: Vec<Change>,
}

/// What an organisation's first screen says of its weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyWeek {
    pub subject: SubjectName,
    /// The running week.
    pub current: WeekFacts,
    /// Earlier weeks of the last twelve that wait for their author: missing or returned; newest first.
    pub behind: Vec<WeekFacts>,
    /// Why the newest returned report is back with its author, and of which week it is.
    pub returned: Option<(Week, ReturnedWith)>,
    /// Filings made on behalf that wait to be confirmed; newest first.
    pub to_confirm: Vec<Week>,
    /// When the last report was filed, whatever its week.
    pub last_filed_at: Option<DateTime<Utc>>,
}

/// One report.
pub async fn report(store: &Store, scope: Scope, id: Uuid) -> Result<ReportPage, WeeklyReportError> {
    let db = store.read();
    let row = find(db, scope, id).await?;
    let week = read_week(&row.week)?;
    let rhythm = Rhythm::load(db, row.base_id).await?;
    let reporter = Reporter::find(db, row.base_id, row.subject_id).await?.ok_or(WeeklyReportError::NotFound)?;
    let book = Book::read(db, row.base_id, Of::These(&[row.subject_id]), week, week).await?;
    let events = events(db, &row).await?;
    Ok(ReportPage {
        id: row.id,
        facts: book.facts(&rhythm, &reporter, week, store.now())?,
        subject: reporter.name,
        versions: version::all(db, row.base_id, row.id).await?,
        returned: returned_by(&row, &events),
        events,
        attachments: evidence::store::of_report(db, row.base_id, row.id).await?,
        planned: for_week(db, row.base_id, row.subject_id, week, store.now()).await?,
        reopening: row.read_reopening()?,
        receipt: row.receipt,
        reviewed_at: row.reviewed_at,
        reviewed_by: row.reviewed_by,
    })
}

/// Which report a subject's week has, if any.
pub async fn report_of(store: &Store, reader: &SubjectReader, week: Week) -> Result<Option<Uuid>, WeeklyReportError> {
    let id: Option<Uuid> = weekly_report::Entity::find()
        .select_only()
        .column(weekly_report::Column::Id)
        .filter(weekly_report::Column::BaseId.eq(reader.base()))
        .filter(weekly_report::Column::SubjectId.eq(reader.subject()))
        .filter(weekly_report::Column::Week.eq(week.to_string()))
        .into_tuple()
        .one(store.read())
        .await?;
    Ok(id)
}

/// Two versions of a report beside each other, by their numbers.
pub async fn compare(
    store: &Store,
    scope: Scope,
    id: Uuid,
    old: u32,
    new: u32,
) -> Result<Comparison, WeeklyReportError> {
    let db = store.read();
    let row = find(db, scope, id).await?;
    let versions = version::all(db, row.base_id, row.id).await?;
    let numbered = |number| {
        let version = versions.iter().find(|version| version.number == number);
        version.cloned().ok_or(WeeklyReportError::NotFound)
    };
    let (old, new) = (numbered(old)?, numbered(new)?);
    let mut names = names(db, row.base_id, [row.subject_id].into_iter()).await?;
    Ok(Comparison {
        subject: names.remove(&row.subject_id).ok_or(WeeklyReportError::NotFound)?,
        week: read_week(&row.week)?,
        changes: differences(&Draft::from(&old.report), &Draft::from(&new.report)),
        old,
        new,
    })
}

/// A subject's last `count` weeks up to `last` (the running week where `None`), newest first.
pub async fn weeks(
    store: &Store,
    reader: &SubjectReader,
    last: Option<Week>,
    count: u32,
) -> Result<Vec<WeekFacts>, WeeklyReportError> {
    Ok(weeks_of(store, reader, last, count).await?.1)
}

/// What a subject has to do now.
pub async fn my_week(store: &Store, reader: &SubjectReader) -> Result<MyWeek, WeeklyReportError> {
    let (reporter, weeks) = weeks_of(store, reader, None, WEEKS_LOOKED_AT).await?;
    let mut weeks = weeks.into_iter();
    let current = weeks.next().ok_or(WeeklyReportError::NotFound)?;
    let earlier: Vec<WeekFacts> = weeks.collect();
    let unconfirmed =
        |facts: &&WeekFacts| facts.on_behalf && !facts.on_behalf_confirmed && facts.state.is_some_and(State::is_filed);
    let to_confirm = [&current].into_iter().chain(&earlier).filter(unconfirmed).map(|facts| facts.week).collect();
    let back = |facts: &&WeekFacts| facts.state == Some(State::Returned);
    let returned =
        match [&current].into_iter().chain(&earlier).find(back).and_then(|facts| Some((facts.week, facts.report?))) {
            Some((week, id)) => {
                let row = find(store.read(), reader.into(), id).await?;
                returned_with(store.read(), &row).await?.map(|returned| (week, returned))
            }
            None => None,
        };
    let last_filed_at: Option<Option<DateTime<Utc>>> = weekly_report::Entity::find()
        .select_only()
        .column_as(weekly_report::Column::FiledAt.max(), "filed_at")
        .filter(weekly_report::Column::BaseId.eq(reader.base()))
        .filter(weekly_report::Column::SubjectId.eq(reader.subject()))
        .into_tuple()
        .one(store.read())
        .await?;
    Ok(MyWeek {
        subject: reporter.name,
        current,
        behind: earlier.into_iter().filter(WeekFacts::waits_for_author).collect(),
        returned,
        to_confirm,
        last_filed_at: last_filed_at.flatten(),
    })
}

pub(super) async fn weeks_of(
    store: &Store,
    reader: &SubjectReader,
    last: Option<Week>,
    count: u32,
) -> Result<(Reporter, Vec<WeekFacts>), WeeklyReportError> {
    let (db, now) = (store.read(), store.now());
    let (base, subject) = (reader.base(), reader.subject());
    let rhythm = Rhythm::load(db, base).await?;
    let reporter = Reporter::find(db, base, subject).await?.ok_or(WeeklyReportError::NotFound)?;
    let last = last.unwrap_or_else(|| rhythm.week(now));
    let first = last.plus(1 - i64::from(count.max(1)));
    let book = Book::read(db, base, Of::These(&[subject]), first, last).await?;
    let facts = |week| book.facts(&rhythm, &reporter, week, now);
    let weeks = first.through(last).rev().map(facts).collect::<Result<_, _>>()?;
    Ok((reporter, weeks))
}

/// A report in sight.
async fn find(db: &impl ConnectionTrait, scope: Scope, id: Uuid) -> Result<weekly_report::Model, WeeklyReportError> {
    let of_base = weekly_report::Column::BaseId.eq(scope.base());
    let row = weekly_report::Entity::find_by_id(id).filter(of_base).one(db).await?;
    row.filter(|row| scope.covers(row.subject_id)).ok_or(WeeklyReportError::NotFound)
}

async fn events(db: &impl ConnectionTrait, row: &weekly_report::Model) -> Result<Vec<Event>, StoreError> {
    let rows = weekly_report_event::Entity::find()
        .filter(weekly_report_event::Column::BaseId.eq(row.base_id))
        .filter(weekly_report_event::Column::ReportId.eq(row.id))
        .order_by_asc(weekly_report_event::Column::At)
        .order_by_asc(weekly_report_event::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(event).collect()
}

fn event(row: weekly_report_event::Model) -> Result<Event, StoreError> {
    let unreadable = |what: &str| StoreError::Unreadable(format!("{what} of event {}", row.id));
    Ok(Event {
        at: row.at,
        kind: EventKind::from_code(&row.kind).ok_or_else(|| unreadable("kind"))?,
        by_role: row.by_role.parse().map_err(|_| unreadable("role"))?,
        by: row.by,
        words: row.words,
    })
}

/// Why a report is back with its author.
pub(super) async fn returned_with(
    db: &impl ConnectionTrait,
    row: &weekly_report::Model,
) -> Result<Option<ReturnedWith>, StoreError> {
    if read_state(&row.state)? != State::Returned {
        return Ok(None);
    }
    Ok(returned_by(row, &events(db, row).await?))
}

fn returned_by(row: &weekly_report::Model, events: &[Event]) -> Option<ReturnedWith> {
    let due_at = row.return_due_at.filter(|_| row.state == State::Returned.code())?;
    let back = |event: &&Event| matches!(event.kind, EventKind::Returned | EventKind::Reopened);
    let event = events.iter().rev().find(back)?;
    Some(ReturnedWith { reason: event.words.clone(), by: event.by.clone(), at: event.at, due_at })
}
