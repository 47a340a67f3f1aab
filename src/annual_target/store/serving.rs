//! What is planned month by month for the sake of a target.

use sea_orm::{
    ExprTrait, FromQueryResult,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use crate::{
    access::BaseReader,
    monthly_plan::{
        Item,
        entity::{monthly_plan, monthly_plan_version},
    },
    period::{Month, Year},
    store::{Store, StoreError, containing, read_json},
    weekly_report::store::{SubjectName, reporter::names},
};

/// The most plans that are looked through: all months of the base and of a hundred organisations.
const MOST_PLANS: u64 = 1200;

/// An item of an approved plan that serves a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Serving {
    pub month: Month,
    pub subject: SubjectName,
    pub item: Item,
}

#[derive(Debug, FromQueryResult)]
struct Plan {
    month: String,
    subject_id: Uuid,
    items: String,
}

/// The items of a year's approved plans that serve a target, by month: three statements.
pub async fn serving(store: &Store, reader: &BaseReader, year: Year, code: &str) -> Result<Vec<Serving>, StoreError> {
    use monthly_plan::{Column as Of, Entity as Plans};
    use monthly_plan_version::{Column as At, Entity as Versions};
    let db = store.read();
    let months: Vec<String> = year.months().map(|month| month.to_string()).collect();
    let query = Query::select()
        .columns([(Plans, Of::Month), (Plans, Of::SubjectId)])
        .column((Versions, At::Items))
        .from(Plans)
        .join(
            JoinType::InnerJoin,
            Versions,
            Expr::col((Versions, At::BaseId))
                .equals((Plans, Of::BaseId))
                .and(Expr::col((Versions, At::PlanId)).equals((Plans, Of::Id)))
                .and(Expr::col((Versions, At::Number)).equals((Plans, Of::Standing))),
        )
        .and_where(Expr::col((Plans, Of::BaseId)).eq(reader.base()))
        .and_where(Expr::col((Plans, Of::Month)).is_in(months))
        .and_where(Expr::col((Versions, At::Items)).like(containing(code)))
        .order_by((Plans, Of::Month), sea_orm::Order::Asc)
        .order_by((Plans, Of::OfBase), sea_orm::Order::Desc)
        .order_by((Plans, Of::SubjectId), sea_orm::Order::Asc)
        .limit(MOST_PLANS)
        .to_owned();
    let plans = Plan::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    let names = names(db, reader.base(), plans.iter().map(|plan| plan.subject_id)).await?;
    let mut found = Vec::new();
    for plan in plans {
        let Some(subject) = names.get(&plan.subject_id) else { continue };
        let month = plan.month.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?;
        let items: Vec<Item> = read_json(&plan.items, "plan items")?;
        let serve = items.into_iter().filter(|item| item.serves.as_deref() == Some(code));
        found.extend(serve.map(|item| Serving { month, subject: subject.clone(), item }));
    }
    Ok(found)
}
