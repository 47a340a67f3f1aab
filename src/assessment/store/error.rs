use super::super::{CorrectionRefusal, NothingApplies, ObjectionRefusal, PartRefusal, Refusal};
use crate::{evidence::EvidenceError, follow_up::store::FollowUpError, store::StoreError};

/// Why something with an assessment was not done.
#[derive(Debug, thiserror::Error)]
pub enum AssessmentError {
    /// No such round, sheet or line, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    /// A round is opened once its quarter or year is over.
    #[error("the quarter or year is not over")]
    NotOver,
    /// An incubation is reviewed at the stage of that name.
    #[error("the incubation is not in its exit review")]
    NotInExitReview,
    #[error("it has its round already")]
    OpenedBefore,
    /// A round has one sheet of each subject.
    #[error("it has its sheet already")]
    HasSheet,
    /// Nobody is added to a round of which something is published.
    #[error("sheets of the round are published")]
    RoundPublished,
    /// Nobody is added to a quarter whose year was opened without them: they would have no sheet of the year.
    #[error("the year's round was opened without it")]
    YearOpened,
    /// Too few weeks were expected.
    #[error("the subject is not rated")]
    NotRated,
    /// Lines by judgement that have no points yet, by their codes.
    #[error("{} lines have no points", .0.len())]
    Lacks(Vec<String>),
    #[error(transparent)]
    Nothing(#[from] NothingApplies),
    #[error(transparent)]
    Step(#[from] Refusal),
    #[error(transparent)]
    Part(#[from] PartRefusal),
    #[error(transparent)]
    Objection(#[from] ObjectionRefusal),
    #[error(transparent)]
    Correction(#[from] CorrectionRefusal),
    /// New points of a line that cannot be accepted, by its code.
    #[error("the points of `{0}` cannot be accepted")]
    PointsOf(String),
    /// The settings of the base name who decides on objections to its sheet; `None` where nobody of those can.
    #[error("somebody else decides on it")]
    NotDecider(Option<String>),
    /// A reason is needed, such as for each line that is sent back.
    #[error("words are needed")]
    WordsMissing,
    /// Longer than [`LONGEST_WORDS`](super::LONGEST_WORDS).
    #[error("the words are too long")]
    TooLong,
    /// Points that are no number, or more than there are.
    #[error("the points cannot be accepted")]
    Points,
    /// Somebody has looked at a report of the sample already.
    #[error("the sample is in use")]
    SampleInUse,
    /// The card knows no such veto.
    #[error("no such veto")]
    NoSuchVeto,
    /// A file that is not taken, or not now.
    #[error(transparent)]
    File(#[from] EvidenceError),
    /// Follow-ups stand in the base's sheet.
    #[error(transparent)]
    FollowUps(#[from] FollowUpError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for AssessmentError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
