//! What somebody has raised: requests for help, faults to be repaired, instructions.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Counted, Found, What, each, read, wait};
use crate::{
    instruction,
    rectification::{self, Matter},
    service_request::entity::service_request,
    store::StoreError,
};

/// So many rows in a state, and since when the oldest came into it.
#[derive(Debug, FromQueryResult)]
struct InState {
    base_id: Uuid,
    state: String,
    number: i64,
    oldest: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct Faults {
    base_id: Uuid,
    state: String,
    of_base: bool,
    given_as: String,
    number: i64,
    oldest: Option<DateTime<Utc>>,
}

pub(super) async fn services(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use service_request::Column as Of;
    let rows: Vec<InState> = service_request::Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::State])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::Since.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .group_by(Of::BaseId)
        .group_by(Of::State)
        .into_model()
        .all(db)
        .await?;
    let told = |row: InState| {
        let what = What::of_service(read(&row.state)?);
        Ok(what.map(|what| wait(row.base_id, what, row.number, row.oldest)))
    };
    rows.into_iter().filter_map(|row| told(row).transpose()).collect()
}

pub(super) async fn faults(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use rectification::entity::{Column as Of, Entity};
    let rows: Vec<Faults> = Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::State, Of::OfBase, Of::GivenAs])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::Since.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::State.is_in(rectification::State::AT_WORK.map(rectification::State::code)))
        .group_by(Of::BaseId)
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .group_by(Of::GivenAs)
        .into_model()
        .all(db)
        .await?;
    let told = |row: Faults| {
        let matter = Matter { of_base: row.of_base, given_by: read(&row.given_as)? };
        let what = What::of_fault(read(&row.state)?, matter);
        Ok(what.map(|what| wait(row.base_id, what, row.number, row.oldest)))
    };
    rows.into_iter().filter_map(|row| told(row).transpose()).collect()
}

/// One that was sent back waits since it was given: when it was sent back is not kept.
pub(super) async fn instructions(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use instruction::{
        State,
        entity::{Column as Of, Entity},
    };
    let of = |state: State| {
        let of_bases = Entity::find().select_only().column(Of::BaseId).filter(Of::BaseId.is_in(bases.iter().copied()));
        of_bases.filter(Of::State.eq(state.code())).group_by(Of::BaseId)
    };
    let open: Vec<Counted> = of(State::Open)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::GivenAt.min(), "oldest")
        .into_tuple()
        .all(db)
        .await?;
    let answered: Vec<Counted> = of(State::Answered)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::AnsweredAt.min(), "oldest")
        .into_tuple()
        .all(db)
        .await?;
    Ok(each(open, What::Instruction).chain(each(answered, What::InstructionAnswered)).collect())
}
