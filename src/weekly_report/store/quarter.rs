//! A quarter's weeks and activities, as its assessment counts them, and the weeks of any other stretch of time.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use super::super::{Cell, FiledWeeks, Rate, entity::activity};
use super::{
    Rhythm, SubjectName, WeeklyReportError,
    as_at::AsAt,
    matrix::WeekSummary,
    record::{Book, Of},
    reporter::Reporter,
    summary::summaries,
};
use crate::{
    access::BaseReader,
    period::{Quarter, Stretch, Week},
    store::{Store, StoreError},
};

/// What was filed of a quarter's weeks that have begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterFiled {
    /// Oldest first.
    pub weeks: Vec<WeekSummary>,
    /// Over all of them.
    pub rate: Rate,
    /// Organisations of which reports were expected and none came in time to count, by name.
    pub silent: Vec<SubjectName>,
}

/// How a quarter was filed: a fixed number of statements, however many organisations there are.
pub async fn quarter_filed(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
) -> Result<QuarterFiled, WeeklyReportError> {
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let weeks = begun(store, reader, &rhythm, quarter.weeks()).await?;
    let reporters = Reporter::organisations(db, base).await?;
    let filed = weeks_of(db, &rhythm, base, &reporters, quarter, &AsAt::now(now)).await?;
    let silent = |reporter: &Reporter| {
        filed.get(&reporter.name.id).is_some_and(|weeks| weeks.expected > 0 && weeks.missing == weeks.expected)
    };
    Ok(QuarterFiled {
        rate: weeks.iter().map(|week| week.rate).sum(),
        weeks,
        silent: reporters.into_iter().filter(silent).map(|reporter| reporter.name).collect(),
    })
}

/// How much of a quarter was filed on time, over the weeks that have begun.
pub async fn quarter_rate(store: &Store, reader: &BaseReader, quarter: Quarter) -> Result<Rate, WeeklyReportError> {
    let rhythm = Rhythm::load(store.read(), reader.base()).await?;
    let weeks = begun(store, reader, &rhythm, quarter.weeks()).await?;
    Ok(weeks.iter().map(|week| week.rate).sum())
}

/// So many weeks at the least are told one by one, as many as the matrix shows.
const TOLD: i64 = 12;

/// How a stretch of time was filed, beside the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledBeside {
    /// Twelve weeks up to its last one, or as many as both have together, as far as they have begun; oldest first.
    pub weeks: Vec<WeekSummary>,
    /// Over its weeks that have begun.
    pub now: FiledWeeks,
    /// Over the weeks of the stretch before it.
    pub before: FiledWeeks,
}

/// The weeks of a stretch of time over all organisations: a fixed number of statements.
pub async fn filed_beside(
    store: &Store,
    reader: &BaseReader,
    within: Stretch,
) -> Result<FiledBeside, WeeklyReportError> {
    let rhythm = Rhythm::load(store.read(), reader.base()).await?;
    let (own, earlier): (Vec<Week>, Vec<Week>) = (within.weeks().collect(), within.previous().weeks().collect());
    let running = rhythm.week(store.now());
    let last = own.last().map_or(running, |last| running.min(*last));
    let first = earlier.first().map_or(last, |first| last.plus(1 - TOLD).min(*first));
    let weeks = begun(store, reader, &rhythm, first.through(last)).await?;
    let mut found = FiledBeside { weeks, now: FiledWeeks::default(), before: FiledWeeks::default() };
    (found.now, found.before) = (found.over(within), found.over(within.previous()));
    Ok(found)
}

impl FiledBeside {
    /// Over those of its weeks that belong to a stretch of time, such as a quarter of the year that was asked for.
    pub fn over(&self, within: Stretch) -> FiledWeeks {
        let wanted: Vec<Week> = within.weeks().collect();
        self.weeks.iter().filter(|week| wanted.contains(&week.week)).map(FiledWeeks::from).sum()
    }

    /// Whether anything had been filed or excused by the end of a stretch of time, as far back as its weeks go. Before, the
    /// base did not use the program: what was due then follows from its organisations' stages, and nobody could file it.
    pub fn had_begun_by(&self, within: Stretch) -> bool {
        let came = |week: &&WeekSummary| week.on_time + week.late + week.excused > 0;
        let last = within.weeks().next_back();
        self.weeks.iter().filter(came).any(|week| last.is_some_and(|last| week.week <= last))
    }
}

