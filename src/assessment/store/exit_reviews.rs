//! Exit reviews: the newest of a base, and how that of one incubation stands.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::{Kind, Occasion, State, entity::assessment};
use super::{
    AssessmentError,
    list::{SheetRow, read},
};
use crate::{
    access::{BaseReader, Scope},
    points::Points,
    store::{Store, StoreError},
};

/// The newest exit reviews of a base.
pub async fn exit_reviews(store: &Store, reader: &BaseReader) -> Result<Vec<SheetRow>, AssessmentError> {
    use assessment::Column as Of;
    let rows = assessment::Entity::find()
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::Kind.eq(Kind::ExitReview.code()))
        .order_by_desc(Of::Since)
        .limit(SHOWN)
        .all(store.read())
        .await?;
    let scope = Scope::from(reader);
    rows.into_iter().map(|row| Ok(read(row, scope)?)).collect()
}

/// How many exit reviews are shown beside the rounds.
const SHOWN: u64 = 20;

/// How the exit review of an incubation stands, and its points once the bureau has confirmed them.
pub async fn exit_review(
    db: &impl ConnectionTrait,
    base: Uuid,
    incubation: Uuid,
) -> Result<Option<(State, Option<Points>)>, StoreError> {
    use assessment::Column as Of;
    let occasion = Occasion::ExitReview(incubation).to_string();
    let row = assessment::Entity::find().filter(Of::BaseId.eq(base)).filter(Of::Quarter.eq(occasion)).one(db).await?;
    let Some(row) = row else { return Ok(None) };
    let state = row.read_state()?;
    let confirmed = state == State::Confirmed || state.is_public();
    Ok(Some((state, row.total.filter(|_| confirmed).map(Points::hundredths))))
}
