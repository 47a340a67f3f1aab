//! The plans of a month over all organisations, and of one subject over its months.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

use super::super::{
    Completion, Item, State,
    entity::monthly_plan::{Column, Entity, Model},
    is_expected,
};
use super::{
    MonthlyPlanError, PlanFacts,
    kept::{Found, Kept},
    record,
};
use crate::{
    access::{BaseReader, SubjectReader},
    incubation::entity::reporting_span,
    organisation::entity::organisation,
    period::Month,
    store::{Page, Paging, Store, StoreError, containing},
    weekly_report::store::{
        Rhythm, SubjectName, exception_request,
        month_exception::{GivenForMonth, excused, of_months},
        reporter::{Reporter, names, spans},
    },
};

/// One subject's plan of a month in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    pub subject: SubjectName,
    /// `None` where nobody has begun.
    pub plan: Option<Uuid>,
    pub facts: PlanFacts,
    /// Items of what stands approved, or was submitted last.
    pub items: u32,
    /// Of these, how many are done by the result, or by the weekly reports until then.
    pub done: u32,
    /// By the result, or by the weekly reports until then.
    pub completion: Completion,
}

/// A plan that waits for its approver's word, or has items that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingPlan {
    pub subject: SubjectName,
    pub facts: PlanFacts,
    /// Working days since it was submitted or closed.
    pub waited: u32,
}

/// What a list of a month shows; everybody who is asked for a plan or has one, by default.
#[derive(Debug, Clone, Default)]
pub struct PlanFilter {
    /// Part of a name, or of its initials.
    pub search: String,
    /// `Some(None)`: those without a plan.
    pub state: Option<Option<State>>,
    /// Only those that wait for their approver's word.
    pub to_decide: bool,
    /// Only those whose result did not come in time.
    pub late: Option<LateResult>,
}

/// A month's result that did not come in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateResult {
    /// It was closed after its deadline.
    Closed,
    /// Its deadline has passed, and it is open.
    Open,
}

/// How many plans wait for their approver, exceptions that are asked for among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waits {
    /// Organisations' plans, for the operator, items to be dropped among them.
    pub of_organisations: u32,
    /// The base's own, for the bureau.
    pub of_base: u32,
}

/// What an organisation, or the operator for the base, has to do with plans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanCounts {
    /// Months whose plan is not submitted though it is due within ten days, or returned; oldest first.
    pub to_plan: Vec<PlanFacts>,
    /// Months that are over and whose result is not closed; oldest first.
    pub to_close: Vec<PlanFacts>,
    /// Months whose plan was submitted on the organisation's behalf and waits for its word; oldest first.
    pub to_confirm: Vec<PlanFacts>,
}

