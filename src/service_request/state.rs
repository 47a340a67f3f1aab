use crate::code::coded;

coded! {
    /// Where a request stands.
    pub enum State {
        /// 待受理: it waits for the operator.
        Asked = "asked",
        /// 办理中: it has an owner and a day.
        UnderWay = "under_way",
        /// 待评价: done, and the organisation has not said how good it was.
        Done = "done",
        /// 已评价.
        Rated = "rated",
        /// 不予受理, with a reason.
        Declined = "declined",
        /// 已撤回.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// What is done to a request.
    pub enum Action {
        /// First, and again where kind, owner or day change.
        Accept = "accept",
        Decline = "decline",
        Finish = "finish",
        Rate = "rate",
        /// Once: the result was not enough.
        Reopen = "reopen",
        Withdraw = "withdraw",
    }
}

coded! {
    /// Whose part it is.
    pub enum By {
        Organisation = "organisation",
        Operator = "operator",
    }
}

/// Why a request stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("`{action}` leads nowhere from `{state}`")]
    NoSuchStep { state: State, action: Action },
    #[error("`{action}` is not for the {by}")]
    NotTheirs { action: Action, by: By },
    #[error("it has been opened again once already")]
    ReopenedBefore,
}

impl State {
    /// The state after `action` of `by`. `reopened`: it has been opened again before.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn next(self, action: Action, by: By, reopened: bool) -> Result<Self, Refusal> {
        let theirs = match action {
            Action::Accept | Action::Decline | Action::Finish => By::Operator,
            Action::Rate | Action::Reopen | Action::Withdraw => By::Organisation,
        };
        match (self, action) {
            _ if by != theirs => Err(Refusal::NotTheirs { action, by }),
            (Self::Done, Action::Reopen) if reopened => Err(Refusal::ReopenedBefore),
            (Self::Asked | Self::UnderWay, Action::Accept) | (Self::Done, Action::Reopen) => Ok(Self::UnderWay),
            (Self::Asked, Action::Decline) => Ok(Self::Declined),
            (Self::UnderWay, Action::Finish) => Ok(Self::Done),
            (Self::Done, Action::Rate) => Ok(Self::Rated),
            (Self::Asked | Self::UnderWay, Action::Withdraw) => Ok(Self::Withdrawn),
            (state, action) => Err(Refusal::NoSuchStep { state, action }),
        }
    }

    /// Whether somebody still has to see to it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Asked | Self::UnderWay)
    }

    /// Whom it waits for; nobody at its end.
    pub const fn waits_for(self) -> Option<By> {
        match self {
            Self::Asked | Self::UnderWay => Some(By::Operator),
            Self::Done => Some(By::Organisation),
            Self::Rated | Self::Declined | Self::Withdrawn => None,
        }
    }
}
