//! Where one is and as what, and which pages are one tap away from there.

use hatchboard::access::{Asker, Membership, Role};
use uuid::Uuid;

use super::{
    frame::{FrameData, MenuActions, NavItem, PlaceLink},
    icon::Icon,
    words,
};
use crate::{Language, request::Request};

/// The organisation, base or installation that a page belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// `/o/{id}`, as its staff.
    Organisation { id: Uuid, name: String, base_is_demo: bool },
    /// `/b/{slug}`, as operator, bureau or auditor.
    Base { slug: String, name: String, role: Role, demo: bool },
    /// `/admin`
    Installation,
    /// `/me`
    Myself,
}

/// An entry of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Today,
    OurReports,
    OurPlans,
    OurServices,
    OurAssessments,
    OurRecords,
    OurLetters,
    OurRectifications,
    OurFile,
    Me,
    Desk,
    Overview,
    Organisations,
    Reports,
    Reviews,
    Plans,
    Targets,
    Assessments,
    Scorecards,
    Services,
    FollowUps,
    Records,
    Letters,
    Surveys,
    BaseReports,
    Proposals,
    Instructions,
    Rectifications,
    People,
    Import,
    Exceptions,
    Reminders,
    Settings,
    Audit,
    /// In no list of entries: its field stands above them.
    Search,
    Accounts,
    Bases,
    Calendar,
}

impl Place {
    /// Where a membership leads to.
    pub fn of(membership: &Membership) -> Self {
        match membership.organisation {
            Some(id) => {
                let name = membership.organisation_name.clone().unwrap_or_default();
                Self::Organisation { id, name, base_is_demo: false }
            }
            None => Self::Base {
                slug: membership.base_slug.clone(),
                name: membership.base_name.clone(),
                role: membership.role,
                demo: false,
            },
        }
    }

    /// `/o/{id}`, `/b/{slug}`, `/admin` or `/me`: what every link of the place begins with.
    pub fn path(&self) -> String {
        match self {
            Self::Organisation { id, .. } => format!("/o/{id}"),
            Self::Base { slug, .. } => format!("/b/{slug}"),
            Self::Installation => "/admin".to_owned(),
            Self::Myself => "/me".to_owned(),
        }
    }

