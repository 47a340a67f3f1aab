use super::super::{Problem, Refusal};
use crate::store::StoreError;

/// Why something with a rectification was not done.
#[derive(Debug, thiserror::Error)]
pub enum RectificationError {
    /// No such rectification, organisation or report, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem>),
    #[error(transparent)]
    Step(#[from] Refusal),
    /// Nobody closes what a subject that they belong to has repaired, nor lets it off.
    #[error("the rectification is of one's own subject")]
    OwnSubject,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for RectificationError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
