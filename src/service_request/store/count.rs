//! What requests count for.

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, Select};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::{
    HelpKind, State,
    entity::service_request::{Column, Entity, Model},
};
use crate::{
    store::{Former, StoreError},
    weekly_report::store::AsAt,
};

/// A request, as far as it counts.
#[derive(Debug, Serialize, Deserialize, FromQueryResult)]
pub(crate) struct Counted {
    pub id: Uuid,
    kind: String,
    /// Not kept with what a request was: nobody is shown them there.
    #[serde(skip)]
    pub words: String,
    state: String,
    pub asked_at: DateTime<Utc>,
    pub done_on: Option<NaiveDate>,
    /// When it came into its state; not known of what was kept before it counted.
    #[serde(default)]
    pub since: DateTime<Utc>,
}

impl From<&Model> for Counted {
    fn from(row: &Model) -> Self {
        Self {
            id: row.id,
            kind: row.kind.clone(),
            words: row.words.clone(),
            state: row.state.clone(),
            asked_at: row.asked_at,
            done_on: row.done_on,
            since: row.since,
        }
    }
}

impl Former for Counted {
    const KIND: &'static str = "service_request";

    fn id(&self) -> Uuid {
        self.id
    }

    fn came(&self) -> Option<DateTime<Utc>> {
        Some(self.asked_at)
    }
}

impl Counted {
    pub(crate) fn kind(&self) -> Result<HelpKind, StoreError> {
        self.kind.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
    }

    pub(super) fn state(&self) -> Result<State, StoreError> {
        self.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
    }
}

/// Requests that were closed with a result within some days, rated or not, as they stood at an instant; by the days. What
/// was opened again is not done. One statement, and one more of an instant that has passed.
pub(crate) async fn done_within(
    db: &impl ConnectionTrait,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    as_at: &AsAt,
) -> Result<Vec<Counted>, StoreError> {
    let kept: Vec<Counted> =
        counted(base).filter(Column::DoneOn.between(*days.start(), *days.end())).into_model().all(db).await?;
    let mut done = Vec::new();
    for one in as_at.stood::<Counted>(db, base, kept).await? {
        let is_done = matches!(one.state()?, State::Done | State::Rated);
        if is_done && one.done_on.is_some_and(|on| days.contains(&on)) {
            done.push(one);
        }
    }
    done.sort_by_key(|one| (one.done_on, one.id));
    Ok(done)
}

/// What counts of a base's requests.
pub(super) fn counted(base: Uuid) -> Select<Entity> {
    let columns =
        [Column::Id, Column::Kind, Column::Words, Column::State, Column::AskedAt, Column::DoneOn, Column::Since];
    Entity::find().select_only().columns(columns).filter(Column::BaseId.eq(base))
}
