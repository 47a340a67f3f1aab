//! A page of a month's items, or of one subject's: the database counts the items of each plan, and only those plans are
//! read whose items the page holds.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, DbBackend, EntityTrait, ExprTrait, FromQueryResult, Order, QueryFilter, QueryOrder,
    sea_query::{Expr, Func, JoinType, Query, SelectStatement, WindowStatement},
};
use uuid::Uuid;

use super::super::entity::{
    monthly_plan::{Column, Entity, Model},
    monthly_plan_version,
};
use super::{
    MonthlyPlanError,
    in_state::stands,
    listing::{ListedItem, of_plans},
};
use crate::{
    access::{BaseReader, Scope, SubjectReader},
    period::Month,
    store::{Page, Paging, Store},
};

#[derive(Debug, FromQueryResult)]
struct Total {
    /// `None` where there is no plan.
    items: Option<i64>,
}

/// A plan of which the page holds items.
#[derive(Debug, FromQueryResult)]
struct Placed {
    id: Uuid,
    /// Items of the plans before it.
    ahead: i64,
}

/// The items of a month's plans by subject, a page of them: seven statements at the most.
pub async fn page_of_items(
    store: &Store,
    reader: &BaseReader,
    month: Month,
    paging: Paging,
) -> Result<Page<ListedItem>, MonthlyPlanError> {
    page(store, Scope::from(reader), (month, month), paging).await
}

/// The items of one subject's plans by month, a page of them: seven statements at the most.
pub async fn page_of_own_items(
    store: &Store,
    reader: &SubjectReader,
    from: Month,
    to: Month,
    paging: Paging,
) -> Result<Page<ListedItem>, MonthlyPlanError> {
    page(store, Scope::from(reader), (from, to), paging).await
}

/// Of the plans in sight whose months lie between these two.
async fn page(
    store: &Store,
    scope: Scope,
    months: (Month, Month),
    paging: Paging,
) -> Result<Page<ListedItem>, MonthlyPlanError> {
    let (db, now, base) = (store.read(), store.now(), scope.base());
    let backend = db.get_database_backend();
    let counted = counted(backend, scope, months, now);
    let total = Total::find_by_statement(backend.build(&sum(counted.clone()))).one(db).await?;
    let total = total.and_then(|total| total.items).and_then(|items| u64::try_from(items).ok()).unwrap_or(0);
    let placed = Placed::find_by_statement(backend.build(&placed(counted, paging))).all(db).await?;
    let Some(first) = placed.first() else { return Ok(Page { rows: Vec::new(), total }) };
    let plans = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::Id.is_in(placed.iter().map(|plan| plan.id)))
        .order_by_asc(Column::SubjectId)
        .order_by_asc(Column::Month)
        .all(db)
        .await?;
    let plans: Vec<Model> = plans.into_iter().map(|plan| plan.settled(now)).collect::<Result<_, _>>()?;
    let items = of_plans(db, base, &plans, months).await?;
    let before = paging.offset().saturating_sub(u64::try_from(first.ahead).unwrap_or(0));
    let (before, size) = (usize::try_from(before), usize::try_from(paging.size));
    let rows = items.into_iter().skip(before.unwrap_or(usize::MAX)).take(size.unwrap_or(usize::MAX)).collect();
    Ok(Page { rows, total })
}

/// Each plan of the months that was submitted, and how many items it has in the version that counts.
fn counted(backend: DbBackend, scope: Scope, (first, last): (Month, Month), now: DateTime<Utc>) -> SelectStatement {
    use monthly_plan_version::{Column as At, Entity as Versions};
    let items = Expr::col((Versions, At::Items));
    // PostgreSQL counts in what it knows to be JSON; SQLite reads the text, and knows no such type.
    let items = if backend == DbBackend::Postgres { items.cast_as("json") } else { items };
    let counts = Func::coalesce([stands(now), Expr::col((Entity, Column::Versions))]);
    Query::select()
        .columns([(Entity, Column::Id), (Entity, Column::SubjectId), (Entity, Column::Month)])
        .expr_as(Func::cust("json_array_length").arg(items), "items")
        .from(Entity)
        .join(
            JoinType::InnerJoin,
            Versions,
            Condition::all()
                .add(Expr::col((Versions, At::BaseId)).equals((Entity, Column::BaseId)))
                .add(Expr::col((Versions, At::PlanId)).equals((Entity, Column::Id)))
                .add(Expr::col((Versions, At::Number)).eq(counts)),
        )
        .and_where(Column::BaseId.eq(scope.base()))
        .and_where_option(scope.subject().map(|only| Column::SubjectId.eq(only)))
        .and_where(Column::Month.between(first.to_string(), last.to_string()))
        .and_where(Column::Versions.gt(0))
        .to_owned()
}

fn sum(counted: SelectStatement) -> SelectStatement {
    Query::select().expr_as(Func::sum(Expr::col("items")), "items").from_subquery(counted, "counted").to_owned()
}

/// The plans whose items the page holds.
fn placed(counted: SelectStatement, paging: Paging) -> SelectStatement {
    let mut in_order = WindowStatement::new();
    in_order.order_by("subject_id", Order::Asc).order_by("month", Order::Asc);
    let running = Query::select()
        .columns(["id", "subject_id", "month", "items"])
        .expr_window_as(Func::sum(Expr::col("items")), in_order, "through")
        .from_subquery(counted, "counted")
        .to_owned();
    let ahead = || Expr::col("through").sub(Expr::col("items"));
    let number = |rows: u64| i64::try_from(rows).unwrap_or(i64::MAX);
    Query::select()
        .column("id")
        .expr_as(ahead(), "ahead")
        .from_subquery(running, "running")
        .and_where(Expr::col("through").gt(number(paging.offset())))
        .and_where(ahead().lt(number(paging.offset().saturating_add(paging.size))))
        .order_by("subject_id", Order::Asc)
        .order_by("month", Order::Asc)
        .to_owned()
}
