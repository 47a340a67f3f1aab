//! A quarter's plans, as its assessment counts them.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::super::{Completion, Item, is_expected};
use super::kept::{Found, Kept};
use crate::{
    period::{Month, Quarter},
    store::StoreError,
    weekly_report::store::{as_at::AsAt, month_exception::of_months_as_at, reporter::Reporter},
};

/// A month that asked for a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlannedMonth {
    pub month: Month,
    /// The items of the plan that stands approved; `None` where none does.
    pub items: Option<Vec<Item>>,
    pub completion: Completion,
}

/// The months of a quarter that asked some subjects for a plan as they stood at an instant, in their order; excused ones
/// did not: four statements.
pub(crate) async fn months_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    reporters: &[Reporter],
    quarter: Quarter,
    as_at: &AsAt,
) -> Result<HashMap<Uuid, Vec<PlannedMonth>>, StoreError> {
    let months: Vec<Month> = quarter.months().collect();
    let ids: Vec<Uuid> = reporters.iter().map(|reporter| reporter.name.id).collect();
    let mut plans = Found::read(db, base, &ids, &months).await?.stood(as_at)?;
    let given = of_months_as_at(db, base, &ids, &months, as_at).await?;
    let excused = |place: (Uuid, Month)| given.get(&place).is_some_and(|given| given.excuse.is_some());
    let mut found = HashMap::with_capacity(reporters.len());
    for reporter in reporters {
        let id = reporter.name.id;
        let expected = |month: &&Month| is_expected(reporter.spans(), **month) && !excused((id, **month));
        let mut asked = Vec::with_capacity(months.len());
        for month in months.iter().filter(expected) {
            let plan = plans.remove(&(id, *month)).filter(Kept::stands);
            asked.push(PlannedMonth {
                month: *month,
                completion: plan.as_ref().map(Kept::completion).unwrap_or_default(),
                items: plan.map(counting),
            });
        }
        found.insert(reporter.name.id, asked);
    }
    Ok(found)
}

/// The items but for those that the approver released.
fn counting(plan: Kept) -> Vec<Item> {
    let Kept { mut items, results, .. } = plan;
    items.retain(|item| results.iter().all(|result| result.item != item.id || result.counts()));
    items
}
