//! `rectification list`: every rectification that falls due within some days, for programs that compute on their own.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use uuid::Uuid;

use super::super::{
    State,
    entity::{Column, Entity},
};
use super::{RectificationError, read::state_of};
use crate::{access::BaseReader, base, store::Store, weekly_report::store::reporter::names};

/// One rectification. Times are in the base's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedRectification {
    pub rectification: Uuid,
    pub subject: String,
    /// It is the base's own.
    pub of_base: bool,
    pub words: String,
    pub owner: String,
    pub due_on: NaiveDate,
    /// The day that it had at first, where it was given more time.
    pub first_due_on: Option<NaiveDate>,
    pub state: State,
    pub given_at: DateTime<FixedOffset>,
    /// When it was said last to be repaired, kept where it was sent back since.
    pub reported_at: Option<DateTime<FixedOffset>>,
    pub closed_at: Option<DateTime<FixedOffset>>,
    /// It was given by mistake: from then on it counts nowhere.
    pub withdrawn_at: Option<DateTime<FixedOffset>>,
    /// When it came into its present state.
    pub since: DateTime<FixedOffset>,
}

/// By their days, of which both ends belong to the window: four statements at the most.
pub async fn rectifications(
    store: &Store,
    reader: &BaseReader,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<ListedRectification>, RectificationError> {
    let (db, base) = (store.read(), reader.base());
    let zone = base::store::by_id(db, base).await?.ok_or(RectificationError::NotFound)?.zone;
    let there = |at: DateTime<Utc>| at.with_timezone(&zone).fixed_offset();
    let rows = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::DueOn.between(from, to))
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let names = names(db, base, rows.iter().map(|row| row.subject_id)).await?;
    let mut listed = Vec::with_capacity(rows.len());
    for row in rows {
        listed.push(ListedRectification {
            state: state_of(&row.state)?,
            rectification: row.id,
            subject: names.get(&row.subject_id).map(|one| one.name.clone()).unwrap_or_default(),
            of_base: row.of_base,
            words: row.words,
            owner: row.owner,
            due_on: row.due_on,
            first_due_on: row.first_due_on,
            given_at: there(row.given_at),
            reported_at: row.reported_at.map(there),
            closed_at: row.closed_at.map(there),
            withdrawn_at: row.withdrawn_at.map(there),
            since: there(row.since),
        });
    }
    Ok(listed)
}
