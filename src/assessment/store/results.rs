//! What the published quarters of organisations came to.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::{Band, Kind, entity::assessment};
use crate::{period::Quarter, points::Points, store::StoreError};

/// A rated sheet of a quarter that has been published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Published {
    pub(crate) quarter: Quarter,
    pub(crate) total: Points,
    pub(crate) band: Band,
    pub(crate) at: DateTime<Utc>,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    subject_id: Uuid,
    quarter: String,
    total: Option<i32>,
    band: Option<String>,
    published_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(&self) -> Result<Option<Published>, StoreError> {
        let (Some(total), Some(band), Some(at)) = (self.total, &self.band, self.published_at) else { return Ok(None) };
        let quarter = self.quarter.parse().map_err(|_| StoreError::Unreadable(self.quarter.clone()))?;
        let band = Band::from_code(band).ok_or_else(|| StoreError::Unreadable(band.clone()))?;
        Ok(Some(Published { quarter, total: Points::hundredths(total), band, at }))
    }
}

/// Of each of these organisations its published quarters, oldest first: one statement.
pub(crate) async fn results_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    organisations: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Published>>, StoreError> {
    use assessment::Column as Of;
    let rows: Vec<Row> = assessment::Entity::find()
        .select_only()
        .columns([Of::SubjectId, Of::Quarter, Of::Total, Of::Band, Of::PublishedAt])
        .filter(Of::BaseId.eq(base))
        .filter(Of::SubjectId.is_in(organisations.iter().copied()))
        .filter(Of::Kind.is_in([Kind::Organisation, Kind::Community].map(Kind::code)))
        .filter(Of::Rated.eq(true))
        .filter(Of::PublishedAt.is_not_null())
        .order_by_asc(Of::Quarter)
        .into_model()
        .all(db)
        .await?;
    let mut results: HashMap<Uuid, Vec<Published>> = HashMap::new();
    for row in rows {
        results.entry(row.subject_id).or_default().extend(row.read()?);
    }
    Ok(results)
}
