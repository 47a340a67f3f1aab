use crate::{code::coded, service_request::HelpKind};

coded! {
    /// What the numbers of a target are.
    pub enum Measure {
        /// Pieces: 家, 场, 人次, 件.
        Count = "count",
        /// Money, in cents.
        Money = "money",
        /// A share that is to be reached at any time, in hundredths of a percent.
        Rate = "rate",
    }
}

impl Measure {
    /// Whether the quarters add up to the year. A rate is the same all year.
    pub const fn adds_up(self) -> bool {
        !matches!(self, Self::Rate)
    }
}

coded! {
    /// How the number of a target comes about.
    pub enum CountingRule {
        /// 入壳: incubations within the shell, by the day of the signed agreement.
        Admitted = "admitted",
        /// 壳外孵化: incubations out of the shell, by the day of the signed agreement.
        AdmittedOutOfShell = "admitted_out_of_shell",
        /// 出壳: hatched, by the day of hatching that the bureau has confirmed.
        Hatched = "hatched",
        /// 培训场次: sessions that took place, by their day.
        TrainingsHeld = "trainings_held",
        /// 培训人次: one for each person and session.
        TrainingAttendances = "training_attendances",
        /// 培训覆盖机构: each organisation once a year, of the base or of outside, by its first session.
        OrganisationsTrained = "organisations_trained",
        /// 培训人数: each person of a party once a year, by their first session.
        PeopleTrained = "people_trained",
        /// 孵化指导与督导: visits, by their day.
        CoachingVisits = "coaching_visits",
        /// 活动场次: each activity that an accepted weekly report lists, of an organisation or of the base itself, by its own
        /// day. Nothing tells who hosts one, so that a joint activity counts once only where its host alone lists it.
        ActivitiesHeld = "activities_held",
        /// 活动人次: the attendances that these tell.
        ActivityAttendances = "activity_attendances",
        /// 服务事项: requests of every kind that are closed with a result, by the day on which they were done. What was
        /// withdrawn, declined or never accepted counts nowhere, and what was opened again not until it is done again.
        ServiceRequests = "service_requests",
        /// 政策咨询: service requests for policy advice, and so on with each kind.
        PolicyAdvice = "policy_advice",
        /// 资源链接.
        ResourceLinking = "requests_resource_linking",
        /// 项目对接, as it was asked for; what was matched is [`MatchedProjects`](Self::MatchedProjects).
        ProjectMatching = "requests_project_matching",
        /// 能力培训, as it was asked for; what was held is [`TrainingsHeld`](Self::TrainingsHeld).
        TrainingRequests = "requests_training",
        /// 财务托管.
        FinancialCustody = "requests_financial_custody",
        /// 孵化指导, as it was asked for; visits are [`CoachingVisits`](Self::CoachingVisits).
        CoachingRequests = "requests_coaching",
        /// 其他.
        OtherRequests = "requests_other",
        /// 项目对接: by the day of the match; what fell through does not count.
        MatchedProjects = "matched_projects",
        /// 链接资金（承诺）: by the day of the pledge.
        FundsPledged = "funds_pledged",
        /// 链接资金（到位）: by the day on which it was received.
        FundsReceived = "funds_received",
        /// 回头看按期率: visits made within their window over those whose window closed in the quarter or the year; one
        /// that is made counts at once, one that is not once its window has closed.
        FollowUpsOnTime = "follow_ups_on_time",
        /// 满意度: who gives four or five overall in the bureau's survey of a quarter, over those who answer; from its end on,
        /// of groups whose results are shown. A quarter without a result may be entered.
        SurveySatisfaction = "survey_satisfaction",
        /// By entries with evidence that the bureau has approved.
        Entered = "entered",
    }
}

impl CountingRule {
    /// What a base's own target can be counted by, in the order of the form; those of the catalogue have the catalogue's.
    pub const FOR_OWN: [Self; 24] = [
        Self::Entered,
        Self::ActivitiesHeld,
        Self::ActivityAttendances,
        Self::Admitted,
        Self::AdmittedOutOfShell,
        Self::Hatched,
        Self::TrainingsHeld,
        Self::TrainingAttendances,
        Self::PeopleTrained,
        Self::OrganisationsTrained,
        Self::CoachingVisits,
        Self::ServiceRequests,
        Self::PolicyAdvice,
        Self::ResourceLinking,
        Self::ProjectMatching,
        Self::TrainingRequests,
        Self::FinancialCustody,
        Self::CoachingRequests,
        Self::OtherRequests,
        Self::MatchedProjects,
        Self::FundsPledged,
        Self::FundsReceived,
        Self::FollowUpsOnTime,
        Self::SurveySatisfaction,
    ];

    /// What its records are; `None` where any measure can be entered.
    pub const fn measure(self) -> Option<Measure> {
        match self {
            Self::Entered => None,
            Self::FundsPledged | Self::FundsReceived => Some(Measure::Money),
            Self::FollowUpsOnTime | Self::SurveySatisfaction => Some(Measure::Rate),
            Self::Admitted
            | Self::AdmittedOutOfShell
            | Self::Hatched
            | Self::TrainingsHeld
            | Self::TrainingAttendances
            | Self::OrganisationsTrained
            | Self::PeopleTrained
            | Self::CoachingVisits
            | Self::ActivitiesHeld
            | Self::ActivityAttendances
            | Self::ServiceRequests
            | Self::PolicyAdvice
            | Self::ResourceLinking
            | Self::ProjectMatching
            | Self::TrainingRequests
            | Self::FinancialCustody
            | Self::CoachingRequests
            | Self::OtherRequests
            | Self::MatchedProjects => Some(Measure::Count),
        }
    }

    /// The rule that counts the service requests of one kind; [`ServiceRequests`](Self::ServiceRequests) counts those of
    /// all.
    ///
    /// ```
    /// use hatchboard::{annual_target::CountingRule, service_request::HelpKind};
    /// assert_eq!(CountingRule::of_requests(HelpKind::Coaching), CountingRule::CoachingRequests);
    /// ```
    pub const fn of_requests(kind: HelpKind) -> Self {
        match kind {
            HelpKind::PolicyAdvice => Self::PolicyAdvice,
            HelpKind::ResourceLinking => Self::ResourceLinking,
            HelpKind::ProjectMatching => Self::ProjectMatching,
            HelpKind::Training => Self::TrainingRequests,
            HelpKind::FinancialCustody => Self::FinancialCustody,
            HelpKind::Coaching => Self::CoachingRequests,
            HelpKind::Other => Self::OtherRequests,
        }
    }

    /// Whether the program counts by itself.
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Entered)
    }

    /// Whether something can be entered for it, where no record tells.
    pub const fn takes_entries(self) -> bool {
        matches!(self, Self::SurveySatisfaction | Self::Entered)
    }

    /// Whether its records are shares of all or nothing, and a quarter or the year their mean.
    pub const fn is_rate(self) -> bool {
        matches!(self, Self::FollowUpsOnTime | Self::SurveySatisfaction)
    }
}

coded! {
    /// What shows that a number is true.
    pub enum Evidence {
        /// The record that is counted.
        Record = "record",
        /// 证书或批文.
        Certificate = "certificate",
        /// 签到表.
        SignIn = "sign_in",
        /// 协议或合同.
        Agreement = "agreement",
        /// 到账凭证.
        Receipt = "receipt",
        /// 台账.
        Ledger = "ledger",
        /// 调查结果.
        Survey = "survey",
    }
}
