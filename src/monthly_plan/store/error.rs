use super::super::{OutcomeProblem, Problem, Refusal, State};
use crate::store::StoreError;

/// Why something with a monthly plan was not done.
#[derive(Debug, thiserror::Error)]
pub enum MonthlyPlanError {
    /// No such plan or subject, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    /// The subject is not there in this month, or was not there at its beginning.
    #[error("no plan is asked for")]
    NotAsked,
    /// The month lies too far ahead.
    #[error("the month cannot be planned yet")]
    NotYet,
    /// The draft is kept, and these stand in the way of submitting it.
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem>),
    /// These stand in the way of closing the month.
    #[error("{} results cannot be accepted", .0.len())]
    InvalidResult(Vec<OutcomeProblem>),
    /// The plan is not open to its author, such as while it waits for its approver.
    #[error("nothing can be written in a plan that is {0}")]
    NotOpen(State),
    /// The step does not follow from where the plan stands.
    #[error(transparent)]
    Step(#[from] Refusal),
    /// A month is closed when its last week has begun, not before.
    #[error("the month is not over")]
    MonthNotOver,
    /// A return, a change of an approved plan and a refused release need words.
    #[error("a reason is needed")]
    ReasonMissing,
    /// Whoever submits on behalf says where the words come from.
    #[error("the source of the words is needed")]
    SourceMissing,
    /// Longer than [`LONGEST_WORDS`](super::LONGEST_WORDS).
    #[error("the words are too long")]
    TooLong,
    /// Nobody approves the plan of a subject that they belong to.
    #[error("the plan is of the approver's own subject")]
    OwnSubject,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for MonthlyPlanError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
