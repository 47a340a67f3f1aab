use super::super::{EntryProblem, EntryRefusal, Problem};
use crate::{
    monthly_plan::{Refusal, State},
    store::StoreError,
};

/// Why something with annual targets was not done.
#[derive(Debug, thiserror::Error)]
pub enum TargetError {
    /// No such year, target or entry, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    /// The year lies too far ahead, or is over for long.
    #[error("the year cannot be planned")]
    NotThisYear,
    /// The draft is kept, and these stand in the way of submitting it.
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem>),
    /// These stand in the way of an entry.
    #[error("{} fields of the entry cannot be accepted", .0.len())]
    InvalidEntry(Vec<EntryProblem>),
    /// The year is not open to its author, such as while it waits for the bureau.
    #[error("nothing can be written in targets that are {0}")]
    NotOpen(State),
    /// The step does not follow from where the year stands.
    #[error(transparent)]
    Step(#[from] Refusal),
    /// The step does not follow from where the entry stands.
    #[error(transparent)]
    EntryStep(#[from] EntryRefusal),
    /// The target is counted from records: nothing is entered for it.
    #[error("the target is counted by the program")]
    CountedByRecords,
    /// A return, a change of what was approved and a refusal need words.
    #[error("a reason is needed")]
    ReasonMissing,
    /// Longer than [`LONGEST_WORDS`](super::LONGEST_WORDS).
    #[error("the words are too long")]
    TooLong,
    /// Nobody decides on what a base that they run wants to count.
    #[error("the targets are of the base that the approver runs")]
    OwnSubject,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for TargetError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
