use super::super::{Problem, Refusal};
use crate::store::StoreError;

/// Why something with a letter was not done.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// No such letter, as far as the asker may know.
    #[error("there is no such letter")]
    NotFound,
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem>),
    /// The step does not follow from where the letter stands.
    #[error(transparent)]
    Step(#[from] Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for LetterError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
