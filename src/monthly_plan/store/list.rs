//! The plans of a month over all organisations, and of one subject over its months.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Query,
};
use uuid::Uuid;

use super::super::{
    Completion, Item, State,
    entity::monthly_plan::{Column, Entity},
    is_expected,
};
use super::{
    MonthlyPlanError, PlanFacts,
    in_state::{in_state, to_decide},
    kept::{Found, Kept},
    record,
};
use crate::{
    access::{BaseReader, SubjectReader},
    incubation::entity::reporting_span,
    organisation::{entity::organisation, store::named_like},
    period::Month,
    store::{Page, Paging, Store, StoreError},
    weekly_report::store::{
        Rhythm, SubjectName,
        month_exception::{GivenForMonth, excused, of_months},
        reporter::{Reporter, spans},
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
        .add_option((!search.is_empty()).then(|| named_like(search)))
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
        let is_near = facts.month >= current && soon(facts.due_at);
        facts.waits_for_its_author() && (is_near || facts.state == Some(State::Returned))
    };
    let to_close = |facts: &&PlanFacts| facts.state == Some(State::Approved) && over(facts.month);
    let facts: Vec<PlanFacts> = lines.into_iter().map(|line| line.facts).collect();
    Ok(PlanCounts {
        to_plan: facts.iter().filter(to_plan).cloned().collect(),
        to_close: facts.iter().filter(to_close).cloned().collect(),
        to_confirm: facts.iter().filter(|facts| facts.is_unconfirmed()).cloned().collect(),
    })
}
