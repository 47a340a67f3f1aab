//! `service list`: everything that was asked for within some days, for programs that compute on their own.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use uuid::Uuid;

use super::super::{
    HelpKind, State,
    entity::service_request::{Column, Entity},
};
use super::{ServiceError, on_time::midnight, step::read_state};
use crate::{
    access::BaseReader,
    store::{Store, StoreError},
    weekly_report::store::{Rhythm, reporter::names},
};

/// One request. Times are in the base's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedRequest {
    pub request: Uuid,
    pub organisation: String,
    pub kind: HelpKind,
    pub words: String,
    pub state: State,
    pub asked_at: DateTime<FixedOffset>,
    /// Empty until it is accepted.
    pub owner: String,
    /// The day that it was promised for; `None` until it is accepted.
    pub due_on: Option<NaiveDate>,
    /// `None` where it is not done, or was opened again.
    pub done_on: Option<NaiveDate>,
    pub reopened: bool,
    /// 1 to 5.
    pub rating: Option<i32>,
    /// When it came into its present state.
    pub since: DateTime<FixedOffset>,
}

/// As they were asked for, on days of which both ends belong to the window: four statements.
pub async fn requests(
    store: &Store,
    reader: &BaseReader,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<ListedRequest>, ServiceError> {
    let (db, base) = (store.read(), reader.base());
    let rhythm = Rhythm::load(db, base).await?;
    let there = |at: DateTime<Utc>| at.with_timezone(&rhythm.zone()).fixed_offset();
    let after = to.succ_opt().unwrap_or(to);
    let rows = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::AskedAt.gte(midnight(&rhythm, from)))
        .filter(Column::AskedAt.lt(midnight(&rhythm, after)))
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let names = names(db, base, rows.iter().map(|row| row.organisation_id)).await?;
    let mut listed = Vec::with_capacity(rows.len());
    for row in rows {
        listed.push(ListedRequest {
            state: read_state(&row)?,
            kind: row.kind.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?,
            request: row.id,
            organisation: names.get(&row.organisation_id).map(|one| one.name.clone()).unwrap_or_default(),
            words: row.words,
            asked_at: there(row.asked_at),
            owner: row.owner,
            due_on: row.due_on,
            done_on: row.done_on,
            reopened: row.reopened,
            rating: row.rating,
            since: there(row.since),
        });
    }
    Ok(listed)
}