    /// The entries of the navigation, what is needed most first: phones show the first four.
    pub fn tabs(&self) -> &'static [Tab] {
        use Tab::{
            Accounts, Assessments, Audit, BaseReports, Bases, Calendar, Desk, Exceptions, FollowUps, Import,
            Instructions, Letters, Me, Organisations, OurAssessments, OurFile, OurLetters, OurPlans, OurRecords,
            OurRectifications, OurReports, OurServices, Overview, People, Plans, Proposals, Records, Rectifications,
            Reminders, Reports, Reviews, Scorecards, Services, Settings, Surveys, Targets, Today,
        };
        match self {
            Self::Organisation { .. } => &[
                Today,
                OurReports,
                OurPlans,
                OurServices,
                OurAssessments,
                OurRecords,
                OurRectifications,
                OurLetters,
                OurFile,
                Me,
            ],
            Self::Base { role: Role::Manager, .. } => &[
                Desk,
                Reviews,
                Reports,
                Plans,
                Assessments,
                Services,
                Records,
                Targets,
                FollowUps,
                Organisations,
                BaseReports,
                Instructions,
                Rectifications,
                Scorecards,
                Exceptions,
                Reminders,
                People,
                Import,
                Settings,
            ],
            Self::Base { role: Role::Bureau, .. } => &[
                Desk,
                BaseReports,
                Plans,
                Assessments,
                Targets,
                Letters,
                FollowUps,
                Reports,
                Surveys,
                Services,
                Records,
                Proposals,
                Organisations,
                Instructions,
                Rectifications,
                Scorecards,
                Exceptions,
                Reminders,
                Settings,
            ],
            Self::Base { .. } => &[
                Overview,
                Organisations,
                Reports,
                Plans,
                Assessments,
                Targets,
                Services,
                FollowUps,
                Records,
                Letters,
                Surveys,
                BaseReports,
                Instructions,
                Rectifications,
                Scorecards,
                Exceptions,
                Reminders,
                Settings,
                Audit,
            ],
            Self::Installation => &[Overview, Accounts, Bases, Calendar, Audit],
            Self::Myself => &[Me],
        }
    }

    /// Letters and surveys of the bureau are for those who have a part in them, whatever else they are.
    fn offers(&self, tab: Tab, asker: Option<&Asker>) -> bool {
        let Some(asker) = asker else { return true };
        match (self, tab) {
            (Self::Organisation { id, .. }, Tab::OurLetters) => asker.apart(*id).is_ok(),
            (Self::Base { slug, .. }, Tab::Letters | Tab::Surveys) => {
                let here = asker.memberships().iter().find(|membership| membership.base_slug == *slug);
                here.is_some_and(|membership| asker.supervisor(membership.base).is_ok())
            }
            _ => true,
        }
    }

    /// Where an entry of this place leads to.
    pub fn href(&self, tab: Tab) -> String {
        let below = match tab {
            Tab::Today | Tab::Desk | Tab::Overview => "",
            Tab::Me if *self == Self::Myself => "",
            Tab::OurReports | Tab::Reports => "/reports",
            Tab::OurPlans | Tab::Plans => "/plans",
            Tab::Targets => "/targets",
            Tab::Assessments | Tab::OurAssessments => "/assessments",
            Tab::Scorecards => "/scorecards",
            Tab::Services | Tab::OurServices => "/services",
            Tab::FollowUps => "/follow-ups",
            Tab::Records => "/trainings",
            Tab::OurRecords => "/records",
            Tab::Letters | Tab::OurLetters => "/letters",
            Tab::Surveys => "/surveys",
            Tab::OurFile => "/file",
            Tab::Me => return "/me".to_owned(),
            Tab::Organisations => "/organisations",
            Tab::Reviews => "/reviews",
            Tab::BaseReports => "/base-reports",
            Tab::Proposals => "/proposals",
            Tab::Instructions => "/instructions",
            Tab::Rectifications | Tab::OurRectifications => "/rectifications",
            Tab::People => "/people",
            Tab::Import => "/import",
            Tab::Exceptions => "/exceptions",
            Tab::Reminders => "/reminders",
            Tab::Settings => "/settings",
            Tab::Audit => "/audit",
            Tab::Search => "/search",
            Tab::Accounts => "/accounts",
            Tab::Bases => "/bases",
            Tab::Calendar => "/calendar",
        };
        self.path() + below
    }

    /// What the place is called.
    pub fn name(&self, language: Language) -> String {
        match self {
            Self::Organisation { name, .. } | Self::Base { name, .. } => name.clone(),
            Self::Installation => words::installation(language).to_owned(),
            Self::Myself => words::myself(language).to_owned(),
        }
    }

    /// What one is there, where that says anything.
    pub fn role(&self) -> Option<Role> {
        match self {
            Self::Organisation { .. } => Some(Role::Organisation),
            Self::Base { role, .. } => Some(*role),
            Self::Installation => Some(Role::Admin),
            Self::Myself => None,
        }
    }

    fn is_demo(&self) -> bool {
        matches!(self, Self::Base { demo: true, .. } | Self::Organisation { base_is_demo: true, .. })
    }
}

impl Tab {
    fn icon(self) -> Icon {
        match self {
            Self::Today | Self::Desk | Self::Overview => Icon::Today,
            Self::OurReports | Self::Reports => Icon::Reports,
            Self::OurPlans | Self::Plans => Icon::Plan,
            Self::Targets => Icon::Target,
            Self::Assessments | Self::OurAssessments => Icon::Assessment,
            Self::Scorecards => Icon::Scorecard,
            Self::Services | Self::OurServices => Icon::Service,
            Self::FollowUps => Icon::FollowUp,
            Self::Records | Self::OurRecords => Icon::Record,
            Self::Letters | Self::OurLetters => Icon::Letter,
            Self::Surveys => Icon::Survey,
            Self::OurFile | Self::Organisations => Icon::Organisations,
            Self::Me | Self::Accounts => Icon::Person,
            Self::Reviews => Icon::Review,
            Self::BaseReports => Icon::BaseReport,
            Self::Proposals => Icon::Decision,
            Self::Instructions => Icon::Instruction,
            Self::Rectifications | Self::OurRectifications => Icon::Rectification,
            Self::People => Icon::People,
            Self::Import => Icon::Import,
            Self::Exceptions => Icon::Exception,
            Self::Reminders => Icon::Bell,
            Self::Settings => Icon::Settings,
            Self::Audit => Icon::Audit,
            Self::Search => Icon::Search,
            Self::Bases => Icon::Base,
            Self::Calendar => Icon::Calendar,
        }
    }
}

