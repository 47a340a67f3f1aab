//! What was asked for in a quarter, part by part.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Select};
use uuid::Uuid;

use super::super::entity::service_request::{Column, Entity};
use super::{
    RequestRow, ServiceError,
    on_time::midnight,
    read::{named, read, today},
};
use crate::{
    access::BaseReader,
    period::Quarter,
    store::{Onward, Part, Store, StoreError},
    weekly_report::store::Rhythm,
};

fn asked_in(base: Uuid, rhythm: &Rhythm, quarter: Quarter) -> Select<Entity> {
    Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::AskedAt.gte(midnight(rhythm, quarter.first_day())))
        .filter(Column::AskedAt.lt(midnight(rhythm, quarter.next().first_day())))
}

/// How many requests were asked for in a quarter.
pub(crate) async fn how_many(db: &impl ConnectionTrait, base: Uuid, quarter: Quarter) -> Result<u64, StoreError> {
    let rhythm = Rhythm::load(db, base).await?;
    Ok(asked_in(base, &rhythm, quarter).count(db).await?)
}

/// The requests that were asked for in a quarter.
pub async fn onward(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    onward: Onward,
) -> Result<Part<RequestRow>, ServiceError> {
    let (db, base) = (store.read(), reader.base());
    let today = today(db, base, store.now()).await?;
    let rhythm = Rhythm::load(db, base).await?;
    let rows = onward.of(asked_in(base, &rhythm, quarter), Column::Id).all(db).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let named = named(db, base, &rows).await?;
    let rows = rows.into_iter().map(|row| read(row, &named, today));
    Ok(onward.part(&ids, rows.collect::<Result<_, _>>()?))
}
