//! What organisations' last quarters came to, as far as it was published.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::{Band, State, entity::assessment};
use crate::{period::Quarter, points::Points, risk::Published, store::StoreError};

/// The codes of states in which a subject sees its sheet.
pub(super) fn public() -> impl Iterator<Item = &'static str> {
    State::ALL.iter().filter(|state| state.is_public()).map(|state| state.code())
}

/// The rated sheets of some quarters that were published, the newest first, by organisation: one statement.
pub(crate) async fn published(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarters: &[Quarter],
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
