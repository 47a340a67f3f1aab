//! `report list`: a line for each subject and week; and one report with its line.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Tz;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Query,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::{
    Content, Expectation, State, Timeliness,
    entity::{activity, weekly_report},
};
use super::{
    Rhythm, SubjectName, Version, WeekFacts, WeeklyReportError,
    read::report,
    record::{Book, Of},
    reporter::Reporter,
};
use crate::{
    access::{BaseReader, Scope, SubjectReader},
    monthly_plan::store::PlannedItem,
    period::Week,
    store::{Page, Paging, Store, StoreError},
};

/// One line. Times are in the base's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ListedWeek {
    /// The report's; null until it is filed, since a draft is its authors' alone.
    pub id: Option<Uuid>,
    /// An organisation's id, or the base's own.
    pub subject_id: Uuid,
    pub subject: String,
    /// `base` or `organisation`.
    pub kind: &'static str,
    #[schema(value_type = String, example = "2026-W15")]
    pub week: Week,
    /// `expected`, or why not.
    pub expectation: &'static str,
    /// `none` where nobody has begun to write.
    pub state: &'static str,
    /// `pending`, `on_time`, `late` or `missing`; null where no report is expected.
    pub timeliness: Option<&'static str>,
    /// 0 unless it is late.
    pub late_minutes: u32,
    /// `report` or `nothing_to_report`; null where nothing was filed.
    #[schema(value_type = Option<String>)]
    pub content: Option<Content>,
    pub due: Option<DateTime<FixedOffset>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// The first filing.
    pub filed: Option<DateTime<FixedOffset>>,
    /// What its newest filing lists singly; each counts by its own day, whatever week tells of it.
    pub activities: Vec<ListedActivity>,
}

/// One activity that a report lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ListedActivity {
    pub on: NaiveDate,
    pub attendances: i32,
}

/// A report that has been filed. What is being written on top of it is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledReport {
    pub line: ListedWeek,
    /// Its newest filing.
    pub newest: Version,
    /// `None` where the filing does not stand any more.
    pub receipt: Option<String>,
    /// The items of the month's plan, which its progress is told of.
    pub planned: Vec<PlannedItem>,
}

/// The base first, then its organisations by name; each with its weeks in order, and what each listed.
pub async fn weeks(
    store: &Store,
    reader: &BaseReader,
    from: Week,
    to: Week,
) -> Result<Vec<ListedWeek>, WeeklyReportError> {
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let itself = Reporter::base(db, base).await?.ok_or(WeeklyReportError::NotFound)?;
    let own = Book::read(db, base, Of::These(&[base]), from, to).await?;
    let organisations = Reporter::organisations(db, base).await?;
    let theirs = Book::read(db, base, Of::Organisations, from, to).await?;
    let mut activities = activities(db, base, None, from, to).await?;
    let mut lines = Vec::new();
    for (reporter, book) in [(&itself, &own)].into_iter().chain(organisations.iter().map(|one| (one, &theirs))) {
        for week in from.through(to) {
            let facts = book.facts(&rhythm, reporter, week, now)?;
            lines.push(line(rhythm.zone(), &reporter.name, &facts, &mut activities));
        }
    }
    Ok(lines)
}

/// One week, a page of its lines in the same order: as many statements whatever the base holds.
pub async fn page_of_week(
    store: &Store,
    reader: &BaseReader,
    week: Week,
    paging: Paging,
) -> Result<Page<ListedWeek>, WeeklyReportError> {
    let (db, base) = (store.read(), reader.base());
    let itself = Reporter::base(db, base).await?.ok_or(WeeklyReportError::NotFound)?;
    // The base has the first line of the first page.
    let is_first = paging.offset() == 0;
    let ahead = paging.offset().saturating_sub(1);
    let wanted = if is_first { paging.size - 1 } else { paging.size };
    let (organisations, of_organisations) = Reporter::some_organisations(db, base, ahead, wanted).await?;
    let reporters: Vec<Reporter> = is_first.then_some(itself).into_iter().chain(organisations).collect();
    let rows = lines(store, base, &reporters, week, week).await?;
    Ok(Page { rows, total: of_organisations + 1 })
}

/// One subject's weeks, a page of their lines in the same order: as many statements however many weeks there are.
///
/// # Errors
/// [`WeeklyReportError::NotFound`] where the base has no such subject.
pub async fn page_of_subject(
    store: &Store,
    reader: &SubjectReader,
    from: Week,
    to: Week,
    paging: Paging,
) -> Result<Page<ListedWeek>, WeeklyReportError> {
    let base = reader.base();
    let reporter = Reporter::find(store.read(), base, reader.subject()).await?.ok_or(WeeklyReportError::NotFound)?;
    let total = u64::try_from(from.weeks_until(to) + 1).unwrap_or(0);
    let weeks = paging.of(from.through(to));
    let rows = match weeks.first().zip(weeks.last()) {
        Some((first, last)) => lines(store, base, &[reporter], *first, *last).await?,
        None => Vec::new(),
    };
    Ok(Page { rows, total })
}

