use super::super::super::{CardProblem, exchange::CardFileRefusal};
use crate::store::StoreError;

/// Why something with a scorecard was not done.
#[derive(Debug, thiserror::Error)]
pub enum CardError {
    /// No such draft or version, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    /// These stand in the way of publishing the draft, which is kept.
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<CardProblem>),
    /// The file becomes no draft.
    #[error(transparent)]
    File(#[from] CardFileRefusal),
    /// The draft says what is in force already.
    #[error("nothing has changed")]
    NothingChanged,
    #[error("a reason is needed")]
    ReasonMissing,
    /// Longer than [`LONGEST_REASON`](super::LONGEST_REASON).
    #[error("the reason is too long")]
    ReasonTooLong,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for CardError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
