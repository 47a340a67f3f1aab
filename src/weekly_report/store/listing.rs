//! `report list`: a line for each subject and week.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Query};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::{
    Content, Expectation, State, Timeliness,
    entity::{activity, weekly_report},
};
use super::{
    Rhythm, WeekFacts, WeeklyReportError,
    record::{Book, Of},
    reporter::Reporter,
};
use crate::{
    access::BaseReader,
    period::Week,
    store::{Store, StoreError},
};

/// One line. Times are in the base's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ListedWeek {
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
    let mut activities = activities(db, base, from, to).await?;
    let mut lines = Vec::new();
    for (reporter, book) in [(&itself, &own)].into_iter().chain(organisations.iter().map(|one| (one, &theirs))) {
        for week in from.through(to) {
            let facts = book.facts(&rhythm, reporter, week, now)?;
            let held = facts.report.and_then(|report| activities.remove(&report)).unwrap_or_default();
            lines.push(ListedWeek { activities: held, ..line(&rhythm, reporter, &facts) });
        }
    }
    Ok(lines)
}

fn line(rhythm: &Rhythm, reporter: &Reporter, facts: &WeekFacts) -> ListedWeek {
    let there = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&rhythm.zone()).fixed_offset();
    let (expectation, timeliness) = match &facts.expectation {
        Expectation::Expected { .. } => ("expected", Some(facts.judgement.timeliness)),
        Expectation::NotExpected(why) => (why.code(), None),
    };
    let due_at = match &facts.expectation {
        Expectation::Expected { due_at } => Some(*due_at),
        Expectation::NotExpected(_) => None,
    };
    ListedWeek {
        subject_id: reporter.name.id,
        subject: reporter.name.name.clone(),
        kind: if reporter.name.of_base { "base" } else { "organisation" },
        week: facts.week,
        expectation,
        state: facts.state.map_or("none", State::code),
        timeliness: timeliness.map(Timeliness::code),
        late_minutes: if let Some(Timeliness::Late { minutes }) = timeliness { minutes } else { 0 },
        content: facts.content,
        due: due_at.map(there),
        provisional: facts.provisional && due_at.is_some(),
        filed: facts.first_filed_at.map(there),
        activities: Vec::new(),
    }
}

/// By report, each in the order of their days: one statement.
async fn activities(
    db: &impl ConnectionTrait,
    base: Uuid,
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
