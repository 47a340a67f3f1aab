//! A quarter's weeks and activities, as its assessment counts them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::super::{Cell, Rate, entity::activity};
use super::{
    Rhythm, SubjectName, WeeklyReportError,
    matrix::WeekSummary,
    record::{Book, Of},
    reporter::Reporter,
    summary::summaries,
};
use crate::{
    access::BaseReader,
    period::Quarter,
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
    let weeks = begun(store, reader, &rhythm, quarter).await?;
    let reporters = Reporter::organisations(db, base).await?;
    let filed = weeks_of(db, &rhythm, base, &reporters, quarter, now).await?;
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
    let weeks = begun(store, reader, &rhythm, quarter).await?;
    Ok(weeks.iter().map(|week| week.rate).sum())
}

/// The weeks of a quarter that have begun.
async fn begun(
    store: &Store,
    reader: &BaseReader,
    rhythm: &Rhythm,
    quarter: Quarter,
) -> Result<Vec<WeekSummary>, StoreError> {
    let now = store.now();
    let running = rhythm.week(now);
    let weeks: Vec<_> = quarter.weeks().filter(|week| *week <= running).collect();
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
}

/// What some subjects filed in a quarter, as it stands at an instant: two statements.
pub(crate) async fn weeks_of(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    reporters: &[Reporter],
    quarter: Quarter,
    at: DateTime<Utc>,
) -> Result<HashMap<Uuid, QuarterWeeks>, StoreError> {
    let weeks: Vec<_> = quarter.weeks().collect();
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return Ok(HashMap::new()) };
    let ids: Vec<Uuid> = reporters.iter().map(|reporter| reporter.name.id).collect();
    let of = if ids.len() == 1 { Of::These(&ids) } else { Of::Organisations };
    let book = Book::read(db, base, of, *first, *last).await?;
    let mut found = HashMap::with_capacity(reporters.len());
    for reporter in reporters {
        let mut sum = QuarterWeeks::default();
        for week in &weeks {
            sum.count(&book.facts(rhythm, reporter, *week, at)?.cell);
        }
        found.insert(reporter.name.id, sum);
    }
    Ok(found)
}

impl QuarterWeeks {
    fn count(&mut self, cell: &Cell) {
        let part = match cell {
            Cell::NotExpected(_) | Cell::Excused(_) | Cell::Pending => return,
            Cell::OnTime | Cell::OnTimeNothing => &mut self.on_time,
            Cell::Late { counts: true, .. } => &mut self.late,
            Cell::Late { counts: false, .. } | Cell::Missing => &mut self.missing,
        };
        *part += 1;
        self.expected += 1;
    }
}

#[derive(Debug, FromQueryResult)]
struct Held {
    subject_id: Uuid,
    sessions: i64,
    attendances: i64,
}

/// Sessions and attendances that organisations' filed reports tell, by the day of the activity, by organisation: one
/// statement.
pub(crate) async fn activities_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
) -> Result<HashMap<Uuid, (i64, i64)>, StoreError> {
    use activity::Column as Of;
    let held: Vec<Held> = activity::Entity::find()
        .select_only()
        .column(Of::SubjectId)
        .expr_as(Of::Id.count(), "sessions")
        .expr_as(Of::Attendances.sum(), "attendances")
        .filter(Of::BaseId.eq(base))
        .filter(Of::OfBase.eq(false))
        .filter(Of::HeldOn.between(quarter.first_day(), quarter.last_day()))
        .group_by(Of::SubjectId)
        .into_model()
        .all(db)
        .await?;
    Ok(held.into_iter().map(|row| (row.subject_id, (row.sessions, row.attendances))).collect())
}
