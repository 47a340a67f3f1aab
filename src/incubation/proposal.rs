use super::{Action, By, Refusal, Stage};
use crate::code::coded;

coded! {
    /// Where the operator's proposal to the bureau stands.
    pub enum ProposalState {
        /// It waits for the bureau.
        Proposed = "proposed",
        /// The bureau said yes; the incubation moved with it.
        Confirmed = "confirmed",
        /// The bureau said no.
        Declined = "declined",
        /// The operator took it back.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// What is done with a proposal.
    pub enum Decision {
        /// By the bureau.
        Confirm = "confirm",
        /// By the bureau.
        Decline = "decline",
        /// By the operator.
        Withdraw = "withdraw",
    }
}

/// Why a proposal stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProposalRefusal {
    #[error("a {state} proposal is settled")]
    Settled { state: ProposalState },
    #[error("`{decision}` is not for the {by}")]
    NotTheirs { decision: Decision, by: By },
    /// The incubation is no longer where it was when the operator proposed.
    #[error("the incubation moved from `{proposed_at}` to `{now}` meanwhile")]
    StageMovedOn { proposed_at: Stage, now: Stage },
    #[error(transparent)]
    Step(#[from] Refusal),
}

impl ProposalState {
    /// The state after `decision` of `by`: `proposed → confirmed | declined | withdrawn`.
    ///
    /// # Errors
    /// [`ProposalRefusal::Settled`], [`ProposalRefusal::NotTheirs`].
    pub fn next(self, decision: Decision, by: By) -> Result<Self, ProposalRefusal> {
        if self != Self::Proposed {
            return Err(ProposalRefusal::Settled { state: self });
        }
        match (decision, by) {
            (Decision::Confirm, By::Bureau) => Ok(Self::Confirmed),
            (Decision::Decline, By::Bureau) => Ok(Self::Declined),
            (Decision::Withdraw, By::Operator) => Ok(Self::Withdrawn),
            _ => Err(ProposalRefusal::NotTheirs { decision, by }),
        }
    }
}

/// A step that the operator wants and the bureau decides (domain: *Who decides*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Proposal {
    /// Where the incubation stood when it was made.
    pub at: Stage,
    /// What it is to do.
    pub action: Action,
    pub state: ProposalState,
}

impl Proposal {
    /// A new proposal for an incubation that stands at `at`.
    ///
    /// # Errors
    /// [`Refusal::NotTheirs`] for an action that needs no confirmation or one who is not the operator,
    /// [`Refusal::NoSuchStep`] where the action leads nowhere.
    pub fn new(at: Stage, action: Action, by: By) -> Result<Self, Refusal> {
        if by != By::Operator || !action.needs_confirmation() {
            return Err(Refusal::NotTheirs { stage: at, action, by });
        }
        at.next(action, By::Bureau)?;
        Ok(Self { at, action, state: ProposalState::Proposed })
    }

    /// The proposal after `decision` of `by`, and the incubation's new stage where it was confirmed.
    ///
    /// # Errors
    /// [`ProposalRefusal`]; a confirmation is refused when the incubation left the stage it was made at.
    pub fn decide(self, decision: Decision, by: By, now: Stage) -> Result<(Self, Option<Stage>), ProposalRefusal> {
        let decided = Self { state: self.state.next(decision, by)?, ..self };
        if decided.state != ProposalState::Confirmed {
            return Ok((decided, None));
        }
        if now != self.at {
            return Err(ProposalRefusal::StageMovedOn { proposed_at: self.at, now });
        }
        Ok((decided, Some(now.next(self.action, by)?)))
    }
}
