use super::super::{AttendField, Closed, Field, Refusal};
use crate::{record::Problem, store::StoreError};

/// Why something with a training was not done.
#[derive(Debug, thiserror::Error)]
pub enum TrainingError {
    /// No such session, attendance or organisation, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    /// Of the session's form.
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem<Field>>),
    /// Of a form of attendance.
    #[error("{} fields cannot be accepted", .0.len())]
    Attendance(Vec<Problem<AttendField>>),
    #[error(transparent)]
    Step(#[from] Refusal),
    #[error(transparent)]
    Closed(#[from] Closed),
    /// The operator has taken the name off the list, so only the operator puts it back.
    #[error("the name has been taken off the list")]
    TakenOff,
    /// As many as one session can have.
    #[error("the list is full")]
    Full,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for TrainingError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
