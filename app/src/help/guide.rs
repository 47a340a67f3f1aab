//! What stands in the guide of each role, in the order in which it comes up.

use hatchboard::access::Role;

use super::{
    shots::{self, Shot},
    words,
};
use crate::{
    Language,
    ui::nav::{Place, Tab},
};

/// Words of the interface.
pub(super) type Words = fn(Language) -> &'static str;

/// Where something is done, and how, and what it looks like there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) tab: Tab,
    pub(super) words: Words,
    pub(super) shots: &'static [Shot],
}

const fn step(tab: Tab, words: Words) -> Step {
    Step { tab, words, shots: &[] }
}

const fn pictured(tab: Tab, words: Words, shots: &'static [Shot]) -> Step {
    Step { tab, words, shots }
}

/// What one does in `place`; nothing where one only is oneself.
pub(super) fn steps(place: &Place) -> &'static [Step] {
    match place.role() {
        Some(Role::Organisation) => ORGANISATION,
        Some(Role::Manager) => MANAGER,
        Some(Role::Bureau) => BUREAU,
        Some(Role::Auditor) => AUDITOR,
        Some(Role::Admin) => ADMIN,
        Some(Role::System) | None => &[],
    }
}

/// What whoever is new in a role does first.
pub(super) fn first(role: Role) -> &'static [(Tab, Words)] {
    match role {
        Role::Organisation => &[
            (Tab::OurFile, words::first_our_file),
            (Tab::OurReports, words::first_our_report),
            (Tab::OurAssessments, words::first_our_score),
        ],
        Role::Manager => &[
            (Tab::Organisations, words::first_register),
            (Tab::People, words::first_invite),
            (Tab::Targets, words::first_year),
        ],
        Role::Bureau => &[
            (Tab::Settings, words::first_decider),
            (Tab::Scorecards, words::first_cards),
            (Tab::Targets, words::first_targets),
        ],
        Role::Auditor => &[
            (Tab::Organisations, words::first_record),
            (Tab::Assessments, words::first_sheet),
            (Tab::Audit, words::first_log),
        ],
        Role::Admin => &[
            (Tab::Bases, words::first_base),
            (Tab::Accounts, words::first_accounts),
            (Tab::Calendar, words::first_calendar),
        ],
        Role::System => &[],
    }
}

const ORGANISATION: &[Step] = &[
    pictured(Tab::OurReports, words::our_reports, shots::OUR_WEEK),
    pictured(Tab::OurPlans, words::our_plans, shots::OUR_PLAN),
    pictured(Tab::OurAssessments, words::our_assessments, shots::OUR_SCORES),
    step(Tab::OurServices, words::our_services),
    step(Tab::OurRecords, words::our_records),
    step(Tab::OurRectifications, words::our_rectifications),
    step(Tab::OurLetters, words::our_letters),
    step(Tab::OurFile, words::our_file),
];

const MANAGER: &[Step] = &[
    pictured(Tab::Desk, words::desk, shots::DESK),
    pictured(Tab::Reviews, words::reviews, shots::REVIEW),
    pictured(Tab::Reports, words::reports, shots::MATRIX),
    step(Tab::BaseReports, words::base_reports),
    step(Tab::Plans, words::plans),
    step(Tab::Targets, words::targets),
    pictured(Tab::Assessments, words::assessments, shots::SHEETS),
    step(Tab::Services, words::services),
    step(Tab::Records, words::records),
    step(Tab::FollowUps, words::follow_ups),
    step(Tab::Organisations, words::organisations),
    step(Tab::Instructions, words::instructions_to_us),
    step(Tab::Rectifications, words::rectifications),
    step(Tab::Exceptions, words::exceptions),
    step(Tab::Reminders, words::reminders),
    step(Tab::People, words::people),
    step(Tab::Import, words::import),
    step(Tab::Scorecards, words::scorecards),
    step(Tab::Settings, words::settings_to_read),
];

