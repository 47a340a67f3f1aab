//! What instructions count for.

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::{
    State,
    entity::{Column, Entity, Model},
};
use crate::{
    store::{Former, StoreError},
    weekly_report::store::AsAt,
};

/// An instruction, as far as it counts.
#[derive(Debug, Serialize, Deserialize, FromQueryResult)]
pub(super) struct Counted {
    id: Uuid,
    state: String,
    due_on: NaiveDate,
    given_at: DateTime<Utc>,
    answered_at: Option<DateTime<Utc>>,
}

impl From<&Model> for Counted {
    fn from(row: &Model) -> Self {
        Self {
            id: row.id,
            state: row.state.clone(),
            due_on: row.due_on,
            given_at: row.given_at,
            answered_at: row.answered_at,
        }
    }
}

impl Former for Counted {
    const KIND: &'static str = "instruction";

    fn id(&self) -> Uuid {
        self.id
    }

    fn came(&self) -> Option<DateTime<Utc>> {
        Some(self.given_at)
    }
}

impl Counted {
    /// What was sent back is open until it is answered again.
    fn is_in_time(&self, zone: Tz) -> bool {
        let in_time = |answered: DateTime<Utc>| answered.with_timezone(&zone).date_naive() <= self.due_on;
        self.state != State::Open.code() && self.answered_at.is_some_and(in_time)
    }
}

/// Of the instructions that fell due within some days: how many were answered by their day, for the last time, and how
/// many there were, as it stood at an instant. How long the bureau takes to close an answered one is not held against the
/// base. One statement, and one more of an instant that has passed.
pub(crate) async fn timely_within(
    db: &impl ConnectionTrait,
    base: Uuid,
    zone: Tz,
    days: RangeInclusive<NaiveDate>,
    as_at: &AsAt,
) -> Result<(u32, u32), StoreError> {
    let kept: Vec<Counted> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::State, Column::DueOn, Column::GivenAt, Column::AnsweredAt])
        .filter(Column::BaseId.eq(base))
        .filter(Column::DueOn.between(*days.start(), *days.end()))
        .into_model()
        .all(db)
        .await?;
    let mut due = as_at.stood(db, base, kept).await?;
    due.retain(|one| days.contains(&one.due_on));
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok((number(due.iter().filter(|one| one.is_in_time(zone)).count()), number(due.len())))
}
