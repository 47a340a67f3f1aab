//! What stands in the guide of each role, in the order in which it comes up.

use hatchboard::access::Role;

use super::words;
use crate::{
    Language,
    ui::nav::{Place, Tab},
};

/// Words of the interface.
type Words = fn(Language) -> &'static str;

/// Where something is done, and how.
type Step = (Tab, Words);

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
pub(super) fn first(role: Role) -> &'static [Step] {
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
    (Tab::OurReports, words::our_reports),
    (Tab::OurPlans, words::our_plans),
    (Tab::OurAssessments, words::our_assessments),
    (Tab::OurServices, words::our_services),
    (Tab::OurRecords, words::our_records),
    (Tab::OurRectifications, words::our_rectifications),
    (Tab::OurFile, words::our_file),
];

const MANAGER: &[Step] = &[
    (Tab::Desk, words::desk),
    (Tab::Reviews, words::reviews),
    (Tab::Reports, words::reports),
    (Tab::BaseReports, words::base_reports),
    (Tab::Plans, words::plans),
    (Tab::Targets, words::targets),
    (Tab::Assessments, words::assessments),
    (Tab::Services, words::services),
    (Tab::Records, words::records),
    (Tab::FollowUps, words::follow_ups),
    (Tab::Rectifications, words::rectifications),
    (Tab::Exceptions, words::exceptions),
    (Tab::Reminders, words::reminders),
    (Tab::People, words::people),
];

const BUREAU: &[Step] = &[
    (Tab::Desk, words::bureau_desk),
    (Tab::BaseReports, words::bureau_reports),
    (Tab::Assessments, words::bureau_assessments),
    (Tab::Targets, words::bureau_targets),
    (Tab::Proposals, words::proposals),
    (Tab::Instructions, words::instructions),
    (Tab::FollowUps, words::bureau_follow_ups),
    (Tab::Settings, words::settings),
];

const AUDITOR: &[Step] = &[
    (Tab::Overview, words::audit_overview),
    (Tab::Organisations, words::audit_organisations),
    (Tab::Assessments, words::audit_assessments),
    (Tab::Audit, words::audit_log),
];

const ADMIN: &[Step] = &[
    (Tab::Accounts, words::accounts),
    (Tab::Bases, words::bases),
    (Tab::Calendar, words::calendar),
    (Tab::Audit, words::audit_log),
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
    use super::*;

    fn base(role: Role) -> Place {
        Place::Base { slug: "zhuzhou".into(), name: "株洲基地".into(), role, demo: false }
    }

    #[test]
    fn a_guide_leads_only_to_pages_that_its_role_is_offered() {
        let ours = Place::Organisation { id: uuid::Uuid::nil(), name: "晨曦".into(), base_is_demo: false };
        let bases = [Role::Manager, Role::Bureau, Role::Auditor].map(base);
        for place in [ours, Place::Installation].into_iter().chain(bases) {
            let first = place.role().map(first).unwrap_or_default();
            assert!(!steps(&place).is_empty() && first.len() == 3, "{place:?}");
            for (tab, _) in steps(&place).iter().chain(first) {
                assert!(place.tabs().contains(tab), "{tab:?} of {place:?}");
            }
        }
    }
}
