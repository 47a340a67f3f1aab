//! How long ago help was asked for that nobody has finished.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};

use super::super::{
    Age, State,
    entity::service_request::{Column, Entity},
};
use crate::{
    access::BaseReader,
    store::{Store, StoreError},
};

/// What nobody has finished.
fn open() -> Condition {
    Condition::all().add(Column::State.is_in([State::Asked, State::UnderWay].map(State::code)))
}

/// What nobody has finished, and was asked for so long ago.
pub(super) fn of_age(age: Age, now: DateTime<Utc>) -> Condition {
    let (after, until) = age.asked(now);
    open()
        .add_option(after.map(|after| Column::AskedAt.gt(after)))
        .add_option(until.map(|until| Column::AskedAt.lte(until)))
}

/// How much is of each age, the newest first: one statement.
pub async fn ages(store: &Store, reader: &BaseReader) -> Result<Vec<(Age, u32)>, StoreError> {
    let asked: Vec<DateTime<Utc>> = Entity::find()
        .select_only()
        .column(Column::AskedAt)
        .filter(Column::BaseId.eq(reader.base()))
        .filter(open())
        .into_tuple()
        .all(store.read())
        .await?;
    let now = store.now();
    let of = |age: &Age| {
        let count = asked.iter().filter(|at| Age::of(now - **at) == *age).count();
        (*age, u32::try_from(count).unwrap_or(u32::MAX))
    };
    Ok(Age::ALL.iter().map(of).collect())
}
