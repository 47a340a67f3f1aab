use chrono::{DateTime, Utc};

use crate::{code::coded, incubation::Span, period::Month};

coded! {
    /// Where one plan stands between its author and its approver.
    pub enum State {
        /// 草稿: only its authors see it.
        Draft = "draft",
        /// 待审批: it waits for the approver.
        Submitted = "submitted",
        /// 已退回: it waits for its author.
        Returned = "returned",
        /// 已批准.
        Approved = "approved",
        /// 已办结: the month's result is closed.
        Closed = "closed",
    }
}

coded! {
    /// What is done to a plan.
    pub enum Action {
        /// First, and again after a return or for a change.
        Submit = "submit",
        /// As long as nobody has decided on it.
        Withdraw = "withdraw",
        Approve = "approve",
        Return = "return",
        /// An approved plan is written in again; what was approved stands until the change is.
        Change = "change",
        /// A change that led to nothing: what was approved goes on standing.
        Discard = "discard",
        /// The month's result.
        Close = "close",
    }
}

coded! {
    /// Whose part it is.
    pub enum By {
        Author = "author",
        /// 审批方: the operator for an organisation's plan, the bureau for the base's.
        Approver = "approver",
    }
}

/// Why a plan stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("`{action}` leads nowhere from `{state}`")]
    NoSuchStep { state: State, action: Action },
    #[error("`{action}` is not for the {by}")]
    NotTheirs { action: Action, by: By },
}

impl State {
    /// The state after `action` of `by`. `stands`: whether a version of the plan has been approved already.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn next(self, action: Action, by: By, stands: bool) -> Result<Self, Refusal> {
        let theirs = match action {
            Action::Submit | Action::Withdraw | Action::Change | Action::Discard | Action::Close => By::Author,
            Action::Approve | Action::Return => By::Approver,
        };
        if by != theirs {
            return Err(Refusal::NotTheirs { action, by });
        }
        match (self, action) {
            (Self::Draft | Self::Returned, Action::Submit) => Ok(Self::Submitted),
            (Self::Submitted, Action::Withdraw) | (Self::Approved, Action::Change) => Ok(Self::Draft),
            (Self::Submitted, Action::Approve) => Ok(Self::Approved),
            (Self::Submitted, Action::Return) => Ok(Self::Returned),
            (Self::Draft | Self::Returned | Self::Submitted, Action::Discard) if stands => Ok(Self::Approved),
            (Self::Approved, Action::Close) => Ok(Self::Closed),
            _ => Err(Refusal::NoSuchStep { state: self, action }),
        }
    }

    /// Whether its author may write in it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}

/// A plan's state at an instant: what was not decided on within three working days counts as approved
/// (domain: *Monthly plans*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub state: State,
    /// Nobody approved it; the time for that has passed.
    pub by_lapse: bool,
}

impl Standing {
    /// `decide_by`: the end of the third working day after the submission.
    pub fn at(state: State, decide_by: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        let by_lapse = state == State::Submitted && decide_by.is_some_and(|end| end < now);
        Self { state: if by_lapse { State::Approved } else { state }, by_lapse }
    }
}

/// Whether a plan of a month is asked of a subject that reports in these weeks: it has to be there from the
/// month's first week on.
pub fn is_expected(spans: &[Span], month: Month) -> bool {
    month.weeks().next().is_some_and(|first| spans.iter().any(|span| span.contains(first)))
}
