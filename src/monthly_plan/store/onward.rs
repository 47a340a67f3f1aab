//! The items of a quarter's plans, part by part, whatever their number.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Select};
use uuid::Uuid;

use super::super::entity::monthly_plan::{Column, Entity, Model};
use super::{
    MonthlyPlanError,
    listing::{ListedItem, of_plans},
};
use crate::{
    access::BaseReader,
    period::{Month, Quarter},
    store::{Onward, Part, Store, StoreError},
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
    let rows = of_plans(db, base, &plans, months(quarter)).await?;
    Ok(onward.part(&ids, rows))
}
