//! What a subject has to do, or can, with its newest sheet.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::{
    Occasion, State,
    entity::{assessment, assessment_round},
};
use super::AssessmentError;
use crate::{access::SubjectReader, base, store::Store};

/// What a subject has to do, or can, with its newest sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub occasion: Occasion,
    /// Open: its own points are due. Published: it can object.
    pub state: State,
    pub until: DateTime<Utc>,
    pub zone: Tz,
}

/// The newest sheet of a subject, where it waits for it: three statements at the most.
pub async fn due_of(store: &Store, reader: &SubjectReader) -> Result<Option<Due>, AssessmentError> {
    use assessment::Column as Of;
    let (db, now) = (store.read(), store.now());
    let newest = assessment::Entity::find()
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::SubjectId.eq(reader.subject()))
        .filter(Of::Rated.eq(true))
        .filter(Of::State.is_in([State::Open, State::Published].map(State::code)))
        .order_by_desc(Of::Quarter)
        .one(db)
        .await?;
    let Some(row) = newest else { return Ok(None) };
    let round = assessment_round::Entity::find_by_id(row.round_id).one(db).await?;
    let base = base::store::by_id(db, row.base_id).await?;
    let (round, base) = round.zip(base).ok_or(AssessmentError::NotFound)?;
    let state = row.read_state()?;
    let until = match state {
        State::Open => Some(round.read_timetable(row.of_base)?.own),
        _ => row.objections_until,
    };
    let due = |until| Some(Due { occasion: row.read_occasion().ok()?, state, until, zone: base.zone });
    Ok(until.filter(|until| *until >= now || state == State::Open).and_then(due))
}
