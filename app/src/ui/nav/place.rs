use hatchboard::access::{Asker, Membership, Role};
use uuid::Uuid;

use super::super::words;
use super::{Group, Tab};
use crate::Language;

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

    /// The heading under which an entry stands; none where the entries are few enough without.
    pub(super) fn group(&self, tab: Tab) -> Option<Group> {
        const FEW: usize = 8;
        if self.tabs().len() > FEW { Group::of(tab) } else { None }
    }

    /// Letters and surveys of the bureau are for those who have a part in them, whatever else they are.
    pub(crate) fn offers(&self, tab: Tab, asker: Option<&Asker>) -> bool {
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

    pub(super) fn is_demo(&self) -> bool {
        matches!(self, Self::Base { demo: true, .. } | Self::Organisation { base_is_demo: true, .. })
    }
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
    fn where_entries_are_many_all_but_the_first_stand_under_a_heading() {
        let ours = Place::Organisation { id: Uuid::nil(), name: "春晖".into(), base_is_demo: false };
        for place in [ours, base(Role::Manager), base(Role::Bureau), base(Role::Auditor)] {
            let without: Vec<_> = place.tabs().iter().filter(|&&tab| place.group(tab).is_none()).collect();
            assert_eq!(without, [&place.tabs()[0]], "of {place:?}");
            for group in place.tabs().iter().filter_map(|&tab| place.group(tab)) {
                let entries = place.tabs().iter().filter(|&&tab| place.group(tab) == Some(group)).count();
                assert!((2..=6).contains(&entries), "{entries} under {group:?} of {place:?}");
            }
        }
        assert!(Place::Installation.tabs().iter().all(|&tab| Place::Installation.group(tab).is_none()));
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