impl FrameData {
    /// The frame of a page at `place`, under `tab`. `counts` are the numbers beside entries.
    pub fn new(request: &Request, place: &Place, tab: Tab, counts: &[(Tab, u32)]) -> Self {
        let language = request.language;
        let offered = place.tabs().iter().filter(|&&entry| place.offers(entry, request.asker.as_ref()));
        let nav = offered.map(|&entry| NavItem {
            href: place.href(entry),
            label: entry.words(language).to_owned(),
            count: counts.iter().find(|(counted, _)| *counted == entry).map(|(_, count)| *count),
            icon: entry.icon(),
            current: entry == tab,
        });
        let done = crate::request::query().into_iter().find(|(name, _)| name == "done").map(|(_, code)| code);
        Self {
            place_name: place.name(language),
            role: place.role().map(|role| words::role(language, role).to_owned()).unwrap_or_default(),
            home: place.path(),
            search: matches!(place, Place::Base { .. }).then(|| place.href(Tab::Search)),
            nav: nav.collect(),
            crumbs: Vec::new(),
            places: request.asker.as_ref().map(|asker| places(asker, place, language)).unwrap_or_default(),
            person: request.asker.as_ref().map(|asker| asker.display_name().to_owned()).unwrap_or_default(),
            unread: request.asker.as_ref().map(Asker::unread),
            language,
            theme: request.theme,
            demo: place.is_demo(),
            warnings: Vec::new(),
            done,
            actions: MenuActions::default(),
        }
    }
}

/// Every place where the person has something to do, the present one marked.
fn places(asker: &Asker, here: &Place, language: Language) -> Vec<PlaceLink> {
    let mut links: Vec<PlaceLink> = asker
        .memberships()
        .iter()
        .map(|membership| {
            let (href, name) = match (membership.organisation, &membership.organisation_name) {
                (Some(id), Some(name)) => (format!("/o/{id}"), name.clone()),
                _ => (format!("/b/{}", membership.base_slug), membership.base_name.clone()),
            };
            let role = words::role(language, membership.role).to_owned();
            let current = href == here.path() && here.role() == Some(membership.role);
            PlaceLink { href, name, role, current }
        })
        .collect();
    if asker.is_admin() {
        let here = *here == Place::Installation;
        links.push(PlaceLink {
            href: "/admin".to_owned(),
            name: words::installation(language).to_owned(),
            role: words::role_admin(language).to_owned(),
            current: here,
        });
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(role: Role) -> Place {
        Place::Base { slug: "zhuzhou".into(), name: "株洲基地".into(), role, demo: false }
    }

    #[test]
    fn every_entry_leads_below_its_place_or_to_oneself() {
        let places = [base(Role::Manager), base(Role::Bureau), base(Role::Auditor), Place::Installation, Place::Myself];
        for place in places {
            for &tab in place.tabs() {
                assert!(place.href(tab).starts_with(&place.path()), "{tab:?} of {place:?}");
            }
        }
    }

    #[test]
    fn no_place_has_two_entries_that_lead_to_the_same_page() {
        for place in [base(Role::Manager), base(Role::Bureau), base(Role::Auditor), Place::Installation] {
            let mut links: Vec<_> = place.tabs().iter().map(|&tab| place.href(tab)).collect();
            links.sort();
            links.dedup();
            assert_eq!(links.len(), place.tabs().len());
        }
    }

    #[test]
    fn only_the_auditor_of_a_base_is_offered_its_audit_log() {
        let offered = |role| base(role).tabs().contains(&Tab::Audit);
        assert!(offered(Role::Auditor));
        assert!(!offered(Role::Manager) && !offered(Role::Bureau));
    }

    #[test]
    fn letters_past_the_operator_are_not_offered_to_its_team() {
        assert!(!base(Role::Manager).tabs().contains(&Tab::Letters));
        assert!([Role::Bureau, Role::Auditor].iter().all(|role| base(*role).tabs().contains(&Tab::Letters)));
    }
}
