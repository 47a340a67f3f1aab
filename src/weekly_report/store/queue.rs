//! What waits, for whom, and for how long.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select, sea_query::Expr,
};
use uuid::Uuid;

use super::super::{Content, State, Timeliness, entity::weekly_report};
use super::{
    Rhythm, SubjectName, WeeklyReportError, help,
    read::weeks_of,
    record::{ReportLine, count},
    reporter,
    silence::Silence,
    summary::summaries,
};
use crate::{
    access::{BaseReader, Role, SubjectReader},
    organisation::entity::organisation,
    period::Week,
    store::{Page, Paging, Store, StoreError},
};

/// Whose reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The organisations', for the operator.
    Organisations,
    /// The base's own, for the bureau.
    Base,
}

/// A report that waits for its review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub report: Uuid,
    pub row_version: i32,
    pub subject: SubjectName,
    pub week: Week,
    pub filed_at: DateTime<Utc>,
    pub filed_by: String,
    pub on_behalf: bool,
    /// How often it has been filed.
    pub versions: u32,
    pub timeliness: Timeliness,
    pub content: Content,
    pub activities: u32,
    pub attendances: u32,
    /// The code of the help that is asked for.
    pub help: Option<String>,
    pub attachments: u32,
    /// Working days since the day of the filing.
    pub working_days: u32,
    pub waits_for: Role,
}

/// Where a report stands among those that wait.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Neighbours {
    pub previous: Option<Uuid>,
    pub next: Option<Uuid>,
    /// From 1; 0 where it does not wait.
    pub position: u64,
    pub of: u64,
}

/// How many reports wait for a review, as every page of a base shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waits {
    /// Organisations' reports, for the operator.
    pub of_organisations: u32,
    /// The base's own, for the bureau.
    pub of_base: u32,
}

/// What the first screens of operator and bureau count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BaseCounts {
    /// Organisations' reports that wait for the operator.
    pub waiting: u32,
    /// Working days that the oldest of them has waited.
    pub oldest_waited: Option<u32>,
    /// The base's own reports that wait for the bureau.
    pub base_waiting: u32,
    pub base_oldest_waited: Option<u32>,
    /// Organisations' reports that were returned and not sent again.
    pub returned: u32,
    /// Of these, those whose deadline has passed.
    pub returned_overdue: u32,
    /// The last week whose deadline has passed for organisations.
    pub last_due: Option<Week>,
    /// Organisations whose report of that week is missing.
    pub missing_last_due: u32,
    /// Organisations that have reported in neither of the last two weeks that were due.
    pub silent: u32,
    /// Organisations whose filed report of the running week or the one before asks for help.
    pub help_wanted: u32,
}

/// What an organisation's navigation counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SubjectCounts {
    /// Weeks of the last twelve that wait for their author: pending, missing, returned, or filed on their behalf and
    /// not confirmed.
    pub to_do: u32,
    pub returned: u32,
}

/// What waits for a review, oldest first.
pub async fn waiting(
    store: &Store,
    reader: &BaseReader,
    whose: Whose,
    paging: Paging,
) -> Result<Page<Waiting>, WeeklyReportError> {
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let queue = in_queue(base, whose == Whose::Base);
    let total = queue.clone().count(db).await?;
    let rows: Vec<ReportLine> = queue
        .order_by_asc(weekly_report::Column::FiledAt)
        .order_by_asc(weekly_report::Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .into_partial_model()
        .all(db)
        .await?;
    let names = reporter::names(db, base, rows.iter().map(|row| row.subject_id)).await?;
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        let subject = names.get(&row.subject_id).cloned();
        let subject = subject.ok_or_else(|| StoreError::Unreadable(format!("subject {}", row.subject_id)))?;
        waiting.push(one(row, subject, &rhythm, now)?);
    }
    Ok(Page { rows: waiting, total })
}

fn one(row: ReportLine, subject: SubjectName, rhythm: &Rhythm, now: DateTime<Utc>) -> Result<Waiting, StoreError> {
    let (Some(filed_at), Some(due_at), Some(content)) = (row.filed_at, row.due_at, row.content()) else {
        return Err(StoreError::Unreadable(format!("report {} waits but was never filed", row.id)));
    };
    Ok(Waiting {
        report: row.id,
        row_version: row.row_version,
        week: row.week()?,
        filed_at,
        timeliness: row.judged(due_at, now)?.timeliness,
        content,
        working_days: rhythm.working_days_since(filed_at, now),
        waits_for: if subject.of_base { Role::Bureau } else { Role::Manager },
        subject,
        filed_by: row.filed_by.unwrap_or_default(),
        on_behalf: row.on_behalf,
        versions: count(row.versions),
        activities: count(row.activities),
        attendances: count(row.attendances),
        help: row.help,
        attachments: count(row.attachments),
    })
}

fn in_queue(base: Uuid, of_base: bool) -> Select<weekly_report::Entity> {
    weekly_report::Entity::find()
        .filter(weekly_report::Column::BaseId.eq(base))
        .filter(weekly_report::Column::OfBase.eq(of_base))
        .filter(weekly_report::Column::State.eq(State::Submitted.code()))
}

