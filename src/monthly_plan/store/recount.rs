//! What is kept of a month's result beside it, so that lists need no items, counted again.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    super::{
        Item,
        entity::{
            monthly_plan::{ActiveModel, Column, Entity, Model},
            monthly_plan_version,
        },
    },
    record,
};
use crate::{
    access::System,
    audit::Deed,
    base,
    store::{Begun, Intent, Store, StoreError, WriteTx, read_json},
};

/// Plans that are in memory at once.
const PART: u64 = 200;

/// A plan beside whose result something else is kept than follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDiffers {
    pub base: Uuid,
    pub plan: Uuid,
    pub month: String,
    /// Each counter that differs: its name, as kept, as counted.
    pub counters: Vec<(&'static str, i64, i64)>,
}

/// Counts every plan of every base again. With `check` nothing is written. Gives what differed.
pub async fn rebuild_plans(store: &Store, check: bool) -> Result<Vec<PlanDiffers>, StoreError> {
    let system = System::named("command: rebuild counters");
    let Begun::Fresh(tx) = store.begin(system.actor(), Intent::once("monthly_plan.rebuild_counters")).await? else {
        return Err(StoreError::KeyReused);
    };
    let mut differs = Vec::new();
    for base in base::entity::Entity::find().all(tx.db()).await? {
        let found = recount(&tx, base.id, !check).await?;
        if !check && !found.is_empty() {
            let plans: Vec<Uuid> = found.iter().map(|differs| differs.plan).collect();
            tx.audit(base.id, system.actor(), Deed::MonthlyPlanCountersRebuilt, &base.id.to_string(), &plans);
        }
        differs.extend(found);
    }
    if !check && !differs.is_empty() {
        tx.commit("").await?;
    }
    Ok(differs)
}

/// By key, a part at a time: two statements for each part.
async fn recount(tx: &WriteTx, base: Uuid, write: bool) -> Result<Vec<PlanDiffers>, StoreError> {
    let mut differs = Vec::new();
    let mut last: Option<Uuid> = None;
    loop {
        let of = Entity::find().filter(Column::BaseId.eq(base));
        let of = match last {
            Some(last) => of.filter(Column::Id.gt(last)),
            None => of,
        };
        let plans = of.order_by_asc(Column::Id).limit(PART).lock_exclusive().all(tx.db()).await?;
        let Some(end) = plans.last() else { return Ok(differs) };
        last = Some(end.id);
        let items = standing_items(tx, base, &plans).await?;
        for plan in plans {
            let (count, points, releases_asked) = match &plan.result {
                Some(_) => {
                    let items = items.get(&plan.id).map(Vec::as_slice).unwrap_or_default();
                    record::counted(items, &plan.read_result()?)
                }
                None => (0, 0, 0),
            };
            let pairs = [
                ("items", i64::from(plan.items), i64::from(count)),
                ("points", plan.points, points),
                ("releases_asked", i64::from(plan.releases_asked), i64::from(releases_asked)),
            ];
            let counters: Vec<_> = pairs.into_iter().filter(|(_, kept, counted)| kept != counted).collect();
            if counters.is_empty() {
                continue;
            }
            if write {
                let row = ActiveModel {
                    id: Set(plan.id),
                    items: Set(count),
                    points: Set(points),
                    releases_asked: Set(releases_asked),
                    ..ActiveModel::default()
                };
                Entity::update(row).exec(tx.db()).await?;
            }
            differs.push(PlanDiffers { base, plan: plan.id, month: plan.month, counters });
        }
    }
}

/// The items by which those of some plans that are closed were closed: one statement.
async fn standing_items(tx: &WriteTx, base: Uuid, plans: &[Model]) -> Result<HashMap<Uuid, Vec<Item>>, StoreError> {
    use monthly_plan_version::Column as Of;
    let closed = plans.iter().filter(|plan| plan.result.is_some());
    let standing: HashMap<Uuid, i32> = closed.filter_map(|plan| Some((plan.id, plan.standing?))).collect();
    let rows: Vec<(Uuid, i32, String)> = monthly_plan_version::Entity::find()
        .select_only()
        .columns([Of::PlanId, Of::Number, Of::Items])
        .filter(Of::BaseId.eq(base))
        .filter(Of::PlanId.is_in(standing.keys().copied()))
        .into_tuple()
        .all(tx.db())
        .await?;
    let those = rows.into_iter().filter(|(plan, number, _)| standing.get(plan) == Some(number));
    those.map(|(plan, _, items)| Ok((plan, read_json(&items, "plan items")?))).collect()
}
