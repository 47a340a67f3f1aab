//! Many organisations' week as the beginning of the base's own report.

use uuid::Uuid;

use super::{context, draft, week};
use crate::weekly_report::{Cell, Draft, OrganisationWeek, Rate, Summary, Why, judge};

fn one(name: &str, cell: Cell, draft: Option<Draft>) -> OrganisationWeek {
    let report = draft.map(|draft| judge(&draft, context()).unwrap());
    OrganisationWeek { organisation: Uuid::nil(), name: name.to_owned(), cell, report }
}

fn weeks() -> Vec<OrganisationWeek> {
    let asking = Draft {
        help_kind: "training".to_owned(),
        help: "财务培训".to_owned(),
        problems: "缺场地".to_owned(),
        ..draft()
    };
    let nothing = Draft { nothing_to_report: "on".to_owned(), nothing_confirmed: "on".to_owned(), ..Draft::default() };
    vec![
        one("甲", Cell::OnTime, Some(asking)),
        one("乙", Cell::Late { minutes: 9, counts: true }, Some(draft())),
        one("丙", Cell::OnTimeNothing, Some(nothing)),
        one("丁", Cell::Missing, None),
        one("戊", Cell::NotExpected(Why::Suspended), None),
    ]
}

#[test]
fn a_summary_counts_what_was_filed_and_names_who_is_silent() {
    let summary = Summary::of(week("2026-W15"), &weeks());
    assert_eq!(summary.organisations, 5);
    assert_eq!((summary.on_time, summary.on_time_nothing, summary.late, summary.missing), (2, 1, 1, 1));
    assert_eq!((summary.pending, summary.excused, summary.not_expected), (0, 0, 1));
    assert_eq!(summary.rate, Rate::new(5, 4).unwrap());
    assert_eq!((summary.activities, summary.attendances), (4, 120));
    assert_eq!(summary.done.iter().map(|told| told.name.as_str()).collect::<Vec<_>>(), ["甲", "乙"]);
    assert_eq!(summary.problems.iter().map(|told| told.text.as_str()).collect::<Vec<_>>(), ["缺场地"]);
    assert_eq!(summary.help_needed.iter().map(|help| help.what.as_str()).collect::<Vec<_>>(), ["财务培训"]);
    assert_eq!(summary.silent, ["丁"]);
}

#[test]
fn every_organisation_is_counted_in_exactly_one_state() {
    let summary = Summary::of(week("2026-W15"), &weeks());
    let Summary { on_time, late, missing, pending, excused, not_expected, organisations, .. } = summary;
    assert_eq!(on_time + late + missing + pending + excused + not_expected, organisations);
}

#[test]
fn the_organisations_activities_never_become_the_bases_own_numbers() {
    let summary = Summary::of(week("2026-W15"), &weeks());
    let begun = summary.begin("本周听取 3 家汇报".to_owned(), "缺场地".to_owned());
    assert_eq!((begun.activities_count.as_str(), begun.attendances.as_str(), begun.help_kind.as_str()), ("", "", ""));
    assert!(!begun.done.is_empty());
}
