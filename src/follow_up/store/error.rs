use super::super::{Problem, Refusal, Shut, State};
use crate::store::StoreError;

/// Why something with a follow-up was not done.
#[derive(Debug, thiserror::Error)]
pub enum FollowUpError {
    /// No such visit or organisation, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    /// The organisation has not hatched.
    #[error("the organisation has not hatched")]
    NotHatched,
    /// Nobody goes any more: it was found dissolved, or is back in the base.
    #[error("the visit is no longer due")]
    Ended,
    /// What was typed is kept, and these stand in the way.
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem>),
    /// Nothing can be written in what has been filed.
    #[error("nothing can be written in a visit that is {0}")]
    NotOpen(State),
    /// A questionnaire cannot be answered, or asked for again.
    #[error("the questionnaire is {0}")]
    Shut(Shut),
    /// The step does not follow from where the record stands.
    #[error(transparent)]
    Step(#[from] Refusal),
    /// A comment and a taking back need words.
    #[error("words are needed")]
    WordsMissing,
    /// Longer than [`LONGEST_WORDS`](super::LONGEST_WORDS).
    #[error("the words are too long")]
    TooLong,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl FollowUpError {
    /// For other areas, which only read: there is nothing else that could go wrong.
    pub(super) fn of_store(self) -> StoreError {
        match self {
            Self::Store(error) => error,
            other => StoreError::Unreadable(other.to_string()),
        }
    }
}

impl From<sea_orm::DbErr> for FollowUpError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
