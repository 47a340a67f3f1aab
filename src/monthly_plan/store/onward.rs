//! The items of a quarter's plans, part by part, whatever their number.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Select};
use uuid::Uuid;

use super::super::entity::{
    monthly_plan::{Column, Entity, Model},
    monthly_plan_version, plan_progress,
};
use super::{
    MonthlyPlanError,
    listing::{ListedItem, lines},
};
use crate::{
    access::BaseReader,
    period::{Month, Quarter},
    store::{Onward, Part, Store, StoreError},
    weekly_report::store::reporter::names,
};

fn months(quarter: Quarter) -> (Month, Month) {
    (Month::of(quarter.first_day()), Month::of(quarter.last_day()))
}

fn submitted(base: Uuid, quarter: Quarter) -> Select<Entity> {
    let (first, last) = months(quarter);
    Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::Month.between(first.to_string(), last.to_string()))
        .filter(Column::Versions.gt(0))
}

/// How many plans of a quarter have been submitted: one statement.
pub(crate) async fn how_many(db: &impl ConnectionTrait, base: Uuid, quarter: Quarter) -> Result<u64, StoreError> {
    Ok(submitted(base, quarter).count(db).await?)
}

/// The items of the plans of a quarter that have been submitted; its keys are plans: five statements at the most.
pub async fn items_onward(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    onward: Onward,
) -> Result<Part<ListedItem>, MonthlyPlanError> {
    let (db, now, base) = (store.read(), store.now(), reader.base());
    let plans = onward.of(submitted(base, quarter), Column::Id).all(db).await?;
    let ids: Vec<Uuid> = plans.iter().map(|plan| plan.id).collect();
    let plans: Vec<Model> = plans.into_iter().map(|plan| plan.settled(now)).collect::<Result<_, _>>()?;
    let versions = monthly_plan_version::Entity::find()
        .filter(monthly_plan_version::Column::BaseId.eq(base))
        .filter(monthly_plan_version::Column::PlanId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut versions: HashMap<(Uuid, i32), String> =
        versions.into_iter().map(|version| ((version.plan_id, version.number), version.items)).collect();
    let (first, last) = months(quarter);
    let told = plan_progress::Entity::find()
        .filter(plan_progress::Column::BaseId.eq(base))
        .filter(plan_progress::Column::SubjectId.is_in(plans.iter().map(|plan| plan.subject_id)))
        .filter(plan_progress::Column::Month.between(first.to_string(), last.to_string()))
        .all(db)
        .await?;
    let mut sums: HashMap<Uuid, u32> = HashMap::new();
    for row in told {
        *sums.entry(row.item_id).or_default() += u32::try_from(row.quantity).unwrap_or(0);
    }
    let names = names(db, base, plans.iter().map(|plan| plan.subject_id)).await?;
    let mut rows = Vec::new();
    for plan in &plans {
        let Some(items) = versions.remove(&(plan.id, plan.standing.unwrap_or(plan.versions))) else { continue };
        let name = names.get(&plan.subject_id).map(|name| name.name.as_str()).unwrap_or_default();
        rows.extend(lines(plan, name, &items, &sums)?);
    }
    Ok(onward.part(&ids, rows))
}
