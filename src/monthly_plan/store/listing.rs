//! Every item of a base's plans, for programs that compute on their own.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Query};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::entity::{
    monthly_plan::{Column, Entity, Model},
    monthly_plan_version, plan_progress,
};
use super::super::{Item, Outcome, Release};
use super::MonthlyPlanError;
use crate::{
    access::BaseReader,
    period::Month,
    store::{Store, StoreError, read_json},
    weekly_report::store::{SubjectName, reporter::names},
};

/// One item of what stands approved, or was submitted last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ListedItem {
    pub subject_id: Uuid,
    pub subject: String,
    pub of_base: bool,
    #[schema(value_type = String, example = "2026-04")]
    pub month: Month,
    /// The plan's.
    pub state: &'static str,
    pub item: Uuid,
    pub what: String,
    pub quantity: u32,
    pub unit: String,
    pub carried_from: Option<Uuid>,
    /// The annual target that it serves, by its code.
    pub serves: Option<String>,
    /// The sum of the month's weekly reports.
    pub told: u32,
    /// By the result; `None` until the month is closed.
    pub done: Option<u32>,
    pub outcome: Option<&'static str>,
    /// Whether the item counts in the month's rate.
    pub counts: bool,
}

/// The items of all plans of some months, by month and subject: five statements.
pub async fn items(
    store: &Store,
    reader: &BaseReader,
    from: Month,
    to: Month,
) -> Result<Vec<ListedItem>, MonthlyPlanError> {
    let (db, now, base) = (store.read(), store.now(), reader.base());
    let between = |column: Column| column.between(from.to_string(), to.to_string());
    let plans = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(between(Column::Month))
        .filter(Column::Versions.gt(0))
        .order_by_asc(Column::Month)
        .order_by_asc(Column::SubjectId)
        .all(db)
        .await?;
    let of_plans = Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::BaseId.eq(base))
        .and_where(between(Column::Month))
        .to_owned();
    let versions = monthly_plan_version::Entity::find()
        .filter(monthly_plan_version::Column::BaseId.eq(base))
        .filter(monthly_plan_version::Column::PlanId.in_subquery(of_plans))
        .all(db)
        .await?;
    let told = plan_progress::Entity::find()
        .filter(plan_progress::Column::BaseId.eq(base))
        .filter(plan_progress::Column::Month.between(from.to_string(), to.to_string()))
        .all(db)
        .await?;
    let names = names(db, base, plans.iter().map(|plan| plan.subject_id)).await?;
    let plans: Vec<Model> = plans.into_iter().map(|plan| plan.settled(now)).collect::<Result<_, _>>()?;
    Ok(listed(&plans, versions, told, &names)?)
}

/// The items of a few plans as they count now, in the order of the plans; their months lie between these two. Four
/// statements at the most.
pub(super) async fn of_plans(
    db: &impl ConnectionTrait,
    base: Uuid,
    plans: &[Model],
    (first, last): (Month, Month),
) -> Result<Vec<ListedItem>, StoreError> {
    let versions = monthly_plan_version::Entity::find()
        .filter(monthly_plan_version::Column::BaseId.eq(base))
        .filter(monthly_plan_version::Column::PlanId.is_in(plans.iter().map(|plan| plan.id)))
        .all(db)
        .await?;
    let told = plan_progress::Entity::find()
        .filter(plan_progress::Column::BaseId.eq(base))
        .filter(plan_progress::Column::SubjectId.is_in(plans.iter().map(|plan| plan.subject_id)))
        .filter(plan_progress::Column::Month.between(first.to_string(), last.to_string()))
        .all(db)
        .await?;
    let names = names(db, base, plans.iter().map(|plan| plan.subject_id)).await?;
    listed(plans, versions, told, &names)
}

fn listed(
    plans: &[Model],
    versions: Vec<monthly_plan_version::Model>,
    told: Vec<plan_progress::Model>,
    names: &HashMap<Uuid, SubjectName>,
) -> Result<Vec<ListedItem>, StoreError> {
    let mut versions: HashMap<(Uuid, i32), String> =
        versions.into_iter().map(|version| ((version.plan_id, version.number), version.items)).collect();
    let mut sums: HashMap<Uuid, u32> = HashMap::new();
    for row in told {
        *sums.entry(row.item_id).or_default() += u32::try_from(row.quantity).unwrap_or(0);
    }
    let mut listed = Vec::new();
    for plan in plans {
        let Some(items) = versions.remove(&(plan.id, plan.standing.unwrap_or(plan.versions))) else { continue };
        let name = names.get(&plan.subject_id).map(|name| name.name.as_str()).unwrap_or_default();
        listed.extend(lines(plan, name, &items, &sums)?);
    }
    Ok(listed)
}

/// The items of one plan. `items`: of the version that counts, as they are kept; `sums`: what weekly reports told, by item.
fn lines(plan: &Model, name: &str, items: &str, sums: &HashMap<Uuid, u32>) -> Result<Vec<ListedItem>, StoreError> {
    let (state, month, results) = (plan.read_state()?, plan.read_month()?, plan.read_result()?);
    let items: Vec<Item> = read_json(items, "plan items")?;
    let line = |item: Item| {
        let result = results.iter().find(|result| result.item == item.id);
        ListedItem {
            subject_id: plan.subject_id,
            subject: name.to_owned(),
            of_base: plan.of_base,
            month,
            state: state.code(),
            told: sums.get(&item.id).copied().unwrap_or_default(),
            done: result.map(|result| result.done),
            outcome: result.map(|result| result.outcome).map(Outcome::code),
            counts: result.is_none_or(|result| result.release != Some(Release::Granted)),
            item: item.id,
            what: item.what,
            quantity: item.quantity,
            unit: item.unit,
            carried_from: item.carried_from,
            serves: item.serves,
        }
    };
    Ok(items.into_iter().map(line).collect())
}