const BUREAU: &[Step] = &[
    pictured(Tab::Desk, words::bureau_desk, shots::GLANCE),
    step(Tab::BaseReports, words::bureau_reports),
    step(Tab::Plans, words::bureau_plans),
    pictured(Tab::Assessments, words::bureau_assessments, shots::CHECK),
    step(Tab::Scorecards, words::bureau_scorecards),
    step(Tab::Targets, words::bureau_targets),
    step(Tab::Proposals, words::proposals),
    step(Tab::Instructions, words::instructions),
    step(Tab::Rectifications, words::bureau_rectifications),
    step(Tab::Exceptions, words::bureau_exceptions),
    step(Tab::Letters, words::letters),
    step(Tab::Surveys, words::surveys),
    step(Tab::FollowUps, words::bureau_follow_ups),
    step(Tab::Organisations, words::organisations_to_read),
    step(Tab::Reports, words::reports),
    step(Tab::Services, words::services_to_read),
    step(Tab::Records, words::records_to_read),
    step(Tab::Reminders, words::reminders_to_read),
    step(Tab::Settings, words::settings),
];

const AUDITOR: &[Step] = &[
    pictured(Tab::Overview, words::audit_overview, shots::OVERVIEW),
    step(Tab::Organisations, words::organisations_to_read),
    step(Tab::Assessments, words::audit_assessments),
    pictured(Tab::Audit, words::audit_log, shots::LOG),
];

const ADMIN: &[Step] = &[
    pictured(Tab::Accounts, words::accounts, shots::ACCOUNTS),
    pictured(Tab::Bases, words::bases, shots::SCORECARD),
    step(Tab::Calendar, words::calendar),
    step(Tab::Audit, words::audit_log),
];

/// The words of the field that a newcomer asks for.
pub(super) const TERMS: &[(Words, Words)] = &[
    (words::term_rhythms, words::term_rhythms_means),
    (words::term_hatching, words::term_hatching_means),
    (words::term_shell, words::term_shell_means),
    (words::term_follow_up, words::term_follow_up_means),
    (words::term_rectification, words::term_rectification_means),
    (words::term_instruction, words::term_instruction_means),
    (words::term_expected, words::term_expected_means),
    (words::term_rate, words::term_rate_means),
    (words::term_attendances, words::term_attendances_means),
    (words::term_objection, words::term_objection_means),
    (words::term_seal, words::term_seal_means),
    (words::term_sample, words::term_sample_means),
];

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    /// Pictures are loaded over the thin network of a phone.
    const MOST_BYTES: u64 = 60 * 1024;

    fn base(role: Role) -> Place {
        Place::Base { slug: "zhuzhou".into(), name: "株洲基地".into(), role, demo: false }
    }

    fn places() -> Vec<Place> {
        let ours = Place::Organisation { id: uuid::Uuid::nil(), name: "晨曦".into(), base_is_demo: false };
        let bases = [Role::Manager, Role::Bureau, Role::Auditor].map(base);
        [ours, Place::Installation].into_iter().chain(bases).collect()
    }

    #[test]
    fn a_guide_leads_only_to_pages_that_its_role_is_offered() {
        for place in places() {
            let first = place.role().map(first).unwrap_or_default();
            assert!(!steps(&place).is_empty() && first.len() == 3, "{place:?}");
            for tab in steps(&place).iter().map(|step| step.tab).chain(first.iter().map(|(tab, _)| *tab)) {
                assert!(place.tabs().contains(&tab), "{tab:?} of {place:?}");
            }
        }
    }

    #[test]
    fn whoever_works_for_a_base_is_told_of_every_page_that_they_are_offered() {
        for place in [Role::Manager, Role::Bureau].map(base) {
            let told: Vec<Tab> = steps(&place).iter().map(|step| step.tab).collect();
            let untold: Vec<&Tab> = place.tabs().iter().filter(|tab| !told.contains(tab)).collect();
            assert!(untold.is_empty(), "{untold:?} of {place:?}");
        }
    }

    #[test]
    fn every_role_has_pictures_and_each_has_its_file_in_both_languages() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide");
        let mut named = BTreeSet::new();
        for place in places() {
            let shots: Vec<_> = steps(&place).iter().flat_map(|step| step.shots).collect();
            assert!((2..=4).contains(&shots.len()), "{} pictures in {place:?}", shots.len());
            for language in [Language::Chinese, Language::English] {
                named.extend(shots.iter().map(|shot| shot.file(language)));
            }
        }
        let made = fs::read_dir(&folder).expect("scripts/pictures has made them");
        let made: BTreeSet<_> = made.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        assert_eq!(named, made);
        for name in made {
            let bytes = fs::metadata(folder.join(&name)).unwrap().len();
            assert!((1..=MOST_BYTES).contains(&bytes), "{name} has {bytes} bytes");
        }
    }
}
