//! The last quarter of a subject that was published, for what can be learnt from it.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::super::{Facts, Kind, Occasion, Sheet, entity::assessment};
use super::{AssessmentError, published::public, record::with_lines};
use crate::{access::SubjectReader, points::Points, store::Store};

/// A published sheet of a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastPublished {
    pub occasion: Occasion,
    pub total: Points,
    pub sheet: Sheet,
    /// What the rules went by.
    pub facts: BTreeMap<String, Facts>,
}

/// The newest rated quarter of a subject that was published: two statements. `None` before the first.
pub async fn last_published(store: &Store, reader: &SubjectReader) -> Result<Option<LastPublished>, AssessmentError> {
    use assessment::Column as Of;
    let (db, base) = (store.read(), reader.base());
    let quarterly = [Kind::Organisation, Kind::Community, Kind::Base].map(Kind::code);
    let newest = assessment::Entity::find()
        .filter(Of::BaseId.eq(base))
        .filter(Of::SubjectId.eq(reader.subject()))
        .filter(Of::Kind.is_in(quarterly))
        .filter(Of::Rated.eq(true))
        .filter(Of::State.is_in(public()))
        .order_by_desc(Of::Quarter)
        .one(db)
        .await?;
    let kept = with_lines(db, base, newest.into_iter().collect()).await?.pop();
    let Some(kept) = kept else { return Ok(None) };
    let facts = kept.row.read_facts()?;
    Ok(Some(LastPublished {
        occasion: kept.row.read_occasion()?,
        total: kept.row.total.map(Points::hundredths).unwrap_or_default(),
        sheet: kept.sheet_by(&facts)?,
        facts,
    }))
}