/// Of some weeks those that have begun.
async fn begun(
    store: &Store,
    reader: &BaseReader,
    rhythm: &Rhythm,
    weeks: impl Iterator<Item = Week>,
) -> Result<Vec<WeekSummary>, StoreError> {
    let now = store.now();
    let running = rhythm.week(now);
    let weeks: Vec<_> = weeks.filter(|week| *week <= running).collect();
    summaries(store.read(), rhythm, reader.base(), &weeks, now).await
}

/// Weeks that asked for a report, and how it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct QuarterWeeks {
    pub expected: u32,
    pub on_time: u32,
    /// Those that count: after the cut-off of the quarter's facts, late is missing.
    pub late: u32,
    pub missing: u32,
    /// Weeks that asked for none though the subject was there.
    pub excused: u32,
}

/// What some subjects filed in a quarter, as it stands at an instant: two statements.
pub(crate) async fn weeks_of(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    reporters: &[Reporter],
    quarter: Quarter,
    as_at: &AsAt,
) -> Result<HashMap<Uuid, QuarterWeeks>, StoreError> {
    let weeks: Vec<_> = quarter.weeks().collect();
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return Ok(HashMap::new()) };
    let ids: Vec<Uuid> = reporters.iter().map(|reporter| reporter.name.id).collect();
    let of = if ids.len() == 1 { Of::These(&ids) } else { Of::Organisations };
    let mut book = Book::read_with(db, base, of, *first, *last, as_at.held()).await?;
    book.put_back(as_at)?;
    let mut found = HashMap::with_capacity(reporters.len());
    for reporter in reporters {
        let mut sum = QuarterWeeks::default();
        for week in &weeks {
            sum.count(&book.facts(rhythm, reporter, *week, as_at.at())?.cell);
        }
        found.insert(reporter.name.id, sum);
    }
    Ok(found)
}

impl QuarterWeeks {
    fn count(&mut self, cell: &Cell) {
        let part = match cell {
            Cell::NotExpected(_) | Cell::Pending => return,
            Cell::Excused(_) => {
                self.excused += 1;
                return;
            }
            Cell::OnTime | Cell::OnTimeNothing => &mut self.on_time,
            Cell::Late { counts: true, .. } => &mut self.late,
            Cell::Late { counts: false, .. } | Cell::Missing => &mut self.missing,
        };
        *part += 1;
        self.expected += 1;
    }
}

/// What the newest version of one report tells of some days.
#[derive(Debug, FromQueryResult)]
struct Held {
    report_id: Uuid,
    subject_id: Uuid,
    sessions: i64,
    attendances: Option<i64>,
}

/// Sessions and attendances that organisations' reports tell as they stood at an instant, by the day of the activity, by
/// organisation: one statement.
pub(crate) async fn activities_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
    as_at: &AsAt,
) -> Result<HashMap<Uuid, (i64, i64)>, StoreError> {
    use activity::Column as Of;
    let days = quarter.first_day()..=quarter.last_day();
    let held: Vec<Held> = activity::Entity::find()
        .select_only()
        .columns([Of::ReportId, Of::SubjectId])
        .expr_as(Expr::col(Of::Id).count(), "sessions")
        .expr_as(Expr::col(Of::Attendances).sum(), "attendances")
        .filter(Of::BaseId.eq(base))
        .filter(Of::OfBase.eq(false))
        .filter(Of::HeldOn.between(*days.start(), *days.end()))
        .group_by(Of::ReportId)
        .group_by(Of::SubjectId)
        .into_model()
        .all(db)
        .await?;
    let mut found: HashMap<Uuid, (i64, i64)> = HashMap::new();
    for row in held.into_iter().filter(|row| !as_at.has_changed(row.report_id)) {
        let (sessions, attendances) = found.entry(row.subject_id).or_default();
        *sessions += row.sessions;
        *attendances += row.attendances.unwrap_or_default();
    }
    for (_, stood) in as_at.changed().filter(|(_, stood)| !stood.of_base) {
        let told = stood.report.iter().flat_map(|report| &report.activities);
        for one in told.filter(|one| days.contains(&one.on)) {
            let (sessions, attendances) = found.entry(stood.subject).or_default();
            *sessions += 1;
            *attendances += i64::from(one.attendances.unwrap_or_default());
        }
    }
    Ok(found)
}
