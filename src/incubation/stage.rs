use crate::code::{by_code, coded};

coded! {
    /// Where an incubation stands (domain: *Stages of an incubation*).
    pub enum Stage {
        /// 填写中: the application is being written.
        Draft = "draft",
        /// 已提交: it waits for the operator.
        Submitted = "submitted",
        /// 退回补正: it waits for the organisation.
        Returned = "returned",
        /// 撤回: the organisation took it back. Final.
        Withdrawn = "withdrawn",
        /// 已受理.
        Accepted = "accepted",
        /// 评审中.
        InReview = "in_review",
        /// 候补: good enough, no room.
        Waitlisted = "waitlisted",
        /// 失效: the time to take up a place or to sign ran out. Final.
        Lapsed = "lapsed",
        /// 不予入壳. Final.
        Declined = "declined",
        /// 公示.
        PublicNotice = "public_notice",
        /// 异议核查: someone objected during the public notice.
        ObjectionReview = "objection_review",
        /// 签约.
        Agreement = "agreement",
        /// 在孵.
        Incubating = "incubating",
        /// 整改中: still nurtured, still reporting.
        Rectifying = "rectifying",
        /// 暂停: nothing is asked of it.
        Suspended = "suspended",
        /// 出壳评估.
        ExitReview = "exit_review",
        /// 已出壳.
        Hatched = "hatched",
        /// 跟踪中.
        Tracked = "tracked",
        /// 已归档. Final.
        Archived = "archived",
        /// 已退出: left without hatching. Final.
        Exited = "exited",
    }
}

coded! {
    /// Whose word moves an incubation.
    pub enum By {
        /// 机构.
        Organisation = "organisation",
        /// 运营方.
        Operator = "operator",
        /// 民政局.
        Bureau = "bureau",
        /// A limit of time that ran out.
        System = "system",
    }
}

coded! {
    /// Why an organisation left without hatching. An exit is never counted as a hatching.
    pub enum ExitCause {
        /// 自愿.
        Voluntary = "voluntary",
        /// 劝退.
        Advised = "advised",
        /// 强制.
        Forced = "forced",
        /// 注销.
        Dissolved = "dissolved",
    }
}

/// What is done to an incubation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// 提交, also again after a return.
    Submit,
    /// 退回补正.
    Return,
    /// 撤回申请.
    Withdraw,
    /// 受理.
    Accept,
    /// 开始评审.
    BeginReview,
    /// 列入候补.
    Waitlist,
    /// 候补转评审.
    ResumeReview,
    /// The admission: into public notice.
    Admit,
    /// 不予入壳.
    Decline,
    /// Someone objected during the public notice.
    Object,
    /// 异议不成立: back to the public notice.
    DismissObjection,
    /// The notice ran its time without an objection that stood.
    OpenAgreement,
    /// The agreement is signed: 入壳.
    Start,
    /// 逾期失效.
    Lapse,
    /// 责令整改.
    Rectify,
    /// 整改销号.
    ResolveRectification,
    /// 暂停孵化.
    Suspend,
    /// Back to incubating.
    Resume,
    /// Back to the rectification that the suspension interrupted.
    ResumeRectifying,
    /// 启动出壳评估.
    OpenExitReview,
    /// Back to incubating for up to six months, once: [`Term::extended`](super::Term::extended).
    Extend,
    /// The bureau's word after the exit review: 出壳.
    Hatch,
    /// 转入跟踪.
    BeginTracking,
    /// 归档.
    Archive,
    /// 退出, for one cause.
    Exit(ExitCause),
}

