//! What the operator has not seen to in time.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::{
    State,
    entity::service_request::{Column, Entity},
};
use crate::store::StoreError;

/// Requests under way whose day has passed, by organisation and id, the longest first. One statement.
pub(crate) async fn overdue(
    db: &impl ConnectionTrait,
    base: Uuid,
    today: NaiveDate,
) -> Result<Vec<(Uuid, Uuid, NaiveDate)>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .columns([Column::OrganisationId, Column::Id, Column::DueOn])
        .filter(Column::BaseId.eq(base))
        .filter(Column::State.eq(State::UnderWay.code()))
        .filter(Column::DueOn.lt(today))
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows)
}
