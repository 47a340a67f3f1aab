//! The sessions of a quarter, part by part.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Select};
use uuid::Uuid;

use super::super::entity::training::{Column, Entity};
use super::{
    TrainingError, TrainingRow,
    read::{numbers, read, today},
};
use crate::{
    access::BaseReader,
    period::Quarter,
    store::{Onward, Part, Store, StoreError},
};

fn held_in(base: Uuid, quarter: Quarter) -> Select<Entity> {
    Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::HeldOn.between(quarter.first_day(), quarter.last_day()))
}

/// How many sessions a quarter has: one statement.
pub(crate) async fn how_many(db: &impl ConnectionTrait, base: Uuid, quarter: Quarter) -> Result<u64, StoreError> {
    Ok(held_in(base, quarter).count(db).await?)
}

/// The sessions of a quarter, whatever became of them: four statements.
pub async fn onward(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    onward: Onward,
) -> Result<Part<TrainingRow>, TrainingError> {
    let (db, base) = (store.read(), reader.base());
    let today = today(db, base, store.now()).await?;
    let rows = onward.of(held_in(base, quarter), Column::Id).all(db).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let numbers = numbers(db, base, ids.clone()).await?;
    let rows = rows.iter().map(|row| read(row, numbers.get(&row.id).copied().unwrap_or_default(), today));
    Ok(onward.part(&ids, rows.collect::<Result<_, _>>()?))
}
