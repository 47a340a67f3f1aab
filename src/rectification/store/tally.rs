//! What others count: what blocks hatching, and what assessments take into account.

use std::{collections::HashMap, ops::RangeInclusive};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::{
    State, Tally, Timely,
    entity::{Column, Entity, Model},
};
use super::read::state_of;
use crate::{
    store::{Former, StoreError},
    weekly_report::store::AsAt,
};

/// How many of an organisation's are neither closed nor withdrawn. One statement.
pub async fn open_of(db: &impl ConnectionTrait, base: Uuid, organisation: Uuid) -> Result<u32, StoreError> {
    let open = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::SubjectId.eq(organisation))
        .filter(Column::State.is_in(State::AT_WORK.map(State::code)));
    Ok(u32::try_from(open.count(db).await?).unwrap_or(u32::MAX))
}

/// Of those that fell due within some days, how many were not repaired by their day: by subject, the base by its own
/// id, as it stood at an instant. One statement, and one more of an instant that has passed.
pub async fn late_within(
    db: &impl ConnectionTrait,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    as_at: &AsAt,
) -> Result<HashMap<Uuid, u32>, StoreError> {
    let mut late = HashMap::new();
    for (subject, timely) in within(db, base, days, as_at).await? {
        if timely.missed() {
            *late.entry(subject).or_default() += 1;
        }
    }
    Ok(late)
}

/// Of those of the base itself, or of its organisations, that fell due within some days: how many were closed on time,
/// as it stood at an instant. Statements as of [`late_within`].
pub async fn timely_within(
    db: &impl ConnectionTrait,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    of_the_base: bool,
    as_at: &AsAt,
) -> Result<Tally, StoreError> {
    let all = within(db, base, days, as_at).await?.into_iter().filter(|(subject, _)| (*subject == base) == of_the_base);
    Ok(all.fold(Tally::default(), |tally, (_, timely)| tally.and(timely)))
}

/// A rectification, as far as it counts.
#[derive(Debug, Serialize, Deserialize, FromQueryResult)]
pub(super) struct Counted {
    id: Uuid,
    subject_id: Uuid,
    state: String,
    due_on: NaiveDate,
    given_at: DateTime<Utc>,
    reported_on: Option<NaiveDate>,
}

impl From<&Model> for Counted {
    fn from(row: &Model) -> Self {
        Self {
            id: row.id,
            subject_id: row.subject_id,
            state: row.state.clone(),
            due_on: row.due_on,
            given_at: row.given_at,
            reported_on: row.reported_on,
        }
    }
}

impl Former for Counted {
    const KIND: &'static str = "rectification";

    fn id(&self) -> Uuid {
        self.id
    }

    fn came(&self) -> Option<DateTime<Utc>> {
        Some(self.given_at)
    }
}

/// As they stood at an instant once the days are over, by subject.
async fn within(
    db: &impl ConnectionTrait,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    as_at: &AsAt,
) -> Result<Vec<(Uuid, Timely)>, StoreError> {
    let kept: Vec<Counted> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::SubjectId, Column::State, Column::DueOn, Column::GivenAt, Column::ReportedOn])
        .filter(Column::BaseId.eq(base))
        .filter(Column::DueOn.between(*days.start(), *days.end()))
        .into_model()
        .all(db)
        .await?;
    let after = days.end().succ_opt().unwrap_or(*days.end());
    let stood = as_at.stood(db, base, kept).await?.into_iter().filter(|one| days.contains(&one.due_on));
    stood
        .map(|one| Ok((one.subject_id, Timely::of(state_of(&one.state)?, one.due_on, one.reported_on, after))))
        .collect()
}

/// What organisations have not repaired though its day has passed, by subject and id, the longest first. One statement.
pub(crate) async fn overdue(
    db: &impl ConnectionTrait,
    base: Uuid,
    today: NaiveDate,
) -> Result<Vec<(Uuid, Uuid, NaiveDate)>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .columns([Column::SubjectId, Column::Id, Column::DueOn])
        .filter(Column::BaseId.eq(base))
        .filter(Column::OfBase.eq(false))
        .filter(Column::State.eq(State::Open.code()))
        .filter(Column::DueOn.lt(today))
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}
