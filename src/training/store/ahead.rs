//! Sessions that somebody has to think of now.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Query};
use uuid::Uuid;

use super::super::{
    State,
    entity::{
        training::{Column, Entity, Model},
        training_invitation,
    },
};
use crate::{
    access::{BaseReader, SubjectReader},
    store::{Store, StoreError},
};

/// As many as a first screen shows.
const MOST: u64 = 10;

/// A planned session that lies before somebody, or of which nobody has said what became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    pub id: Uuid,
    pub title: String,
    pub held_on: NaiveDate,
    /// Minutes after midnight.
    pub begins_at: u16,
    pub minutes: u16,
    pub place: String,
    /// Its day has passed.
    pub unsettled: bool,
}

/// The operator's: what takes place on this day of the base, and what nobody has settled, the oldest first. One statement.
pub async fn to_settle(store: &Store, reader: &BaseReader, today: NaiveDate) -> Result<Vec<Ahead>, StoreError> {
    first(store, planned(reader.base()).filter(Column::HeldOn.lte(today)), today).await
}

/// An organisation's: what it is invited to from this day of its base on, the next first. One statement.
pub async fn invited_to(store: &Store, reader: &SubjectReader, today: NaiveDate) -> Result<Vec<Ahead>, StoreError> {
    use training_invitation::Column as To;
    let invited = Query::select()
        .column(To::TrainingId)
        .from(training_invitation::Entity)
        .and_where(To::BaseId.eq(reader.base()))
        .and_where(To::OrganisationId.eq(reader.subject()))
        .to_owned();
    let ahead = planned(reader.base()).filter(Column::HeldOn.gte(today)).filter(Column::Id.in_subquery(invited));
    first(store, ahead, today).await
}

fn planned(base: Uuid) -> Select<Entity> {
    Entity::find().filter(Column::BaseId.eq(base)).filter(Column::State.eq(State::Planned.code()))
}

async fn first(store: &Store, those: Select<Entity>, today: NaiveDate) -> Result<Vec<Ahead>, StoreError> {
    let rows = those
        .order_by_asc(Column::HeldOn)
        .order_by_asc(Column::BeginsAt)
        .order_by_asc(Column::Id)
        .limit(MOST)
        .all(store.read())
        .await?;
    let minute = |number: i32| u16::try_from(number).unwrap_or(0);
    let ahead = |row: Model| Ahead {
        id: row.id,
        title: row.title,
        held_on: row.held_on,
        begins_at: minute(row.begins_at),
        minutes: minute(row.minutes),
        place: row.place,
        unsettled: State::Planned.is_unsettled(row.held_on, today),
    };
    Ok(rows.into_iter().map(ahead).collect())
}
