use crate::code::coded;

coded! {
    /// Where a letter stands.
    pub enum State {
        /// 待答复: it waits for the bureau.
        Asked = "asked",
        /// 已答复: the bureau has said something and may say more.
        Answered = "answered",
        /// 已办结, with a result. A new message opens it again.
        Closed = "closed",
    }
}

coded! {
    /// What is done with a letter.
    pub enum Action {
        /// The organisation says more; what was answered or closed waits again.
        Ask = "ask",
        Answer = "answer",
        Close = "close",
    }
}

coded! {
    /// Whose part it is.
    pub enum By {
        Organisation = "organisation",
        Bureau = "bureau",
    }
}

/// Why a letter stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
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
            Action::Ask => By::Organisation,
            Action::Answer | Action::Close => By::Bureau,
        };
        match (self, action) {
            _ if by != theirs => Err(Refusal::NotTheirs { action, by }),
            (_, Action::Ask) => Ok(Self::Asked),
            (Self::Asked | Self::Answered, Action::Answer) => Ok(Self::Answered),
            (Self::Asked | Self::Answered, Action::Close) => Ok(Self::Closed),
            (Self::Closed, action) => Err(Refusal::NoSuchStep { state: self, action }),
        }
    }

    /// Whether it waits for the bureau. What has been answered waits for nobody: the organisation may write again, and
    /// the bureau may close it.
    pub const fn waits(self) -> bool {
        matches!(self, Self::Asked)
    }
}
