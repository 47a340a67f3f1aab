use crate::code::coded;

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
        /// 政策咨询: service requests for policy advice, by the day on which they were done.
        PolicyAdvice = "policy_advice",
        /// 项目对接: by the day of the match; what fell through does not count.
        MatchedProjects = "matched_projects",
        /// 链接资金（承诺）: by the day of the pledge.
        FundsPledged = "funds_pledged",
        /// 链接资金（到位）: by the day on which it was received.
        FundsReceived = "funds_received",
        /// 回头看按期率: visits made within their window over those whose window closed in the quarter; one that is made
        /// counts at once, one that is not once its window has closed.
        FollowUpsOnTime = "follow_ups_on_time",
        /// By entries with evidence that the bureau has approved.
        Entered = "entered",
    }
}

impl CountingRule {
    /// Whether the program counts by itself.
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Entered)
    }

    /// Whether each of its records is a share of all or nothing, and a quarter their mean.
    pub const fn is_rate(self) -> bool {
        matches!(self, Self::FollowUpsOnTime)
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