/// The plans of a month, a page of organisations by name.
pub async fn month(
    store: &Store,
    reader: &BaseReader,
    month: Month,
    filter: &PlanFilter,
    paging: Paging,
) -> Result<Page<PlanLine>, MonthlyPlanError> {
    use organisation::Column as Of;
    let (db, now, base) = (store.read(), store.now(), reader.base());
    let rhythm = Rhythm::load(db, base).await?;
    let query =
        organisation::Entity::find().filter(Of::BaseId.eq(base)).filter(chosen(&rhythm, base, month, filter, now));
    let total = query.clone().count(db).await?;
    let rows: Vec<(Uuid, String)> = query
        .select_only()
        .columns([Of::Id, Of::Name])
        .order_by_asc(Of::Initials)
        .order_by_asc(Of::Name)
        .order_by_asc(Of::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .into_tuple()
        .all(db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.0).collect();
    let mut spans = spans(db, base, Some(&ids)).await?;
    let mut plans = Found::read(db, base, &ids, &[month]).await?.now(now)?;
    let given = of_months(db, base, &ids, &[month]).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for (id, name) in rows {
        let subject = SubjectName { id, of_base: false, name };
        let expected = is_expected(&spans.remove(&id).unwrap_or_default(), month);
        let place = (id, month);
        lines.push(line(&rhythm, subject, month, expected, given.get(&place), plans.remove(&place), now)?);
    }
    Ok(Page { rows: lines, total })
}

/// Those who are there in the month, or have a plan of it, and whom the filter leaves.
fn chosen(rhythm: &Rhythm, base: Uuid, month: Month, filter: &PlanFilter, now: DateTime<Utc>) -> Condition {
    use organisation::Column as Of;
    let weeks: Vec<String> = month.weeks().map(|week| week.to_string()).collect();
    let (first, last) = (weeks.first().cloned().unwrap_or_default(), weeks.last().cloned().unwrap_or_default());
    let open = Condition::any()
        .add(reporting_span::Column::LastWeek.is_null())
        .add(reporting_span::Column::LastWeek.gte(first));
    let there = Query::select()
        .column(reporting_span::Column::OrganisationId)
        .from(reporting_span::Entity)
        .and_where(reporting_span::Column::BaseId.eq(base))
        .and_where(reporting_span::Column::FirstWeek.lte(last))
        .cond_where(open)
        .to_owned();
    let planned = |state: Option<Condition>| {
        Query::select()
            .column(Column::SubjectId)
            .from(Entity)
            .and_where(Column::BaseId.eq(base))
            .and_where(Column::OfBase.eq(false))
            .and_where(Column::Month.eq(month.to_string()))
            .cond_where(state.unwrap_or_else(Condition::all))
            .to_owned()
    };
    let listed = Condition::any().add(Of::Id.in_subquery(there)).add(Of::Id.in_subquery(planned(None)));
    let search = filter.search.trim();
    let searched = Condition::any()
        .add(Of::Name.like(containing(search)))
        .add(Of::Initials.like(containing(&search.to_lowercase())))
        .add(Of::Initials.like(containing(&search.to_uppercase())));
    let in_state = filter.state.map(|state| match state {
        None => Of::Id.not_in_subquery(planned(None)),
        Some(state) => Of::Id.in_subquery(planned(Some(in_state(state, now)))),
    });
    let late = filter.late.map(|late| {
        let due_at = record::result_due(rhythm, month).unwrap_or(now);
        let late = Of::Id.in_subquery(planned(Some(late_result(late, due_at, now))));
        Condition::all().add(late).add(Of::Id.not_in_subquery(excused(base, month)))
    });
    let to_decide = filter.to_decide.then(|| Of::Id.in_subquery(planned(Some(to_decide(now)))));
    Condition::all()
        .add(listed)
        .add_option((!search.is_empty()).then_some(searched))
        .add_option(in_state)
        .add_option(late)
        .add_option(to_decide)
}

/// A plan whose result did not come by its deadline ([`Closing`](super::super::Closing) tells by how much).
fn late_result(late: LateResult, due_at: DateTime<Utc>, now: DateTime<Utc>) -> Condition {
    match late {
        LateResult::Closed => Condition::all().add(Column::ClosedAt.gt(due_at)),
        LateResult::Open if now > due_at => {
            let stands = Condition::any().add(Column::Standing.is_not_null()).add(in_state(State::Approved, now));
            Condition::all().add(Column::ClosedAt.is_null()).add(stands)
        }
        LateResult::Open => Condition::all().add(Column::Id.is_null()),
    }
}

/// The condition of a state at an instant: what nobody decided on in time is approved.
fn in_state(state: State, now: DateTime<Utc>) -> Condition {
    let stored = |state: State| Condition::all().add(Column::State.eq(state.code()));
    match state {
        State::Submitted => stored(State::Submitted).add(Column::DecideBy.gte(now)),
        State::Approved => {
            Condition::any().add(stored(State::Approved)).add(stored(State::Submitted).add(Column::DecideBy.lt(now)))
        }
        state => stored(state),
    }
}

/// A plan that waits for its approver's word, or has items that do.
pub(crate) fn to_decide(now: DateTime<Utc>) -> Condition {
    Condition::any().add(in_state(State::Submitted, now)).add(Column::ReleasesAsked.gt(0))
}

/// What waits for its approver, of whatever month: the longest first. `of_base`: only the base's own plans, or only
/// the organisations'.
pub async fn waiting(
    store: &Store,
    reader: &BaseReader,
    of_base: Option<bool>,
    paging: Paging,
) -> Result<Page<WaitingPlan>, MonthlyPlanError> {
    let (db, now, base) = (store.read(), store.now(), reader.base());
    let rhythm = Rhythm::load(db, base).await?;
    let mut query = Entity::find().filter(Column::BaseId.eq(base)).filter(to_decide(now));
    if let Some(of_base) = of_base {
        query = query.filter(Column::OfBase.eq(of_base));
    }
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_asc(Column::SubmittedAt)
        .order_by_asc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    let names = names(db, base, rows.iter().map(|row| row.subject_id)).await?;
    let waiting = |row: Model| {
        let month = row.read_month()?;
        let facts = PlanFacts::of(&rhythm, row.of_base, month, true, None, Some(&row), now)?;
        let since = if row.closed_at.is_some() { row.closed_at } else { row.submitted_at };
        let waited = since.map_or(0, |since| rhythm.working_days_since(since, now));
        Ok(names.get(&row.subject_id).map(|subject| WaitingPlan { subject: subject.clone(), facts, waited }))
    };
    let rows = rows.into_iter().filter_map(|row| waiting(row).transpose()).collect::<Result<_, StoreError>>()?;
    Ok(Page { rows, total })
}

/// A subject's plans of some months, in their order.
pub async fn months(
    store: &Store,
    reader: &SubjectReader,
    months: &[Month],
) -> Result<Vec<PlanLine>, MonthlyPlanError> {
    let (db, now, base) = (store.read(), store.now(), reader.base());
    let rhythm = Rhythm::load(db, base).await?;
    let reporter = Reporter::find(db, base, reader.subject()).await?.ok_or(MonthlyPlanError::NotFound)?;
    let mut plans = Found::read(db, base, &[reader.subject()], months).await?.now(now)?;
    let given = of_months(db, base, &[reader.subject()], months).await?;
    let of_month = |month: &Month| {
        let expected = is_expected(reporter.spans(), *month);
        let place = (reader.subject(), *month);
        Ok(line(&rhythm, reporter.name.clone(), *month, expected, given.get(&place), plans.remove(&place), now)?)
    };
    months.iter().map(of_month).collect()
}

fn line(
    rhythm: &Rhythm,
    subject: SubjectName,
    month: Month,
    expected: bool,
    given: Option<&GivenForMonth>,
    kept: Option<Kept>,
    now: DateTime<Utc>,
) -> Result<PlanLine, StoreError> {
    let row = kept.as_ref().map(|kept| &kept.row);
    let facts = PlanFacts::of(rhythm, subject.of_base, month, expected, given, row, now)?;
    let Some(Kept { row, items, results, told }) = kept else {
        return Ok(PlanLine { subject, plan: None, facts, items: 0, done: 0, completion: Completion::default() });
    };
    let reached = |item: &Item| {
        let closed = results.iter().find(|result| result.item == item.id).map(|result| result.done);
        closed.or_else(|| told.get(&item.id).copied()).unwrap_or_default() >= item.quantity
    };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(PlanLine {
        subject,
        plan: Some(row.id),
        facts,
        items: number(items.len()),
        done: number(items.iter().filter(|item| reached(item)).count()),
        completion: Completion::of_plan(&items, &results, &told),
    })
}

#[derive(Debug, FromQueryResult)]
struct Waiting {
    of_base: bool,
    plans: i64,
}

/// How many plans wait for their approver, and exceptions that are asked for: two statements.
pub async fn waits(store: &Store, reader: &BaseReader) -> Result<Waits, StoreError> {
    let waiting: Vec<Waiting> = Entity::find()
        .select_only()
        .column(Column::OfBase)
        .expr_as(Expr::col(Column::Id).count(), "plans")
        .filter(Column::BaseId.eq(reader.base()))
        .filter(to_decide(store.now()))
        .group_by(Column::OfBase)
        .into_model()
        .all(store.read())
        .await?;
    let of = |of_base: bool| waiting.iter().find(|row| row.of_base == of_base).map_or(0, |row| row.plans);
    let count = |number: i64| u32::try_from(number).unwrap_or(0);
    let (of_organisations, of_base) = exception_request::waits(store.read(), reader.base()).await?;
    Ok(Waits { of_organisations: count(of(false)) + of_organisations, of_base: count(of(true)) + of_base })
}

/// What a subject has to do now: the plans of this month and the next, the results of this month and the last two.
pub async fn counts(store: &Store, reader: &SubjectReader) -> Result<PlanCounts, MonthlyPlanError> {
    const DAYS_AHEAD: i64 = 10;
    let (db, now) = (store.read(), store.now());
    let rhythm = Rhythm::load(db, reader.base()).await?;
    let current = Month::of(rhythm.day(now));
    let before = current.previous();
    let looked_at = [before.previous(), before, current, current.next()];
    let lines = months(store, reader, &looked_at).await?;
    let soon =
        |due_at: Option<DateTime<Utc>>| due_at.is_some_and(|due| due <= now + chrono::TimeDelta::days(DAYS_AHEAD));
    let over = |month: Month| month.weeks().next_back().is_some_and(|last| rhythm.week(now) >= last);
    let to_plan = |facts: &&PlanFacts| {
        let unwritten = facts.state.is_none() || facts.state == Some(State::Draft) && !facts.stands;
        facts.month >= current && facts.expected && unwritten && soon(facts.due_at)
            || facts.state == Some(State::Returned)
    };
    let to_close = |facts: &&PlanFacts| facts.state == Some(State::Approved) && over(facts.month);
    let facts: Vec<PlanFacts> = lines.into_iter().map(|line| line.facts).collect();
    Ok(PlanCounts {
        to_plan: facts.iter().filter(to_plan).cloned().collect(),
        to_close: facts.iter().filter(to_close).cloned().collect(),
        to_confirm: facts.iter().filter(|facts| facts.is_unconfirmed()).cloned().collect(),
    })
}