impl Action {
    /// Every action; an exit once per cause.
    pub const ALL: &'static [Self] = &[
        Self::Submit,
        Self::Return,
        Self::Withdraw,
        Self::Accept,
        Self::BeginReview,
        Self::Waitlist,
        Self::ResumeReview,
        Self::Admit,
        Self::Decline,
        Self::Object,
        Self::DismissObjection,
        Self::OpenAgreement,
        Self::Start,
        Self::Lapse,
        Self::Rectify,
        Self::ResolveRectification,
        Self::Suspend,
        Self::Resume,
        Self::ResumeRectifying,
        Self::OpenExitReview,
        Self::Extend,
        Self::Hatch,
        Self::BeginTracking,
        Self::Archive,
        Self::Exit(ExitCause::Voluntary),
        Self::Exit(ExitCause::Advised),
        Self::Exit(ExitCause::Forced),
        Self::Exit(ExitCause::Dissolved),
    ];

    /// The stable text by which it is stored; the cause is part of an exit's.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Return => "return",
            Self::Withdraw => "withdraw",
            Self::Accept => "accept",
            Self::BeginReview => "begin_review",
            Self::Waitlist => "waitlist",
            Self::ResumeReview => "resume_review",
            Self::Admit => "admit",
            Self::Decline => "decline",
            Self::Object => "object",
            Self::DismissObjection => "dismiss_objection",
            Self::OpenAgreement => "open_agreement",
            Self::Start => "start",
            Self::Lapse => "lapse",
            Self::Rectify => "rectify",
            Self::ResolveRectification => "resolve_rectification",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::ResumeRectifying => "resume_rectifying",
            Self::OpenExitReview => "open_exit_review",
            Self::Extend => "extend",
            Self::Hatch => "hatch",
            Self::BeginTracking => "begin_tracking",
            Self::Archive => "archive",
            Self::Exit(ExitCause::Voluntary) => "exit_voluntary",
            Self::Exit(ExitCause::Advised) => "exit_advised",
            Self::Exit(ExitCause::Forced) => "exit_forced",
            Self::Exit(ExitCause::Dissolved) => "exit_dissolved",
        }
    }

    /// Whether the operator only proposes it and the bureau confirms: admission, hatching, exit and
    /// extension (domain: *Who decides*).
    pub const fn needs_confirmation(self) -> bool {
        matches!(self, Self::Admit | Self::Hatch | Self::Exit(_) | Self::Extend)
    }
}
by_code!(Action);

/// Why an incubation stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The table of transitions has no such step.
    #[error("`{action}` leads nowhere from `{stage}`")]
    NoSuchStep { stage: Stage, action: Action },
    /// The step exists, but is another's to take.
    #[error("`{action}` from `{stage}` is not for the {by} to decide")]
    NotTheirs { stage: Stage, action: Action, by: By },
    /// The operator's word is a [`Proposal`](super::Proposal) until the bureau confirms it.
    #[error("`{action}` needs the bureau's confirmation")]
    NeedsConfirmation { action: Action },
}

