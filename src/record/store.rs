//! What keeping plain records shares.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::Problem;
use crate::{base, organisation::entity::organisation, store::StoreError};

/// Why something with a record was not done.
#[derive(Debug, thiserror::Error)]
pub enum RecordError<F: std::fmt::Debug> {
    /// No such record or organisation, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem<F>>),
    /// It has been struck out, and stays as it is.
    #[error("the record has been struck out")]
    Struck,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl<F: std::fmt::Debug> From<sea_orm::DbErr> for RecordError<F> {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// A record as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub id: Uuid,
    pub row_version: i32,
}

/// That a record does not count any more: when, by whom, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Struck {
    pub at: DateTime<Utc>,
    pub by: String,
    pub why: String,
}

impl Struck {
    pub(crate) fn of(at: Option<DateTime<Utc>>, by: Option<String>, why: String) -> Option<Self> {
        at.zip(by).map(|(at, by)| Self { at, by, why })
    }
}

/// The day in the base's zone.
pub(crate) async fn today<F: std::fmt::Debug>(
    db: &impl ConnectionTrait,
    base: Uuid,
    now: DateTime<Utc>,
) -> Result<NaiveDate, RecordError<F>> {
    Ok(base::store::by_id(db, base).await?.ok_or(RecordError::NotFound)?.day(now))
}

/// An organisation of the base, or [`RecordError::NotFound`].
pub(crate) async fn of_base<F: std::fmt::Debug>(
    db: &impl ConnectionTrait,
    base: Uuid,
    organisation: Uuid,
) -> Result<(), RecordError<F>> {
    let found = organisation::Entity::find_by_id(organisation).filter(organisation::Column::BaseId.eq(base));
    if found.count(db).await? == 0 { Err(RecordError::NotFound) } else { Ok(()) }
}

/// The id that a write ended with.
pub(crate) fn id(outcome: &str) -> Result<Uuid, StoreError> {
    outcome.parse().map_err(|_| StoreError::Unreadable(format!("the record {outcome}")))
}
