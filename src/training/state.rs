use chrono::NaiveDate;

use crate::code::coded;

coded! {
    /// What a session is about.
    pub enum Topic {
        /// 政策法规.
        Policy = "policy",
        /// 组织治理.
        Governance = "governance",
        /// 党建.
        PartyBuilding = "party_building",
        /// 财务管理.
        Finance = "finance",
        /// 项目策划与管理.
        Projects = "projects",
        /// 筹资与传播.
        Fundraising = "fundraising",
        /// 社会工作专业.
        SocialWork = "social_work",
        Other = "other",
    }
}

coded! {
    /// Where a session stands.
    pub enum State {
        /// 计划中.
        Planned = "planned",
        /// 已举办: it counts.
        Held = "held",
        /// 已取消, with a reason.
        Cancelled = "cancelled",
    }
}

coded! {
    /// What is done with a session.
    pub enum Action {
        /// It took place.
        Hold = "hold",
        Cancel = "cancel",
        /// It was said to have taken place, or to be cancelled, wrongly.
        Reopen = "reopen",
    }
}

/// Why a session stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("`{action}` leads nowhere from `{state}`")]
    NoSuchStep { state: State, action: Action },
    /// It cannot have taken place before its day.
    #[error("its day has not come")]
    NotYet,
    /// What took place or was cancelled is not planned anew.
    #[error("only a planned session is changed")]
    NotPlanned,
}

impl State {
    /// The state after `action` on a day.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn next(self, action: Action, held_on: NaiveDate, today: NaiveDate) -> Result<Self, Refusal> {
        match (self, action) {
            (Self::Planned, Action::Hold) if today < held_on => Err(Refusal::NotYet),
            (Self::Planned, Action::Hold) => Ok(Self::Held),
            (Self::Planned, Action::Cancel) => Ok(Self::Cancelled),
            (Self::Held | Self::Cancelled, Action::Reopen) => Ok(Self::Planned),
            (state, action) => Err(Refusal::NoSuchStep { state, action }),
        }
    }

    /// Whether its day has passed and nobody has said what became of it.
    pub fn is_unsettled(self, held_on: NaiveDate, today: NaiveDate) -> bool {
        self == Self::Planned && held_on < today
    }
}

impl Action {
    /// Whether it needs a reason.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Cancel | Self::Reopen)
    }
}

/// Why nobody can sign in by the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    #[error("its day has not come")]
    NotYet,
    #[error("its day is over")]
    Over,
    #[error("it has been cancelled")]
    Cancelled,
}

/// Signing in on the spot: on the session's day in the base's zone, and on no other.
///
/// # Errors
/// [`Closed`].
pub fn signing_in(state: State, held_on: NaiveDate, today: NaiveDate) -> Result<(), Closed> {
    match state {
        State::Cancelled => Err(Closed::Cancelled),
        State::Planned | State::Held if today < held_on => Err(Closed::NotYet),
        State::Planned | State::Held if today > held_on => Err(Closed::Over),
        State::Planned | State::Held => Ok(()),
    }
}
