use crate::code::coded;

coded! {
    /// Where an instruction stands.
    pub enum State {
        /// 办理中: it waits for the base.
        Open = "open",
        /// 已反馈: it waits for the bureau.
        Answered = "answered",
        /// 已办结.
        Closed = "closed",
    }
}

coded! {
    /// What is done to an instruction.
    pub enum Action {
        Answer = "answer",
        SendBack = "send_back",
        Close = "close",
    }
}

coded! {
    /// Whose part it is.
    pub enum By {
        Base = "base",
        Bureau = "bureau",
    }
}

/// Why an instruction stays as it is.
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
            Action::Answer => By::Base,
            Action::SendBack | Action::Close => By::Bureau,
        };
        match (self, action) {
            _ if by != theirs => Err(Refusal::NotTheirs { action, by }),
            (Self::Open, Action::Answer) => Ok(Self::Answered),
            (Self::Answered, Action::SendBack) => Ok(Self::Open),
            (Self::Answered, Action::Close) => Ok(Self::Closed),
            (state, action) => Err(Refusal::NoSuchStep { state, action }),
        }
    }
}
