//! How the plans of a quarter's months were made, approved and closed, without their items.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::{
    entity::monthly_plan::{Column, Entity, Model},
    is_expected,
};
use super::PlanFacts;
use crate::{
    period::{Month, Quarter},
    store::StoreError,
    weekly_report::store::{Rhythm, month_exception::of_months, reporter::Reporter},
};

/// How the plan of each of these subjects stands in each month of a quarter, by subject: two statements.
///
/// What was submitted after the instant is none. When a plan was approved first is not asked: one that was submitted
/// before the instant and approved after it counts as approved.
pub(crate) async fn plans_of(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    reporters: &[Reporter],
    quarter: Quarter,
    at: DateTime<Utc>,
) -> Result<Vec<(Uuid, PlanFacts)>, StoreError> {
    let months: Vec<Month> = quarter.months().collect();
    let rows = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::Month.is_in(months.iter().map(ToString::to_string)))
        .all(db)
        .await?;
    let mut plans: HashMap<(Uuid, Month), Model> = HashMap::with_capacity(rows.len());
    for row in rows.into_iter().filter(|row| row.first_submitted_at.is_none_or(|first| first <= at)) {
        plans.insert((row.subject_id, row.read_month()?), row);
    }
    let ids: Vec<Uuid> = reporters.iter().map(|reporter| reporter.name.id).collect();
    let given = of_months(db, base, &ids, &months).await?;
    let places = reporters.iter().flat_map(|reporter| months.iter().map(move |month| (reporter, *month)));
    let facts = |(reporter, month): (&Reporter, Month)| {
        let place = (reporter.name.id, month);
        let (expected, of_base) = (is_expected(reporter.spans(), month), reporter.name.of_base);
        let facts = PlanFacts::of(rhythm, of_base, month, expected, given.get(&place), plans.get(&place), at)?;
        Ok((reporter.name.id, facts))
    };
    places.map(facts).collect()
}
