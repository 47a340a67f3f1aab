use chrono::{DateTime, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{assessment::Bands, monthly_plan::State, period::Quarter, points::Points};

fn now() -> DateTime<Utc> {
    "2026-04-09T01:00:00Z".parse().unwrap()
}

/// `.` in time, `l` late, `m` missing; the newest first.
fn weeks(came: &str) -> Vec<DueWeek> {
    let newest: crate::period::Week = "2026-W14".parse().unwrap();
    let week = |(back, came): (i64, char)| DueWeek {
        week: newest.plus(-back),
        came: match came {
            '.' => Came::InTime,
            'l' => Came::Late,
            _ => Came::Missing,
        },
    };
    (0..).zip(came.chars()).map(week).collect()
}

/// Totals, the newest first, with the bands that the default card gives them.
fn quarters(totals: &[&str]) -> Vec<Published> {
    let newest: Quarter = "2026-Q1".parse().unwrap();
    let earlier = std::iter::successors(Some(newest), |quarter| Some(quarter.previous()));
    let published = |(quarter, total): (Quarter, &&str)| {
        let total: Points = total.parse().unwrap();
        Published { quarter, total, band: Bands::DEFAULT.of(total) }
    };
    earlier.zip(totals).map(published).collect()
}

fn kinds(known: &Known) -> Vec<Kind> {
    marks(known, now()).iter().map(Mark::kind).collect()
}

#[test]
fn three_weeks_in_a_row_that_are_late_or_missing_are_a_risk() {
    let cases = [
        ("", None),
        ("mm", None),
        ("mm.m", None),
        (".mmm", None),
        ("mmm", Some((3, 3, "2026-W12"))),
        ("llm.", Some((3, 1, "2026-W12"))),
        ("lllll.m", Some((5, 0, "2026-W10"))),
    ];
    for (came, expected) in cases {
        let found = marks(&Known { weeks: weeks(came), ..Known::default() }, now());
        let told = found.first().map(|mark| match mark {
            Mark::Reports { weeks, missing, first, last } => {
                assert_eq!(last.to_string(), "2026-W14", "{came}");
                (*weeks, *missing, first.to_string())
            }
            other => panic!("{came}: {other:?}"),
        });
        assert_eq!(told, expected.map(|(weeks, missing, first)| (weeks, missing, first.to_owned())), "{came}");
    }
}

#[test]
fn ten_points_less_or_two_bands_less_are_a_risk() {
    let cases: [(&[&str], bool); 8] = [
        (&["70"], false),
        (&["75.01", "85"], false),
        (&["75", "85"], true),
        (&["95", "60"], false),
        (&["79.99", "89.98"], false),
        (&["62", "71.99"], false),
        // From good to fail within ten points does not happen; from excellent to pass just about.
        (&["79.99", "90"], true),
        // The quarter before the last one does not count.
        (&["80", "80", "99"], false),
    ];
    for (totals, risky) in cases {
        let found = kinds(&Known { quarters: quarters(totals), ..Known::default() });
        assert_eq!(found.contains(&Kind::Falling), risky, "{totals:?}");
    }
    let vetoed = |mut quarters: Vec<Published>| {
        quarters[0].band = crate::assessment::Band::Fail;
        kinds(&Known { quarters, ..Known::default() })
    };
    assert_eq!(vetoed(quarters(&["84", "85"])), [Kind::Falling], "a veto takes two bands and no point");
    assert_eq!(vetoed(quarters(&["69", "70"])), [], "from pass to fail is one band");
}

#[test]
fn two_fails_in_a_row_are_a_risk() {
    let cases: [(&[&str], Option<usize>); 6] = [
        (&["59.99"], None),
        (&["60", "59.99"], None),
        (&["59.99", "60"], None),
        (&["59.99", "59.99"], Some(2)),
        (&["55", "50", "60", "50"], Some(2)),
        (&["55", "50", "45"], Some(3)),
    ];
    for (totals, expected) in cases {
        let found = marks(&Known { quarters: quarters(totals), ..Known::default() }, now());
        let told = found.iter().find_map(|mark| match mark {
            Mark::Failing { quarters, latest } => {
                assert_eq!(latest.quarter.to_string(), "2026-Q1");
                Some(*quarters)
            }
            _ => None,
        });
        assert_eq!(told, expected, "{totals:?}");
    }
}

#[test]
fn a_month_without_an_approved_plan_is_a_risk_after_its_deadline() {
    let plan = |state: Option<State>, stands: bool, due: Option<&str>| PlanOfMonth {
        month: "2026-04".parse().unwrap(),
        state,
        stands,
        due_at: due.map(|due| due.parse().unwrap()),
    };
    let (before, at, after) = ("2026-04-09T00:59:59Z", "2026-04-09T01:00:00Z", "2026-04-09T01:00:01Z");
    let cases = [
        (plan(None, false, Some(before)), true),
        (plan(None, false, Some(at)), false),
        (plan(None, false, Some(after)), false),
        (plan(None, false, None), false),
        (plan(Some(State::Submitted), false, Some(before)), true),
        (plan(Some(State::Returned), false, Some(before)), true),
        (plan(Some(State::Approved), true, Some(before)), false),
        // A change is being written; what was approved stands.
        (plan(Some(State::Draft), true, Some(before)), false),
    ];
    for (plan, risky) in cases {
        let found = kinds(&Known { plan: Some(plan), ..Known::default() });
        assert_eq!(found == [Kind::Plan], risky, "{plan:?}");
    }
}

#[test]
fn the_heavier_a_kind_the_earlier_it_stands() {
    let weights: Vec<u32> = Kind::ALL.iter().map(|kind| kind.weight()).collect();
    assert!(weights.is_sorted_by(|one, other| one > other), "{weights:?}");
}

fn known() -> impl Strategy<Value = Known> {
    let overdue = || {
        let one = |count| Overdue { count, oldest: Uuid::from_u128(1), due_on: "2026-04-01".parse().unwrap() };
        prop::option::of((1..9_u32).prop_map(one))
    };
    let quarters = prop::collection::vec(0..=10_000_i32, 0..5).prop_map(|totals| {
        let totals: Vec<String> = totals.into_iter().map(|total| Points::hundredths(total).to_string()).collect();
        quarters(&totals.iter().map(String::as_str).collect::<Vec<_>>())
    });
    let plan = prop::option::of(any::<bool>()).prop_map(|stands| {
        let due_at = Some("2026-03-26T10:00:00Z".parse().unwrap());
        stands.map(|stands| PlanOfMonth { month: "2026-04".parse().unwrap(), state: None, stands, due_at })
    });
    let parts = ("[.lm]{0,8}".prop_map(|came| weeks(&came)), quarters, plan, overdue(), overdue());
    parts.prop_map(|(weeks, quarters, plan, rectifications, services)| Known {
        weeks,
        quarters,
        plan,
        rectifications,
        services,
    })
}

proptest! {
    #[test]
    fn marks_descend_by_weight_and_there_is_one_of_each_kind(known in known()) {
        let kinds = kinds(&known);
        prop_assert!(kinds.windows(2).all(|pair| pair[0].weight() > pair[1].weight()), "{kinds:?}");
    }

    #[test]
    fn one_more_report_in_time_or_one_more_good_quarter_never_adds_a_mark(known in known()) {
        let before = kinds(&known);
        let mut better = known.clone();
        better.weeks.insert(0, DueWeek { week: "2026-W15".parse().unwrap(), came: Came::InTime });
        let best = Published {
            quarter: "2026-Q2".parse().unwrap(),
            total: Points::HUNDRED,
            band: crate::assessment::Band::Excellent,
        };
        better.quarters.insert(0, best);
        let after = kinds(&better);
        prop_assert!(after.iter().all(|kind| before.contains(kind)), "{before:?} → {after:?}");
        let gone = [Kind::Reports, Kind::Falling, Kind::Failing];
        prop_assert!(gone.iter().all(|kind| !after.contains(kind)), "{after:?}");
    }

    #[test]
    fn a_mark_of_reports_counts_what_is_there(came in "[.lm]{0,8}") {
        let found = marks(&Known { weeks: weeks(&came), ..Known::default() }, now());
        let run = came.find('.').unwrap_or(came.len());
        prop_assert_eq!(found.len(), usize::from(run >= WEEKS_IN_A_ROW));
        if let Some(Mark::Reports { weeks, missing, .. }) = found.first() {
            prop_assert_eq!((*weeks, *missing), (run, came[..run].matches('m').count()));
        }
    }
}
