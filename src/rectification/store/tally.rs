//! What others count: what blocks hatching, and what assessments take into account.

use std::{collections::HashMap, ops::RangeInclusive};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::super::{
    State, Tally, Timely,
    entity::{Column, Entity},
};
use crate::store::StoreError;

/// How many of an organisation's are not closed. One statement.
pub async fn open_of(db: &impl ConnectionTrait, base: Uuid, organisation: Uuid) -> Result<u32, StoreError> {
    let open = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::SubjectId.eq(organisation))
        .filter(Column::State.ne(State::Closed.code()));
    Ok(u32::try_from(open.count(db).await?).unwrap_or(u32::MAX))
}

/// Of those that fell due within some days, how many were not repaired by their day: by subject, the base by its own
/// id, as it stood at an instant. One statement.
pub async fn late_within(
    db: &impl ConnectionTrait,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    at: DateTime<Utc>,
) -> Result<HashMap<Uuid, u32>, StoreError> {
    let mut late = HashMap::new();
    for fell_due in within(db, base, days, at).await?.into_iter().filter(|one| one.timely.missed()) {
        *late.entry(fell_due.subject).or_default() += 1;
    }
    Ok(late)
}

/// Of those of the base itself, or of its organisations, that fell due within some days: how many were closed on time,
/// as it stood at an instant. One statement.
pub async fn timely_within(
    db: &impl ConnectionTrait,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    of_the_base: bool,
    at: DateTime<Utc>,
) -> Result<Tally, StoreError> {
    let all = within(db, base, days, at).await?.into_iter().filter(|one| (one.subject == base) == of_the_base);
    Ok(all.fold(Tally::default(), |tally, one| tally.and(one.timely)))
}

struct FellDue {
    subject: Uuid,
    timely: Timely,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    subject_id: Uuid,
    state: String,
    due_on: NaiveDate,
    reported_on: Option<NaiveDate>,
    reported_at: Option<DateTime<Utc>>,
    since: DateTime<Utc>,
}

impl Row {
    /// Where it stood at an instant. Of a repair the last report is kept: what was reported again after the instant counts
    /// as open at it.
    fn state_at(&self, at: DateTime<Utc>) -> Result<State, StoreError> {
        let state = super::read::state_of(&self.state)?;
        let reported = self.reported_at.is_some_and(|reported| reported <= at);
        Ok(match state {
            _ if self.since <= at => state,
            // Closed or sent back since.
            State::Closed | State::Open if reported => State::Reported,
            _ => State::Open,
        })
    }
}

/// As they stood at an instant once the days are over.
async fn within(
    db: &impl ConnectionTrait,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    at: DateTime<Utc>,
) -> Result<Vec<FellDue>, StoreError> {
    let rows: Vec<Row> = Entity::find()
        .select_only()
        .columns([
            Column::SubjectId,
            Column::State,
            Column::DueOn,
            Column::ReportedOn,
            Column::ReportedAt,
            Column::Since,
        ])
        .filter(Column::BaseId.eq(base))
        .filter(Column::DueOn.between(*days.start(), *days.end()))
        .filter(Column::GivenAt.lte(at))
        .into_model()
        .all(db)
        .await?;
    let after = days.end().succ_opt().unwrap_or(*days.end());
    rows.into_iter()
        .map(|row| {
            let timely = Timely::of(row.state_at(at)?, row.due_on, row.reported_on, after);
            Ok(FellDue { subject: row.subject_id, timely })
        })
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
