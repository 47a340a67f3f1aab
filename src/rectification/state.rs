use serde::{Deserialize, Serialize};

use crate::code::coded;

coded! {
    /// Where a rectification stands.
    pub enum State {
        /// 整改中: it waits for whoever has to repair it.
        Open = "open",
        /// 待销号: repaired, they say; it waits for whoever closes it.
        Reported = "reported",
        /// 已销号.
        Closed = "closed",
        /// 已撤销: it was given by mistake.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// What is done to a rectification.
    pub enum Action {
        /// What was repaired is said.
        Report = "report",
        /// It is not enough yet.
        SendBack = "send_back",
        Close = "close",
        /// There is more time for it.
        Extend = "extend",
        /// It was given by mistake.
        Withdraw = "withdraw",
    }
}

coded! {
    /// Whose part it is.
    pub enum Party {
        Organisation = "organisation",
        Operator = "operator",
        Bureau = "bureau",
    }
}

coded! {
    /// What a fault was found in.
    pub enum Source {
        Report = "report",
        Assessment = "assessment",
        Visit = "visit",
        Other = "other",
    }
}

/// Whom a rectification concerns, and who gave it: what follows for everybody's part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// It concerns the base itself, not an organisation.
    pub of_base: bool,
    pub given_by: Party,
}

/// Why a rectification stays as it is, or is not given at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("`{action}` leads nowhere from `{state}`")]
    NoSuchStep { state: State, action: Action },
    #[error("`{action}` is not for the {by}")]
    NotTheirs { action: Action, by: Party },
    /// The base's own faults are for the bureau to find, an organisation's for operator and bureau.
    #[error("it is not for the {by} to give")]
    NotTheirsToGive { by: Party },
}

impl Matter {
    /// What `by` gives, to the base or to an organisation of it.
    ///
    /// # Errors
    /// [`Refusal::NotTheirsToGive`].
    pub fn given(of_base: bool, by: Party) -> Result<Self, Refusal> {
        match (of_base, by) {
            (_, Party::Bureau) | (false, Party::Operator) => Ok(Self { of_base, given_by: by }),
            (true, Party::Operator) | (_, Party::Organisation) => Err(Refusal::NotTheirsToGive { by }),
        }
    }

    /// Who says what was repaired.
    #[must_use]
    pub fn repairs(self) -> Party {
        if self.of_base { Party::Operator } else { Party::Organisation }
    }

    /// Who closes it, or sends it back.
    #[must_use]
    pub fn closes(self) -> Party {
        if self.of_base { Party::Bureau } else { self.given_by }
    }
}

impl State {
    /// Those in which it waits for somebody, blocks hatching, and may come to take points away.
    pub const AT_WORK: [Self; 2] = [Self::Open, Self::Reported];

    /// The state after `action` of `by`.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn next(self, matter: Matter, action: Action, by: Party) -> Result<Self, Refusal> {
        let theirs = match action {
            Action::Report => matter.repairs(),
            Action::SendBack | Action::Close => matter.closes(),
            Action::Extend | Action::Withdraw => matter.given_by,
        };
        match (self, action) {
            _ if by != theirs => Err(Refusal::NotTheirs { action, by }),
            (Self::Open, Action::Report) => Ok(Self::Reported),
            (Self::Reported, Action::SendBack) | (Self::Open, Action::Extend) => Ok(Self::Open),
            (Self::Reported, Action::Close) => Ok(Self::Closed),
            (Self::Open | Self::Reported, Action::Withdraw) => Ok(Self::Withdrawn),
            (state, action) => Err(Refusal::NoSuchStep { state, action }),
        }
    }

    /// For whom it waits; nobody at its end.
    #[must_use]
    pub fn waits_for(self, matter: Matter) -> Option<Party> {
        match self {
            Self::Open => Some(matter.repairs()),
            Self::Reported => Some(matter.closes()),
            Self::Closed | Self::Withdrawn => None,
        }
    }
}
