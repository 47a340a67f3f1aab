use super::super::{Problem, Refusal};
use crate::store::StoreError;

/// Why something with a service request was not done.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// No such request or organisation, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem>),
    /// The step does not follow from where the request stands.
    #[error(transparent)]
    Step(#[from] Refusal),
    /// The weekly report or the visit has led to a request already.
    #[error("the record has led to a request already")]
    AskedBefore,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for ServiceError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
