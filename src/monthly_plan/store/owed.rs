//! Whose plan of a month is owed, and whose result, for reminders.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::{
    State,
    entity::monthly_plan::{Column, Entity, Model},
    is_expected,
};
use super::PlanFacts;
use crate::{
    period::Month,
    store::StoreError,
    weekly_report::store::{Rhythm, SubjectName, month_exception::of_months, reporter::Reporter},
};

/// A plan that has not been submitted, or is back with its author; or the result of a month that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwedPlan {
    pub subject: SubjectName,
    pub month: Month,
    /// What became of it, rather than the plan itself.
    pub result: bool,
    pub due_at: DateTime<Utc>,
}

/// Of a base and its organisations: the plans of this month and the next, and the last one's results. Two statements.
pub(crate) async fn owed(
    db: &impl ConnectionTrait,
    base: &SubjectName,
    rhythm: &Rhythm,
    organisations: &[Reporter],
    now: DateTime<Utc>,
) -> Result<Vec<OwedPlan>, StoreError> {
    let current = Month::of(rhythm.day(now));
    let months = [current.previous(), current, current.next()];
    let rows = Entity::find()
        .filter(Column::BaseId.eq(base.id))
        .filter(Column::Month.is_in(months.iter().map(ToString::to_string)))
        .all(db)
        .await?;
    let mut plans: HashMap<(Uuid, Month), Model> = HashMap::new();
    for row in rows {
        plans.insert((row.subject_id, row.read_month()?), row.settled(now)?);
    }
    let ids: Vec<Uuid> = organisations.iter().map(|one| one.name.id).chain([base.id]).collect();
    let given = of_months(db, base.id, &ids, &months).await?;
    let mut owed = Vec::new();
    for month in months {
        let of_base = std::iter::once((base, true));
        let theirs = organisations.iter().map(|one| (&one.name, is_expected(one.spans(), month)));
        for (subject, expected) in of_base.chain(theirs) {
            let place = (subject.id, month);
            let (given, row) = (given.get(&place), plans.get(&place));
            let facts = PlanFacts::of(rhythm, subject.of_base, month, expected, given, row, now)?;
            let result = month < current;
            let due_at = if result {
                // Of a month that was excused no result is asked for.
                facts.result_due_at.filter(|_| facts.state == Some(State::Approved) && facts.closing.is_some())
            } else {
                facts.due_at.filter(|_| facts.waits_for_its_author())
            };
            owed.extend(due_at.map(|due_at| OwedPlan { subject: subject.clone(), month, result, due_at }));
        }
    }
    Ok(owed)
}
