use super::super::{OutOfReopening, Problem, Refusal, ReopeningFault, State, Why};
use crate::store::StoreError;

/// Why something with a weekly report was not done.
#[derive(Debug, thiserror::Error)]
pub enum WeeklyReportError {
    /// No such report, subject or exception, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    /// The week asks this subject for no report.
    #[error("no report is asked for: {}", .0.code())]
    NotAsked(Why),
    /// The week has not begun.
    #[error("the week has not begun")]
    NotYet,
    /// The draft is kept, and these stand in the way of filing it.
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem>),
    /// The report is not open to its author, such as after it was submitted.
    #[error("nothing can be written in a report that is {0}")]
    NotOpen(State),
    /// The step does not follow from where the report stands.
    #[error(transparent)]
    Step(#[from] Refusal),
    #[error(transparent)]
    OutOfReopening(#[from] OutOfReopening),
    #[error(transparent)]
    Reopening(#[from] ReopeningFault),
    /// A return, a comment, an exception and its end need words.
    #[error("a reason is needed")]
    ReasonMissing,
    /// Longer than [`Report::LONGEST_TEXT`](super::super::Report::LONGEST_TEXT).
    #[error("the words are too long")]
    TooLong,
    /// Nobody reviews a subject that they belong to.
    #[error("the report is of the reviewer's own subject")]
    OwnSubject,
    /// An extension ends after it is given.
    #[error("the end does not lie ahead")]
    EndNotAhead,
    /// An exception is asked for that would change nothing, or one that has been asked for.
    #[error("the exception would change nothing")]
    NoUse,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for WeeklyReportError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
