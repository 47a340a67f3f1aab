//! How the plans of a month stand, over all organisations.

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
    period::Month,
    store::StoreError,
    weekly_report::store::{Rhythm, month_exception::of_months, reporter::Reporter},
};

/// How the plan of a month stands for each of these organisations, without its items: two statements.
pub(crate) async fn of_month(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    reporters: &[Reporter],
    month: Month,
    now: DateTime<Utc>,
) -> Result<HashMap<Uuid, PlanFacts>, StoreError> {
    let rows = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::OfBase.eq(false))
        .filter(Column::Month.eq(month.to_string()))
        .all(db)
        .await?;
    let plans: HashMap<Uuid, Model> = rows.into_iter().map(|row| (row.subject_id, row)).collect();
    let ids: Vec<Uuid> = reporters.iter().map(|reporter| reporter.name.id).collect();
    let given = of_months(db, base, &ids, &[month]).await?;
    let facts = |reporter: &Reporter| {
        let id = reporter.name.id;
        let expected = is_expected(reporter.spans(), month);
        let facts = PlanFacts::of(rhythm, false, month, expected, given.get(&(id, month)), plans.get(&id), now)?;
        Ok((id, facts))
    };
    reporters.iter().map(facts).collect()
}
