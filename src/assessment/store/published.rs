//! What organisations' last quarters came to, as far as it was published.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::{Band, Kind, State, entity::assessment};
use crate::{
    access::{BaseReader, Scope},
    period::Quarter,
    points::Points,
    risk::Published,
    store::{Store, StoreError},
};

/// The codes of states in which a subject sees its sheet.
pub(super) fn public() -> impl Iterator<Item = &'static str> {
    State::ALL.iter().filter(|state| state.is_public()).map(|state| state.code())
}

/// Whether whoever asks does not see yet what others gave on a sheet: it is their own, and not published.
pub(super) fn withheld(scope: Scope, subject: Uuid, state: State) -> bool {
    scope.is_own(subject) && !state.is_public()
}

/// So many quarters before one are told beside it.
const BEFORE: usize = 5;

/// The rated sheets of some quarters that were published, the newest first, by organisation: one statement.
pub(crate) async fn published(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarters: &[Quarter],
) -> Result<HashMap<Uuid, Vec<Published>>, StoreError> {
    published_of(db, base, quarters, Condition::all()).await
}

/// What some organisations' last quarters before one came to, as far as it was published, oldest first: one statement.
pub async fn published_before(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    organisations: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Published>>, StoreError> {
    let earlier = std::iter::successors(Some(quarter.previous()), |quarter| Some(quarter.previous()));
    let earlier: Vec<Quarter> = earlier.take(BEFORE).collect();
    let wanted = assessment::Column::SubjectId.is_in(organisations.iter().copied());
    let mut found = published_of(store.read(), reader.base(), &earlier, wanted.into()).await?;
    for quarters in found.values_mut() {
        quarters.reverse();
    }
    Ok(found)
}

async fn published_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarters: &[Quarter],
    wanted: Condition,
) -> Result<HashMap<Uuid, Vec<Published>>, StoreError> {
    use assessment::Column as Of;
    let rows: Vec<(Uuid, String, Option<i32>, Option<String>)> = assessment::Entity::find()
        .select_only()
        .columns([Of::SubjectId, Of::Quarter, Of::Total, Of::Band])
        .filter(Of::BaseId.eq(base))
        .filter(Of::OfBase.eq(false))
        .filter(Of::Rated.eq(true))
        .filter(Of::State.is_in(public()))
        .filter(Of::Quarter.is_in(quarters.iter().map(ToString::to_string)))
        .filter(wanted)
        .order_by_desc(Of::Quarter)
        .into_tuple()
        .all(db)
        .await?;
    let mut found: HashMap<Uuid, Vec<Published>> = HashMap::new();
    for (subject, quarter, total, band) in rows {
        let Some((total, band)) = total.zip(band) else { continue };
        let quarter = quarter.parse().map_err(|_| StoreError::Unreadable(quarter.clone()))?;
        let band = Band::from_code(&band).ok_or(StoreError::Unreadable(band))?;
        found.entry(subject).or_default().push(Published { quarter, total: Points::hundredths(total), band });
    }
    Ok(found)
}

/// The newest quarter of which an organisation's sheet is public: one statement. `None` before the first.
pub async fn last_public(store: &Store, reader: &BaseReader) -> Result<Option<Quarter>, StoreError> {
    use assessment::Column as Of;
    let quarterly = [Kind::Organisation, Kind::Community].map(Kind::code);
    let newest: Option<String> = assessment::Entity::find()
        .select_only()
        .column(Of::Quarter)
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::Kind.is_in(quarterly))
        .filter(Of::Rated.eq(true))
        .filter(Of::State.is_in(public()))
        .order_by_desc(Of::Quarter)
        .into_tuple()
        .one(store.read())
        .await?;
    newest.map(|quarter| quarter.parse().map_err(|_| StoreError::Unreadable(quarter.clone()))).transpose()
}