impl Stage {
    /// Stages in which an organisation may be imported, without the application's papers.
    pub const IMPORTED: &'static [Self] = &[
        Self::Incubating,
        Self::Rectifying,
        Self::Suspended,
        Self::Hatched,
        Self::Tracked,
        Self::Archived,
        Self::Exited,
    ];

    /// The stage after `action` on the word of `by`.
    ///
    /// Of an action that [needs confirmation](Action::needs_confirmation) this is the bureau's half.
    ///
    /// # Errors
    /// [`Refusal`]; a step that does not exist is refused before the question whose it would be.
    pub fn next(self, action: Action, by: By) -> Result<Self, Refusal> {
        let next = self.after(action).ok_or(Refusal::NoSuchStep { stage: self, action })?;
        if self.deciders(action).contains(&by) {
            Ok(next)
        } else if action.needs_confirmation() && by == By::Operator {
            Err(Refusal::NeedsConfirmation { action })
        } else {
            Err(Refusal::NotTheirs { stage: self, action, by })
        }
    }

    /// The actions that `by` may take here, in the order of [`Action::ALL`].
    pub fn actions(self, by: By) -> impl Iterator<Item = Action> {
        Action::ALL.iter().copied().filter(move |action| self.next(*action, by).is_ok())
    }

    /// Whether some action leads from here straight to `to`.
    pub fn leads_to(self, to: Self) -> bool {
        Action::ALL.iter().any(|action| self.after(*action) == Some(to))
    }

    /// Where `action` leads from here, whoever decides it.
    pub fn leads_by(self, action: Action) -> Option<Self> {
        self.after(action)
    }

    /// The actions that hatch from here, the exit review included; `None` where hatching is out of reach.
    pub const fn steps_to_hatch(self) -> Option<&'static [Action]> {
        match self {
            Self::Incubating => Some(&[Action::OpenExitReview, Action::Hatch]),
            Self::ExitReview => Some(&[Action::Hatch]),
            _ => None,
        }
    }

    /// Whether the incubation is over and nothing leads on.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Lapsed | Self::Declined | Self::Archived | Self::Exited)
    }

    fn after(self, action: Action) -> Option<Self> {
        Some(match (self, action) {
            (Self::Draft | Self::Returned, Action::Submit) => Self::Submitted,
            (Self::Submitted, Action::Return) => Self::Returned,
            (Self::Returned, Action::Withdraw) => Self::Withdrawn,
            (Self::Submitted, Action::Accept) => Self::Accepted,
            (Self::Accepted, Action::BeginReview) | (Self::Waitlisted, Action::ResumeReview) => Self::InReview,
            (Self::InReview, Action::Waitlist) => Self::Waitlisted,
            (Self::InReview, Action::Admit) | (Self::ObjectionReview, Action::DismissObjection) => Self::PublicNotice,
            (Self::InReview | Self::ObjectionReview, Action::Decline) => Self::Declined,
            (Self::PublicNotice, Action::Object) => Self::ObjectionReview,
            (Self::PublicNotice, Action::OpenAgreement) => Self::Agreement,
            (Self::Waitlisted | Self::Agreement, Action::Lapse) => Self::Lapsed,
            (Self::Agreement, Action::Start)
            | (Self::Rectifying, Action::ResolveRectification)
            | (Self::Suspended, Action::Resume)
            | (Self::ExitReview, Action::Extend) => Self::Incubating,
            (Self::Incubating, Action::Rectify) | (Self::Suspended, Action::ResumeRectifying) => Self::Rectifying,
            (Self::Incubating | Self::Rectifying, Action::Suspend) => Self::Suspended,
            (Self::Incubating, Action::OpenExitReview) => Self::ExitReview,
            (Self::ExitReview, Action::Hatch) => Self::Hatched,
            (Self::Hatched, Action::BeginTracking) => Self::Tracked,
            (Self::Tracked, Action::Archive) => Self::Archived,
            (
                Self::Agreement | Self::Incubating | Self::Rectifying | Self::Suspended | Self::ExitReview,
                Action::Exit(_),
            ) => Self::Exited,
            _ => return None,
        })
    }

    fn deciders(self, action: Action) -> &'static [By] {
        match action {
            // The operator may file an application on an organisation's behalf.
            Action::Submit => &[By::Organisation, By::Operator],
            Action::Withdraw => &[By::Organisation],
            Action::Return
            | Action::Accept
            | Action::BeginReview
            | Action::Waitlist
            | Action::ResumeReview
            | Action::Start
            | Action::Suspend
            | Action::Resume
            | Action::ResumeRectifying
            | Action::OpenExitReview => &[By::Operator],
            // What the bureau has admitted, only the bureau declines.
            Action::Decline if self == Self::ObjectionReview => &[By::Bureau],
            Action::Decline | Action::Object | Action::Rectify | Action::ResolveRectification => {
                &[By::Operator, By::Bureau]
            }
            Action::DismissObjection | Action::Admit | Action::Hatch | Action::Extend | Action::Exit(_) => {
                &[By::Bureau]
            }
            Action::OpenAgreement | Action::Lapse | Action::BeginTracking | Action::Archive => {
                &[By::Operator, By::System]
            }
        }
    }
}