/// Some subjects, each with its weeks in order: five statements.
async fn lines(
    store: &Store,
    base: Uuid,
    reporters: &[Reporter],
    from: Week,
    to: Week,
) -> Result<Vec<ListedWeek>, WeeklyReportError> {
    let (db, now) = (store.read(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let ids: Vec<Uuid> = reporters.iter().map(|reporter| reporter.name.id).collect();
    let book = Book::read(db, base, Of::These(&ids), from, to).await?;
    let mut activities = activities(db, base, Some(&ids), from, to).await?;
    let mut lines = Vec::new();
    for reporter in reporters {
        for week in from.through(to) {
            let facts = book.facts(&rhythm, reporter, week, now)?;
            lines.push(line(rhythm.zone(), &reporter.name, &facts, &mut activities));
        }
    }
    Ok(lines)
}

/// A report in sight as it was filed last, with its line of the list; `zone` is the base's.
///
/// # Errors
/// [`WeeklyReportError::NotFound`] where no such report is in sight, and where it has never been filed.
pub async fn filed(store: &Store, scope: Scope, zone: Tz, id: Uuid) -> Result<FiledReport, WeeklyReportError> {
    let mut page = report(store, scope, id).await?;
    let newest = page.versions.pop().ok_or(WeeklyReportError::NotFound)?;
    let week = page.facts.week;
    let mut activities = activities(store.read(), scope.base(), Some(&[page.subject.id]), week, week).await?;
    Ok(FiledReport {
        line: line(zone, &page.subject, &page.facts, &mut activities),
        newest,
        receipt: page.receipt.filter(|_| page.facts.state.is_some_and(State::is_filed)),
        planned: page.planned,
    })
}

/// `activities`: by report; what the line tells of is taken out.
fn line(
    zone: Tz,
    subject: &SubjectName,
    facts: &WeekFacts,
    activities: &mut HashMap<Uuid, Vec<ListedActivity>>,
) -> ListedWeek {
    let there = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&zone).fixed_offset();
    let (expectation, timeliness) = match &facts.expectation {
        Expectation::Expected { .. } => ("expected", Some(facts.judgement.timeliness)),
        Expectation::NotExpected(why) => (why.code(), None),
    };
    let due_at = match &facts.expectation {
        Expectation::Expected { due_at } => Some(*due_at),
        Expectation::NotExpected(_) => None,
    };
    ListedWeek {
        id: facts.report.filter(|_| facts.versions > 0),
        subject_id: subject.id,
        subject: subject.name.clone(),
        kind: if subject.of_base { "base" } else { "organisation" },
        week: facts.week,
        expectation,
        state: facts.state.map_or("none", State::code),
        timeliness: timeliness.map(Timeliness::code),
        late_minutes: if let Some(Timeliness::Late { minutes }) = timeliness { minutes } else { 0 },
        content: facts.content,
        due: due_at.map(there),
        provisional: facts.provisional && due_at.is_some(),
        filed: facts.first_filed_at.map(there),
        activities: facts.report.and_then(|report| activities.remove(&report)).unwrap_or_default(),
    }
}

/// Of some subjects or of all, by report, each in the order of their days: one statement.
async fn activities(
    db: &impl ConnectionTrait,
    base: Uuid,
    subjects: Option<&[Uuid]>,
    from: Week,
    to: Week,
) -> Result<HashMap<Uuid, Vec<ListedActivity>>, StoreError> {
    use activity::Column as Of;
    let reports = Query::select()
        .column(weekly_report::Column::Id)
        .from(weekly_report::Entity)
        .and_where(weekly_report::Column::BaseId.eq(base))
        .and_where(weekly_report::Column::Week.between(from.to_string(), to.to_string()))
        .to_owned();
    let rows: Vec<(Uuid, NaiveDate, i32)> = activity::Entity::find()
        .select_only()
        .columns([Of::ReportId, Of::HeldOn, Of::Attendances])
        .filter(Of::BaseId.eq(base))
        .filter(Condition::all().add_option(subjects.map(|these| Of::SubjectId.is_in(these.iter().copied()))))
        .filter(Of::ReportId.in_subquery(reports))
        .order_by_asc(Of::HeldOn)
        .order_by_asc(Of::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut by_report: HashMap<Uuid, Vec<ListedActivity>> = HashMap::new();
    for (report, on, attendances) in rows {
        by_report.entry(report).or_default().push(ListedActivity { on, attendances });
    }
    Ok(by_report)
}
