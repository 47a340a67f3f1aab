//! What waits for its approver: which plans, and how many.

use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

use super::super::entity::monthly_plan::{Column, Entity, Model};
use super::{MonthlyPlanError, PlanFacts, in_state::to_decide};
use crate::{
    access::BaseReader,
    store::{Page, Paging, Store, StoreError},
    weekly_report::store::{Rhythm, SubjectName, exception_request, reporter::names},
};

/// A plan that waits for its approver's word, or has items that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingPlan {
    pub subject: SubjectName,
    pub facts: PlanFacts,
    /// Working days since it was submitted or closed.
    pub waited: u32,
}

/// How many plans wait for their approver, exceptions that are asked for among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waits {
    /// Organisations' plans, for the operator, items to be dropped among them.
    pub of_organisations: u32,
    /// The base's own, for the bureau.
    pub of_base: u32,
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
