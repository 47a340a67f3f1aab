//! How the plans of a quarter's months were made, approved and closed, without their items.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select};
use uuid::Uuid;

use super::super::{
    entity::{
        monthly_plan::{self, Model},
        monthly_plan_version,
    },
    is_expected,
};
use super::{PlanFacts, record::Since};
use crate::{
    period::{Month, Quarter},
    store::StoreError,
    weekly_report::store::{Rhythm, as_at::AsAt, month_exception::of_months_as_at, reporter::Reporter},
};

/// How the plan of each of these subjects stood at an instant in each month of a quarter, by subject: two statements, and
/// another where the instant has passed.
pub(crate) async fn plans_of(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    reporters: &[Reporter],
    quarter: Quarter,
    as_at: &AsAt,
) -> Result<Vec<(Uuid, PlanFacts)>, StoreError> {
    let (months, at): (Vec<Month>, _) = (quarter.months().collect(), as_at.at());
    let rows = of_quarter(base, &months).all(db).await?;
    let since = if as_at.is_past() { Some(since(db, base, &months).await?) } else { None };
    let mut plans: HashMap<(Uuid, Month), Model> = HashMap::with_capacity(rows.len());
    for row in rows.into_iter().filter(|row| row.first_submitted_at.is_none_or(|first| first <= at)) {
        let row = since.as_ref().map_or(Ok(row.clone()), |since| row.stood(since, at))?;
        plans.insert((row.subject_id, row.read_month()?), row);
    }
    let ids: Vec<Uuid> = reporters.iter().map(|reporter| reporter.name.id).collect();
    let given = of_months_as_at(db, base, &ids, &months, as_at).await?;
    let places = reporters.iter().flat_map(|reporter| months.iter().map(move |month| (reporter, *month)));
    let facts = |(reporter, month): (&Reporter, Month)| {
        let place = (reporter.name.id, month);
        let (expected, of_base) = (is_expected(reporter.spans(), month), reporter.name.of_base);
        let facts = PlanFacts::of(rhythm, of_base, month, expected, given.get(&place), plans.get(&place), at)?;
        Ok((reporter.name.id, facts))
    };
    places.map(facts).collect()
}

fn of_quarter(base: Uuid, months: &[Month]) -> Select<monthly_plan::Entity> {
    use monthly_plan::Column;
    let months = months.iter().map(ToString::to_string);
    monthly_plan::Entity::find().filter(Column::BaseId.eq(base)).filter(Column::Month.is_in(months))
}

async fn since(db: &impl ConnectionTrait, base: Uuid, months: &[Month]) -> Result<Since, StoreError> {
    use monthly_plan_version::Column;
    let plans = of_quarter(base, months).select_only().column(monthly_plan::Column::Id).into_query();
    let stood: Vec<(Uuid, i32, DateTime<Utc>)> = monthly_plan_version::Entity::find()
        .select_only()
        .columns([Column::PlanId, Column::Number, Column::ApprovedAt])
        .filter(Column::BaseId.eq(base))
        .filter(Column::PlanId.in_subquery(plans))
        .filter(Column::ApprovedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let mut since = Since::new();
    for (plan, number, at) in stood {
        since.entry(plan).or_default().push((number, at));
    }
    Ok(since)
}
