use crate::code::coded;

coded! {
    /// Where one report stands between its author and its reviewer.
    pub enum State {
        /// 草稿: only its authors see it.
        Draft = "draft",
        /// 已提交: it waits for the reviewer.
        Submitted = "submitted",
        /// 已采纳.
        Accepted = "accepted",
        /// 已退回: it waits for its author, with a deadline.
        Returned = "returned",
        /// 已撤回: its author took it back.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// What is done to a report.
    pub enum Action {
        /// First, and again after a return or a withdrawal.
        Submit = "submit",
        /// As long as nobody has reviewed it.
        Withdraw = "withdraw",
        Accept = "accept",
        Return = "return",
        /// An accepted report goes back to its author, within a [`Reopening`](super::Reopening).
        Reopen = "reopen",
    }
}

coded! {
    /// Whose part it is. One who files on behalf of an organisation (代填) acts as the author.
    pub enum By {
        Author = "author",
        /// The operator for an organisation's report, the bureau for the base's.
        Reviewer = "reviewer",
    }
}

/// Why a report stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Such as withdrawing what has been accepted meanwhile.
    #[error("`{action}` leads nowhere from `{state}`")]
    NoSuchStep { state: State, action: Action },
    #[error("`{action}` is not for the {by}")]
    NotTheirs { action: Action, by: By },
}

impl State {
    /// The state after `action` of `by`.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn next(self, action: Action, by: By) -> Result<Self, Refusal> {
        let theirs = match action {
            Action::Submit | Action::Withdraw => By::Author,
            Action::Accept | Action::Return | Action::Reopen => By::Reviewer,
        };
        if by != theirs {
            return Err(Refusal::NotTheirs { action, by });
        }
        match (self, action) {
            (Self::Draft | Self::Returned | Self::Withdrawn, Action::Submit) => Ok(Self::Submitted),
            (Self::Submitted, Action::Withdraw) => Ok(Self::Withdrawn),
            (Self::Submitted, Action::Accept) => Ok(Self::Accepted),
            (Self::Submitted, Action::Return) | (Self::Accepted, Action::Reopen) => Ok(Self::Returned),
            _ => Err(Refusal::NoSuchStep { state: self, action }),
        }
    }

    /// Whether its author may write in it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned | Self::Withdrawn)
    }

    /// Whether it stands as filed, for summaries and counters.
    pub const fn is_filed(self) -> bool {
        matches!(self, Self::Submitted | Self::Accepted)
    }
}
