use crate::code::coded;

coded! {
    /// Where a sheet stands.
    pub enum State {
        /// 待自评: it waits for the subject.
        Open = "open",
        /// 已自评: it waits for the operator; of the base's sheet, for the bureau.
        SelfScored = "self_scored",
        /// 已评分: it waits for the bureau's check.
        Scored = "scored",
        /// 已退回: the operator scores again.
        SentBack = "sent_back",
        /// 已核定: it waits to be published.
        Confirmed = "confirmed",
        /// 已公布: the subject sees it and may object.
        Published = "published",
        /// 已锁定: after it nothing changes.
        Sealed = "sealed",
    }
}

coded! {
    /// What is done to a sheet.
    pub enum Action {
        SelfScore = "self_score",
        Score = "score",
        SendBack = "send_back",
        Confirm = "confirm",
        Publish = "publish",
        Seal = "seal",
    }
}

coded! {
    /// Whose part it is.
    pub enum By {
        Subject = "subject",
        /// The operator; of the base's sheet, an officer of the bureau.
        Scorer = "scorer",
        /// An officer of the bureau; of the base's sheet, another one.
        Checker = "checker",
        /// The program itself, once the window for objections is over.
        Program = "program",
    }
}

/// Why a sheet stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("`{action}` leads nowhere from `{state}`")]
    NoSuchStep { state: State, action: Action },
    #[error("`{action}` is not for the {by}")]
    NotTheirs { action: Action, by: By },
    /// The party before may still do its step.
    #[error("the step before is not overdue")]
    StepBeforeNotOverdue,
}

impl State {
    /// The state after `action` of `by`. `overdue`: the deadlines of the steps that it goes on without have passed
    /// ([`Timetable::is_overdue`](super::Timetable::is_overdue)); the sheet says so ([`State::skips`]).
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn next(self, action: Action, by: By, overdue: bool) -> Result<Self, Refusal> {
        let theirs = match action {
            Action::SelfScore => By::Subject,
            Action::Score => By::Scorer,
            Action::SendBack | Action::Confirm | Action::Publish => By::Checker,
            Action::Seal => By::Program,
        };
        if by != theirs {
            return Err(Refusal::NotTheirs { action, by });
        }
        let after = match (self, action) {
            (Self::Open, Action::SelfScore) => Self::SelfScored,
            (Self::Open | Self::SelfScored | Self::SentBack, Action::Score) => Self::Scored,
            (Self::Scored, Action::SendBack) => Self::SentBack,
            (Self::Open | Self::SelfScored | Self::Scored | Self::SentBack, Action::Confirm) => Self::Confirmed,
            (Self::Confirmed, Action::Publish) => Self::Published,
            (Self::Published, Action::Seal) => Self::Sealed,
            _ => return Err(Refusal::NoSuchStep { state: self, action }),
        };
        if self.skips(action) && !overdue { Err(Refusal::StepBeforeNotOverdue) } else { Ok(after) }
    }

    /// Whether the subject sees what others gave.
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Sealed)
    }

    /// Whether an action goes on without the step that the sheet waits for, or without both before it.
    pub fn skips(self, action: Action) -> bool {
        matches!(
            (self, action),
            (Self::Open, Action::Score) | (Self::Open | Self::SelfScored | Self::SentBack, Action::Confirm)
        )
    }

    /// Where it would stand by now, had the step that it waits for been taken: the next party may go on without it. `None`
    /// where nobody goes on without it.
    pub const fn without_step(self) -> Option<Self> {
        match self {
            Self::Open => Some(Self::SelfScored),
            Self::SelfScored | Self::SentBack => Some(Self::Scored),
            Self::Scored | Self::Confirmed | Self::Published | Self::Sealed => None,
        }
    }

    /// Whom it waits for; nobody once it is sealed.
    pub const fn waits_for(self) -> Option<By> {
        match self {
            Self::Open => Some(By::Subject),
            Self::SelfScored | Self::SentBack => Some(By::Scorer),
            Self::Scored | Self::Confirmed => Some(By::Checker),
            Self::Published => Some(By::Program),
            Self::Sealed => None,
        }
    }
}
