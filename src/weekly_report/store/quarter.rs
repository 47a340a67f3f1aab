//! A quarter's weeks and activities, as its assessment counts them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use super::super::{
    Cell, Rate, Report,
    entity::{activity, weekly_report, weekly_report_version},
};
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
    store::{Store, StoreError, read_json},
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
    id: Uuid,
    subject_id: Uuid,
    filed_at: Option<DateTime<Utc>>,
    sessions: i64,
    attendances: Option<i64>,
}

/// Sessions and attendances that organisations' reports tell as they were filed at an instant, by the day of the
/// activity, by organisation: one statement, and another where reports were filed after it.
///
/// A report that was sent back or withdrawn keeps no activities and does not say since when: it counts as it is now. One
/// that was filed again after the instant counts as it was last filed before it.
pub(crate) async fn activities_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
    at: DateTime<Utc>,
) -> Result<HashMap<Uuid, (i64, i64)>, StoreError> {
    use activity::{Column as Of, Entity as Activities};
    use weekly_report::{Column as By, Entity as Reports};
    let days = quarter.first_day()..=quarter.last_day();
    let told = Condition::all()
        .add(Expr::col((Activities, Of::BaseId)).equals((Reports, By::BaseId)))
        .add(Expr::col((Activities, Of::ReportId)).equals((Reports, By::Id)))
        .add(Expr::col((Activities, Of::HeldOn)).between(*days.start(), *days.end()));
    let matters = Condition::any()
        .add(Expr::col((Activities, Of::Id)).is_not_null())
        .add(Expr::col((Reports, By::FiledAt)).gt(at));
    let query = Query::select()
        .columns([(Reports, By::Id), (Reports, By::SubjectId), (Reports, By::FiledAt)])
        .expr_as(Expr::col((Activities, Of::Id)).count(), "sessions")
        .expr_as(Expr::col((Activities, Of::Attendances)).sum(), "attendances")
        .from(Reports)
        .join(JoinType::LeftJoin, Activities, told)
        .and_where(Expr::col((Reports, By::BaseId)).eq(base))
        .and_where(Expr::col((Reports, By::OfBase)).eq(false))
        .cond_where(matters)
        .group_by_columns([(Reports, By::Id), (Reports, By::SubjectId), (Reports, By::FiledAt)])
        .to_owned();
    let held = Held::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    let mut found: HashMap<Uuid, (i64, i64)> = HashMap::new();
    let mut later: HashMap<Uuid, Uuid> = HashMap::new();
    for row in held {
        if row.filed_at.is_some_and(|filed| filed > at) {
            later.insert(row.id, row.subject_id);
        } else {
            let (sessions, attendances) = found.entry(row.subject_id).or_default();
            *sessions += row.sessions;
            *attendances += row.attendances.unwrap_or_default();
        }
    }
    if later.is_empty() {
        return Ok(found);
    }
    for (report, told) in filed_by(db, base, later.keys().copied().collect(), at).await? {
        let Some(subject) = later.get(&report) else { continue };
        let (sessions, attendances) = found.entry(*subject).or_default();
        for one in told.activities.iter().filter(|one| days.contains(&one.on)) {
            *sessions += 1;
            *attendances += i64::from(one.attendances.unwrap_or_default());
        }
    }
    Ok(found)
}

/// What some reports told as they were filed last before an instant.
async fn filed_by(
    db: &impl ConnectionTrait,
    base: Uuid,
    reports: Vec<Uuid>,
    at: DateTime<Utc>,
) -> Result<HashMap<Uuid, Report>, StoreError> {
    use weekly_report_version::Column as Of;
    let versions: Vec<(Uuid, String)> = weekly_report_version::Entity::find()
        .select_only()
        .columns([Of::ReportId, Of::Content])
        .filter(Of::BaseId.eq(base))
        .filter(Of::ReportId.is_in(reports))
        .filter(Of::FiledAt.lte(at))
        .order_by_asc(Of::Number)
        .into_tuple()
        .all(db)
        .await?;
    // The newest comes last.
    let newest: HashMap<Uuid, String> = versions.into_iter().collect();
    newest.into_iter().map(|(report, content)| Ok((report, read_json(&content, "report")?))).collect()
}
