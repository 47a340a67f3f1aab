//! What records were before they were changed, so that they can be counted as they stood at an instant.
//!
//! A record is kept as it is now. Whatever changes one that somebody may have to count as it was keeps before what
//! counts of it ([`WriteTx::was`](super::WriteTx)); where nothing was kept, it has not changed. What was changed before
//! there was such a table is as it is now.
//!
//! Nothing of it is thrown away: how the rhythm of a quarter was kept is computed as of its cut-off whenever somebody
//! looks, however long ago that was. It grows by a short row for each change, more slowly than the audit log.

use std::collections::{BTreeMap, btree_map::Entry};

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use super::{
    StoreError,
    entity::former_state::{ActiveModel, Column, Entity},
    read_json, to_json,
};

/// What counts of a record of some kind, kept as JSON: a field that is added later needs a default.
pub(crate) trait Former: Serialize + DeserializeOwned {
    /// What the kind is called in the table; never changed.
    const KIND: &'static str;

    /// The record's.
    fn id(&self) -> Uuid;

    /// When it came; `None` where it was always there.
    fn came(&self) -> Option<DateTime<Utc>> {
        None
    }
}

pub(super) fn row_of<T: Former>(base: Uuid, was: &T, until: DateTime<Utc>) -> ActiveModel {
    ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base),
        kind: Set(T::KIND.to_owned()),
        record_id: Set(was.id()),
        until: Set(until),
        was: Set(to_json(was)),
    }
}

/// What the records of a kind that were changed after an instant were at it, by their ids: one statement.
pub(crate) async fn former_since<T: Former>(
    db: &impl ConnectionTrait,
    base: Uuid,
    at: DateTime<Utc>,
) -> Result<BTreeMap<Uuid, T>, StoreError> {
    let rows: Vec<(Uuid, String)> = Entity::find()
        .select_only()
        .columns([Column::RecordId, Column::Was])
        .filter(Column::BaseId.eq(base))
        .filter(Column::Kind.eq(T::KIND))
        .filter(Column::Until.gt(at))
        .order_by_asc(Column::Until)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut found = BTreeMap::new();
    // Before the first change since.
    for (id, was) in rows {
        if let Entry::Vacant(place) = found.entry(id) {
            place.insert(read_json(&was, T::KIND)?);
        }
    }
    Ok(found)
}