/// The reports before and after one in its queue, also where it no longer waits itself.
pub async fn neighbours(store: &Store, reader: &BaseReader, report: Uuid) -> Result<Neighbours, WeeklyReportError> {
    use weekly_report::Column;
    let (db, base) = (store.read(), reader.base());
    let row = weekly_report::Entity::find_by_id(report).filter(Column::BaseId.eq(base)).one(db).await?;
    let row = row.ok_or(WeeklyReportError::NotFound)?;
    let at = row.filed_at.unwrap_or(row.draft_saved_at);
    let before = Condition::any()
        .add(Column::FiledAt.lt(at))
        .add(Condition::all().add(Column::FiledAt.eq(at)).add(Column::Id.lt(report)));
    let after = Condition::any()
        .add(Column::FiledAt.gt(at))
        .add(Condition::all().add(Column::FiledAt.eq(at)).add(Column::Id.gt(report)));
    let queue = || in_queue(base, row.of_base);
    let earlier = queue().filter(before);
    let position = earlier.clone().count(db).await?;
    let previous = earlier.order_by_desc(Column::FiledAt).order_by_desc(Column::Id);
    let next = queue().filter(after).order_by_asc(Column::FiledAt).order_by_asc(Column::Id);
    let waits = row.state == State::Submitted.code();
    Ok(Neighbours {
        previous: first(db, previous).await?,
        next: first(db, next).await?,
        position: if waits { position + 1 } else { 0 },
        of: queue().count(db).await?,
    })
}

async fn first(db: &impl ConnectionTrait, queue: Select<weekly_report::Entity>) -> Result<Option<Uuid>, StoreError> {
    Ok(queue.select_only().column(weekly_report::Column::Id).limit(1).into_tuple().one(db).await?)
}

/// How many reports are in a state, of the base or of its organisations.
#[derive(Debug, FromQueryResult)]
struct InState {
    of_base: bool,
    state: String,
    reports: i64,
    overdue: i64,
    oldest: Option<DateTime<Utc>>,
}

/// How many reports wait, in one statement.
pub async fn waits(store: &Store, reader: &BaseReader) -> Result<Waits, StoreError> {
    use weekly_report::Column;
    let waiting: Vec<(bool, i64)> = weekly_report::Entity::find()
        .select_only()
        .column(Column::OfBase)
        .column_as(Column::Id.count(), "reports")
        .filter(Column::BaseId.eq(reader.base()))
        .filter(Column::OfBase.is_in([false, true]))
        .filter(Column::State.eq(State::Submitted.code()))
        .group_by(Column::OfBase)
        .into_tuple()
        .all(store.read())
        .await?;
    let of = |of_base: bool| waiting.iter().find(|row| row.0 == of_base).map_or(0, |row| count(row.1));
    Ok(Waits { of_organisations: of(false), of_base: of(true) })
}

/// The counts of a base.
pub async fn base_counts(store: &Store, reader: &BaseReader) -> Result<BaseCounts, WeeklyReportError> {
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let mut counts = BaseCounts { last_due: rhythm.last_due(false, now), ..BaseCounts::default() };
    for row in in_states(db, base, now).await? {
        let waited = row.oldest.map(|at| rhythm.working_days_since(at, now));
        match (row.of_base, row.state == State::Submitted.code()) {
            (false, true) => (counts.waiting, counts.oldest_waited) = (count(row.reports), waited),
            (true, true) => (counts.base_waiting, counts.base_oldest_waited) = (count(row.reports), waited),
            (false, false) => (counts.returned, counts.returned_overdue) = (count(row.reports), count(row.overdue)),
            (true, false) => {}
        }
    }
    if let Some(last) = counts.last_due {
        let summary = summaries(db, &rhythm, base, &[last], now).await?;
        counts.missing_last_due = summary.first().map_or(0, |week| week.missing);
        if let Some(first) = rhythm.due_before(false, last.previous(), now) {
            let silent = Silence::since(&rhythm, first, last, now).condition(base);
            let silent = organisation::Entity::find().filter(organisation::Column::BaseId.eq(base)).filter(silent);
            counts.silent = count(silent.count(db).await?);
        }
    }
    let asking = organisation::Column::Id.in_subquery(help::askers(base, rhythm.week(now)));
    let asking = organisation::Entity::find().filter(organisation::Column::BaseId.eq(base)).filter(asking);
    counts.help_wanted = count(asking.count(db).await?);
    Ok(counts)
}

async fn in_states(db: &impl ConnectionTrait, base: Uuid, now: DateTime<Utc>) -> Result<Vec<InState>, StoreError> {
    use weekly_report::Column;
    let overdue = Expr::case(Column::ReturnDueAt.lt(now), 1).finally(0);
    let states = [State::Submitted, State::Returned].map(State::code);
    Ok(weekly_report::Entity::find()
        .select_only()
        .columns([Column::OfBase, Column::State])
        .column_as(Column::Id.count(), "reports")
        .column_as(Expr::expr(overdue).sum(), "overdue")
        .column_as(Column::FiledAt.min(), "oldest")
        .filter(Column::BaseId.eq(base))
        .filter(Column::OfBase.is_in([false, true]))
        .filter(Column::State.is_in(states))
        .group_by(Column::OfBase)
        .group_by(Column::State)
        .into_model()
        .all(db)
        .await?)
}

/// The counts of one subject.
pub async fn subject_counts(store: &Store, reader: &SubjectReader) -> Result<SubjectCounts, WeeklyReportError> {
    let (_, weeks) = weeks_of(store, reader, None, 12).await?;
    let pending = |facts: &super::WeekFacts| facts.cell == super::super::Cell::Pending;
    let unconfirmed = |facts: &super::WeekFacts| facts.on_behalf && !facts.on_behalf_confirmed;
    let waits = |facts: &&super::WeekFacts| facts.waits_for_author() || pending(facts) || unconfirmed(facts);
    let to_do = weeks.iter().filter(waits).count();
    let returned = weeks.iter().filter(|facts| facts.state == Some(State::Returned)).count();
    Ok(SubjectCounts { to_do: count(to_do), returned: count(returned) })
}
