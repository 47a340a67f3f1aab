use proptest::prelude::*;

use super::{given, points};
use crate::{
    assessment::{Finding, GivenFault, Line, Rule, organisation},
    points::Points,
};

fn judged() -> Line {
    Line::of(organisation().indicator("quality").unwrap())
}

fn by_rule(finding: Finding) -> Line {
    let line = Line::of(organisation().indicator("weekly_on_time").unwrap());
    Line { finding: Some(finding), ..line }
}

#[test]
fn a_rate_is_linear_and_late_counts_half() {
    let max = Points::whole(5);
    for (full, half, of, expected) in [
        (11, 2, 13, Some("4.62")),
        (13, 0, 13, Some("5.00")),
        (0, 0, 13, Some("0.00")),
        (0, 13, 13, Some("2.50")),
        (1, 0, 3, Some("1.67")),
        (0, 0, 0, None),
    ] {
        let found = Finding::Rate { full, half, of }.points(max).map(|points| points.to_string());
        assert_eq!(found.as_deref(), expected, "{full} + ½ {half} of {of}");
    }
}

#[test]
fn a_count_is_scored_in_thirds_of_its_plan() {
    let max = Points::whole(8);
    for (actual, planned, expected) in [
        (10, 10, "8.00"),
        (12, 10, "8.00"),
        (99, 100, "5.33"),
        (80, 100, "5.33"),
        (79, 100, "2.67"),
        (60, 100, "2.67"),
        (59, 100, "0.00"),
        (0, 100, "0.00"),
        (5, 0, "0.00"),
    ] {
        let found = Finding::Tier { actual, planned }.points(max).unwrap();
        assert_eq!(found.to_string(), expected, "{actual} of {planned}");
    }
}

#[test]
fn nothing_due_does_not_apply_and_a_duty_that_was_not_begun_is_nothing() {
    assert_eq!(Finding::NothingDue.points(Points::whole(5)), None);
    assert_eq!(Finding::NotBegun.points(Points::whole(5)), Some(Points::ZERO));
    assert_eq!(Finding::Share { basis_points: 8_750 }.points(Points::whole(10)), Some(points("8.75")));
}

#[test]
fn of_two_counts_the_lower_third_decides() {
    let (all, most, none) = (
        Finding::Tier { actual: 10, planned: 10 },
        Finding::Tier { actual: 80, planned: 100 },
        Finding::Tier { actual: 0, planned: 5 },
    );
    assert_eq!(all.lower_of(most.clone()), most);
    assert_eq!(none.clone().lower_of(most.clone()), none);
    assert_eq!(most.clone().lower_of(Finding::NothingDue), most, "what was not planned is left out");
    assert_eq!(Finding::NothingDue.lower_of(Finding::NothingDue), Finding::NothingDue);
}

#[test]
fn the_bureaus_points_count_then_the_operators_and_the_subjects_own_never() {
    let line = judged().with_own(given("7", "")).unwrap();
    assert_eq!((line.applies(), line.points()), (true, None), "a self-score is no score");
    let line = line.with_operator(given("5", "照片不全")).unwrap();
    assert_eq!(line.points(), Some(points("5")));
    let line = line.with_bureau(given("6", "抽查属实")).unwrap();
    assert_eq!((line.points(), line.difference()), (Some(points("6")), points("2")));
    let line = line.with_upheld(given("6.5", "补充材料属实")).unwrap();
    assert_eq!(line.points(), Some(points("6.5")));
}

#[test]
fn points_that_differ_need_a_reason() {
    let line = judged().with_operator(given("5", "")).unwrap();
    let tried = line.clone().with_bureau(given("6", "  "));
    assert_eq!(tried.unwrap_err(), GivenFault::ReasonMissing { from: points("5") });
    assert!(line.clone().with_bureau(given("5", "")).is_ok(), "the same needs none");
    assert!(line.with_upheld(given("5", "")).is_err(), "an objection is never decided without one");
    let tried = judged().with_operator(given("7.01", ""));
    assert_eq!(tried.unwrap_err(), GivenFault::TooMany { max: points("7") });
}

#[test]
fn a_computed_line_is_overridden_with_a_reason_only_and_has_no_self_score() {
    let line = by_rule(Finding::Rate { full: 11, half: 2, of: 13 });
    assert_eq!(line.points(), Some(points("4.62")));
    assert_eq!(line.clone().with_own(given("5", "")).unwrap_err(), GivenFault::Computed);
    let tried = line.clone().with_operator(given("5", ""));
    assert_eq!(tried.unwrap_err(), GivenFault::ReasonMissing { from: points("4.62") });
    let line = line.with_operator(given("5", "系统停用一天")).unwrap();
    assert_eq!((line.points(), line.computed()), (Some(points("5")), Some(points("4.62"))), "both are kept");
}

#[test]
fn a_line_that_does_not_apply_has_no_points_whoever_gave_some() {
    let line = by_rule(Finding::NothingDue);
    let line = line.with_bureau(given("3", "")).unwrap();
    assert_eq!((line.applies(), line.points()), (false, None));
}

proptest! {
    #[test]
    fn no_rule_gives_more_than_the_line_is_worth(
        max in 1_i32..5_000, full in 0_u32..60, half in 0_u32..60, of in 0_u32..60,
        actual in 0_i64..1_000_000, planned in 0_i64..1_000_000, basis_points in 0_u32..20_000,
    ) {
        let max = Points::hundredths(max);
        let found = [
            Finding::Rate { full, half, of },
            Finding::Tier { actual, planned },
            Finding::Share { basis_points },
            Finding::NotBegun,
        ];
        for finding in found {
            if let Some(points) = finding.points(max) {
                prop_assert!(Points::ZERO <= points && points <= max, "{finding:?}");
            }
        }
    }

    #[test]
    fn doing_more_never_scores_less(actual in 0_i64..1_000, more in 0_i64..1_000, planned in 1_i64..1_000) {
        let max = Points::whole(8);
        let points = |actual| Finding::Tier { actual, planned }.points(max);
        prop_assert!(points(actual + more) >= points(actual));
    }
}

#[test]
fn every_rule_of_the_base_has_a_code_of_its_own() {
    for rule in Rule::ALL {
        assert_eq!(Rule::from_code(rule.code()), Some(*rule));
    }
}
