use crate::code::coded;

coded! {
    /// Where the record of a visit stands.
    pub enum State {
        /// 待回访: nothing has been filed.
        Open = "open",
        /// 待机构确认.
        Filed = "filed",
        /// 机构已确认.
        Confirmed = "confirmed",
        /// 机构有意见.
        Commented = "commented",
    }
}

coded! {
    /// What is done to it.
    pub enum Action {
        File = "file",
        /// To correct it, with a reason.
        TakeBack = "take_back",
        Confirm = "confirm",
        Comment = "comment",
    }
}

coded! {
    /// Whose part it is.
    pub enum By {
        Operator = "operator",
        Organisation = "organisation",
    }
}

/// Working days after a visit was filed, within which the organisation is asked for its word (**default**). Nothing follows
/// where it says nothing but that it is reminded.
pub const CONFIRMED_WITHIN: u32 = 5;

/// Why a record stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("`{action}` leads nowhere from `{state}`")]
    NoSuchStep { state: State, action: Action },
    #[error("`{action}` is not for the {by}")]
    NotTheirs { action: Action, by: By },
}

impl State {
    /// The state after `action` of `by`. What the organisation has confirmed stays.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn next(self, action: Action, by: By) -> Result<Self, Refusal> {
        let theirs = match action {
            Action::File | Action::TakeBack => By::Operator,
            Action::Confirm | Action::Comment => By::Organisation,
        };
        match (self, action) {
            _ if by != theirs => Err(Refusal::NotTheirs { action, by }),
            (Self::Open, Action::File) => Ok(Self::Filed),
            (Self::Filed | Self::Commented, Action::TakeBack) => Ok(Self::Open),
            (Self::Filed | Self::Commented, Action::Confirm) => Ok(Self::Confirmed),
            (Self::Filed, Action::Comment) => Ok(Self::Commented),
            (state, action) => Err(Refusal::NoSuchStep { state, action }),
        }
    }
}
