//! The fields of the forms, and the checklist of a visit among them.

use crate::code::coded;

coded! {
    /// A field by its name in the form.
    pub enum Field {
        // What a visit is.
        On = "on",
        Method = "method",
        Visitor = "visitor",
        SecondVisitor = "second_visitor",
        Outcome = "outcome",
        Summary = "summary",
        // The checklist.
        Registration = "registration",
        Contact = "contact",
        Inspection = "inspection",
        Penalties = "penalties",
        Premises = "premises",
        Activity = "activity",
        Board = "board",
        KeyStaff = "key_staff",
        Party = "party",
        Accounts = "accounts",
        LastAudit = "last_audit",
        IncomeGovernment = "income_government",
        IncomeDonations = "income_donations",
        IncomeServices = "income_services",
        IncomeOther = "income_other",
        Projects = "projects",
        Attendances = "attendances",
        Contracts = "contracts",
        FullTime = "full_time",
        PartTime = "part_time",
        Certified = "certified",
        Volunteers = "volunteers",
        Grade = "grade",
        Complaints = "complaints",
        Risks = "risks",
        Helped = "helped",
        Missing = "missing",
        Help = "help",
        HelpOwner = "help_owner",
        HelpDue = "help_due",
        // Of assignments, attempts and signals.
        Assigned = "assigned",
        PlannedOn = "planned_on",
        Means = "means",
        Reached = "reached",
        Note = "note",
        Signal = "signal",
        // Of questionnaires.
        Respondent = "respondent",
    }
}

/// What a field of the checklist takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// At most [`Field::LONGEST`] characters.
    Words,
    /// At most [`Field::LONGEST_NAME`] characters.
    Name,
    /// 0 to [`Field::MOST`].
    Count,
    /// Kept in cents.
    Money,
    /// Not after the day of the visit.
    PastDay,
    /// Not before the day of the visit.
    Deadline,
    /// 1A to 5A.
    Grade,
}

coded! {
    /// The parts of the checklist (**default** of the domain).
    pub enum Section {
        /// 登记与联系.
        Registration = "registration",
        /// 年检年报与处罚.
        Inspection = "inspection",
        /// 场地与近半年活动.
        Activity = "activity",
        /// 理事会与骨干.
        People = "people",
        /// 党建.
        Party = "party",
        /// 财务与审计.
        Accounts = "accounts",
        /// 收入来源.
        Income = "income",
        /// 项目.
        Projects = "projects",
        /// 人员.
        Staff = "staff",
        /// 评估等级.
        Grade = "grade",
        /// 投诉与风险.
        Risks = "risks",
        /// 基地的服务.
        Services = "services",
        /// 需要的帮助.
        Help = "help",
    }
}

impl Section {
    /// Its fields, in the order of the form.
    pub const fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Registration => &[F::Registration, F::Contact],
            Self::Inspection => &[F::Inspection, F::Penalties],
            Self::Activity => &[F::Premises, F::Activity],
            Self::People => &[F::Board, F::KeyStaff],
            Self::Party => &[F::Party],
            Self::Accounts => &[F::Accounts, F::LastAudit],
            Self::Income => &[F::IncomeGovernment, F::IncomeDonations, F::IncomeServices, F::IncomeOther],
            Self::Projects => &[F::Projects, F::Attendances, F::Contracts],
            Self::Staff => &[F::FullTime, F::PartTime, F::Certified, F::Volunteers],
            Self::Grade => &[F::Grade],
            Self::Risks => &[F::Complaints, F::Risks],
            Self::Services => &[F::Helped, F::Missing],
            Self::Help => &[F::Help, F::HelpOwner, F::HelpDue],
        }
    }
}

impl Field {
    /// The longest words, in characters.
    pub const LONGEST: usize = 1_000;
    /// The longest name of a person, in characters.
    pub const LONGEST_NAME: usize = 50;
    /// The largest count.
    pub const MOST: u32 = 10_000_000;

    /// What the head of a visit's form asks for.
    pub const HEAD: &'static [Self] =
        &[Self::On, Self::Method, Self::Visitor, Self::SecondVisitor, Self::Outcome, Self::Summary];

    /// Of the checklist: what it takes.
    pub const fn kind(self) -> Kind {
        match self {
            Self::LastAudit => Kind::PastDay,
            Self::IncomeGovernment | Self::IncomeDonations | Self::IncomeServices | Self::IncomeOther => Kind::Money,
            Self::Projects
            | Self::Attendances
            | Self::Contracts
            | Self::FullTime
            | Self::PartTime
            | Self::Certified
            | Self::Volunteers => Kind::Count,
            Self::Grade => Kind::Grade,
            Self::HelpOwner => Kind::Name,
            Self::HelpDue => Kind::Deadline,
            _ => Kind::Words,
        }
    }

    /// Whether a visit's form has it.
    pub fn is_of_visit(self) -> bool {
        Self::HEAD.contains(&self) || Section::ALL.iter().any(|section| section.fields().contains(&self))
    }
}
