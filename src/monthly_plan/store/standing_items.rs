//! What is to be done in a month by everybody: the items of all plans that stand.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, Order, QueryFilter, QuerySelect,
    sea_query::{Expr, Func, JoinType, Query, SelectStatement},
};
use uuid::Uuid;

use super::super::{
    Item, ItemResult, ItemState, Progress,
    entity::{monthly_plan, monthly_plan_version, plan_progress},
};
use super::{MonthlyPlanError, in_state::stands};
use crate::{
    access::BaseReader,
    base,
    organisation::{entity::organisation, store::named_like},
    period::Month,
    store::{Store, StoreError, containing, read_json},
    weekly_report::store::SubjectName,
};

/// An item of a plan that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingItem {
    pub subject: SubjectName,
    pub item: Item,
    /// Of its quantity: by the result, or by the weekly reports until then.
    pub done: u32,
    pub progress: Progress,
    /// `None` until the month is closed.
    pub result: Option<ItemResult>,
}

impl StandingItem {
    /// By the result, or by how far it has come until then.
    pub fn state(&self) -> ItemState {
        ItemState::of(self.progress, self.result.as_ref().map(|result| result.outcome))
    }
}

/// Which items are wanted; all of them, by default.
#[derive(Debug, Clone, Default)]
pub struct ItemFilter {
    /// Part of an organisation's name or of its initials, or of the base's name.
    pub search: String,
    pub state: Option<ItemState>,
    /// Part of the name of whoever is responsible.
    pub responsible: String,
    /// Only what is to be done by this day.
    pub due_on: Option<NaiveDate>,
}

impl ItemFilter {
    /// Whose plan it is, the database looks at.
    fn leaves(&self, one: &StandingItem) -> bool {
        self.due_on.is_none_or(|day| one.item.due_on == day)
            && self.state.is_none_or(|state| one.state() == state)
            && one.item.responsible.contains(self.responsible.trim())
    }
}

/// A plan with the items of the version that stands, as they are kept.
#[derive(Debug, FromQueryResult)]
struct Plan {
    subject_id: Uuid,
    of_base: bool,
    name: String,
    result: Option<String>,
    items: String,
}

/// The sum of the month's weekly reports.
#[derive(Debug, FromQueryResult)]
struct Told {
    item_id: Uuid,
    told: i64,
}

/// The items of all plans of a month that stand, by the day by which they are to be done, of a day the base's own before
/// those of the organisations by name: two statements.
///
/// Items lie within versions, so the month is read whole: ten items of each of fifteen hundred organisations are a few
/// megabytes. `today`: in the base.
pub async fn standing_items(
    store: &Store,
    reader: &BaseReader,
    month: Month,
    filter: &ItemFilter,
    today: NaiveDate,
) -> Result<Vec<StandingItem>, MonthlyPlanError> {
    let (db, base) = (store.read(), reader.base());
    let plans = plans(base, month, filter.search.trim(), store.now());
    let plans = Plan::find_by_statement(db.get_database_backend().build(&plans)).all(db).await?;
    let told: Vec<Told> = plan_progress::Entity::find()
        .select_only()
        .column(plan_progress::Column::ItemId)
        .expr_as(Expr::col(plan_progress::Column::Quantity).sum().cast_as("int8"), "told")
        .filter(plan_progress::Column::BaseId.eq(base))
        .filter(plan_progress::Column::Month.eq(month.to_string()))
        .group_by(plan_progress::Column::ItemId)
        .into_model()
        .all(db)
        .await?;
    let told = told.into_iter().map(|row| (row.item_id, u32::try_from(row.told).unwrap_or(u32::MAX))).collect();
    let mut found = Vec::new();
    for plan in plans {
        found.extend(items_of(plan, &told, today)?.into_iter().filter(|one| filter.leaves(one)));
    }
    // Of a day they stay in the order in which they were read.
    found.sort_by_key(|one| one.item.due_on);
    Ok(found)
}

fn plans(base: Uuid, month: Month, search: &str, now: DateTime<Utc>) -> SelectStatement {
    use base::entity::{Column as Own, Entity as Bases};
    use monthly_plan::{Column as Of, Entity as Plans};
    use monthly_plan_version::{Column as At, Entity as Versions};
    use organisation::{Column as Who, Entity as Organisations};
    let own = Condition::all().add(Of::OfBase.eq(true)).add(Own::Name.like(containing(search)));
    let called = Condition::any().add(named_like(search)).add(own);
    Query::select()
        .columns([(Plans, Of::SubjectId), (Plans, Of::OfBase), (Plans, Of::Result)])
        .column((Versions, At::Items))
        .expr_as(Func::coalesce([Expr::col((Organisations, Who::Name)), Expr::col((Bases, Own::Name))]), "name")
        .from(Plans)
        .join(
            JoinType::InnerJoin,
            Versions,
            Expr::col((Versions, At::BaseId))
                .equals((Plans, Of::BaseId))
                .and(Expr::col((Versions, At::PlanId)).equals((Plans, Of::Id)))
                .and(Expr::col((Versions, At::Number)).eq(stands(now))),
        )
        .join(JoinType::InnerJoin, Bases, Expr::col((Bases, Own::Id)).equals((Plans, Of::BaseId)))
        .join(
            JoinType::LeftJoin,
            Organisations,
            Expr::col((Organisations, Who::BaseId))
                .equals((Plans, Of::BaseId))
                .and(Expr::col((Organisations, Who::Id)).equals((Plans, Of::SubjectId))),
        )
        .and_where(Of::BaseId.eq(base))
        .and_where(Of::Month.eq(month.to_string()))
        .cond_where(Condition::all().add_option((!search.is_empty()).then_some(called)))
        .order_by((Plans, Of::OfBase), Order::Desc)
        .order_by((Organisations, Who::Initials), Order::Asc)
        .order_by((Organisations, Who::Name), Order::Asc)
        .order_by((Plans, Of::SubjectId), Order::Asc)
        .to_owned()
}

/// The items of one plan, in its order.
fn items_of(plan: Plan, told: &HashMap<Uuid, u32>, today: NaiveDate) -> Result<Vec<StandingItem>, StoreError> {
    let items: Vec<Item> = read_json(&plan.items, "plan items")?;
    let results: Vec<ItemResult> =
        plan.result.map_or_else(|| Ok(Vec::new()), |text| read_json(&text, "plan result"))?;
    let subject = SubjectName { id: plan.subject_id, of_base: plan.of_base, name: plan.name };
    let standing = |item: Item| {
        let result = results.iter().find(|result| result.item == item.id).cloned();
        let told = told.get(&item.id).copied().unwrap_or_default();
        let done = result.as_ref().map_or(told, |result| result.done);
        StandingItem { subject: subject.clone(), progress: item.progress(done, today), item, done, result }
    };
    Ok(items.into_iter().map(standing).collect())
}
