//! What exceptions go by: when a month's plan is due, and whose has been submitted.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    super::entity::monthly_plan::{Column, Entity},
    record,
};
use crate::{
    period::Month,
    store::StoreError,
    weekly_report::store::{Rhythm, month_exception::GivenForMonth},
};

/// When a subject's plan of a month is due, exceptions among it; what was submitted keeps the deadline that it had.
pub(crate) fn due_at(
    rhythm: &Rhythm,
    of_base: bool,
    month: Month,
    given: Option<&GivenForMonth>,
) -> Option<DateTime<Utc>> {
    let due_at = record::plan_due(rhythm, of_base, month)?;
    Some(given.map_or(due_at, |given| given.due(due_at)))
}

/// The subjects and months whose plan has been submitted: one statement.
pub(crate) async fn submitted(
    db: &impl ConnectionTrait,
    base: Uuid,
    subjects: &[Uuid],
    months: &[Month],
) -> Result<BTreeSet<(Uuid, Month)>, StoreError> {
    let rows: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .columns([Column::SubjectId, Column::Month])
        .filter(Column::BaseId.eq(base))
        .filter(Column::SubjectId.is_in(subjects.iter().copied()))
        .filter(Column::Month.is_in(months.iter().map(ToString::to_string)))
        .filter(Column::FirstSubmittedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let read = |(subject, month): (Uuid, String)| {
        Ok((subject, month.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?))
    };
    rows.into_iter().map(read).collect()
}
