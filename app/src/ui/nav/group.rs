use super::Tab;

/// A heading of the navigation, with what somebody does in one sitting below it. In the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What comes in every week.
    Weekly,
    /// What is planned and what it came to: by month, quarter and year.
    Planned,
    /// The organisations, what is decided on their way, and what is done for them, also after they hatched.
    Served,
    /// What somebody has asked for or found wrong.
    Raised,
    /// How the base is set up.
    Base,
    /// What an organisation files, and what it is scored by.
    OurFiling,
    /// What is done for an organisation, and what it says.
    OurSupport,
    /// An organisation's own file, and oneself.
    Ourselves,
}

impl Group {
    /// The first screen stands above all headings; the installation has none.
    pub(super) fn of(tab: Tab) -> Option<Self> {
        Some(match tab {
            Tab::Today | Tab::Desk | Tab::Overview | Tab::Search | Tab::Accounts | Tab::Bases | Tab::Calendar => {
                return None;
            }
            Tab::Reviews | Tab::Reports | Tab::BaseReports | Tab::Exceptions => Self::Weekly,
            Tab::Plans | Tab::Assessments | Tab::Targets | Tab::Scorecards => Self::Planned,
            Tab::Organisations | Tab::Proposals | Tab::Services | Tab::Records | Tab::FollowUps => Self::Served,
            Tab::Instructions | Tab::Rectifications | Tab::Letters | Tab::Surveys => Self::Raised,
            Tab::People | Tab::Import | Tab::Reminders | Tab::Settings | Tab::Audit => Self::Base,
            Tab::OurReports | Tab::OurPlans | Tab::OurAssessments | Tab::OurRectifications => Self::OurFiling,
            Tab::OurServices | Tab::OurRecords | Tab::OurLetters => Self::OurSupport,
            Tab::OurFile | Tab::Me => Self::Ourselves,
        })
    }

    /// Names its heading within a page.
    pub(in crate::ui) const fn id(self) -> &'static str {
        match self {
            Self::Weekly => "nav-weekly",
            Self::Planned => "nav-planned",
            Self::Served => "nav-served",
            Self::Raised => "nav-raised",
            Self::Base => "nav-base",
            Self::OurFiling => "nav-our-filing",
            Self::OurSupport => "nav-our-support",
            Self::Ourselves => "nav-ourselves",
        }
    }
}
