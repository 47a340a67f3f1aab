use super::{EntryProblem, HistoryFault, ProposalRefusal, Refusal, StepProblem, Unmet};
use crate::store::StoreError;

/// Why an incubation stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum IncubationError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The base has no such organisation, incubation or proposal.
    #[error("the base has no such record")]
    NotFound,
    /// Every field of the step at fault.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Step(Vec<StepProblem>),
    /// Every field of the entry at fault.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Entry(Vec<EntryProblem>),
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Proposal(#[from] ProposalRefusal),
    /// The bureau has not decided on an earlier proposal yet.
    #[error("a proposal waits for the bureau")]
    ProposalOpen,
    /// Nobody confirms what they have proposed themselves.
    #[error("the proposal is the decider's own")]
    OwnProposal,
    /// The decider is of the operator's team, too, or of the organisation.
    #[error("the proposal is the decider's own side's")]
    OwnSubject,
    /// The gate to hatching is not open: every condition that is not met.
    #[error("the gate to hatching is not open: {0:?}")]
    GateClosed(Vec<Unmet>),
    /// The organisation has an incubation that has not ended.
    #[error("an incubation is under way")]
    UnderWay,
    #[error(transparent)]
    History(#[from] HistoryFault),
}

impl From<sea_orm::DbErr> for IncubationError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
