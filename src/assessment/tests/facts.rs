use proptest::prelude::*;

use super::points;
use crate::{
    assessment::{Facts, Measure, Measured, PlanMonth, QuarterTotal},
    points::Points,
};

fn month(text: &str, basis_points: Option<u32>) -> PlanMonth {
    PlanMonth {
        month: text.parse().unwrap(),
        planned: basis_points.is_some(),
        basis_points: basis_points.unwrap_or_default(),
    }
}

fn measure(what: Measured, actual: i64, planned: i64) -> Measure {
    Measure { what, actual, planned }
}

#[test]
fn facts_come_to_points_with_their_working() {
    use Measured::{Attendances, Sessions};
    let plans = |months: &[PlanMonth]| Facts::Plans { months: months.to_vec() };
    let measures = |measures: &[Measure]| Facts::Measures { measures: measures.to_vec() };
    let quarters = |totals: &[(&str, &str)]| Facts::Quarters {
        quarters: totals
            .iter()
            .map(|(quarter, total)| QuarterTotal { quarter: quarter.parse().unwrap(), total: points(total) })
            .collect(),
    };
    let none = "";
    for (facts, max, expected, working) in [
        (Facts::NothingDue, "5", None, none),
        (Facts::NotBegun, "5", Some("0"), "0 × 5.00 = 0.00"),
        (
            Facts::Weeks { expected: 13, on_time: 11, late: 2, missing: 0 },
            "5",
            Some("4.62"),
            "(11 + 2 × ½) ÷ 13 × 5.00 = 4.62",
        ),
        (Facts::Weeks { expected: 0, on_time: 0, late: 0, missing: 0 }, "5", None, none),
        // Half a hundredth is rounded up.
        (
            Facts::Weeks { expected: 8, on_time: 0, late: 1, missing: 7 },
            "1",
            Some("0.06"),
            "(0 + 1 × ½) ÷ 8 × 1.00 = 0.06",
        ),
        // A month without a plan is nothing, and counts.
        (
            plans(&[month("2026-01", Some(10_000)), month("2026-02", None), month("2026-03", Some(5_000))]),
            "10",
            Some("5"),
            "(100.00% + 0.00% + 50.00%) ÷ 3 × 10.00 = 5.00",
        ),
        (plans(&[month("2026-03", None)]), "10", Some("0"), "(0.00%) ÷ 1 × 10.00 = 0.00"),
        (plans(&[]), "10", None, none),
        // The lower of the two decides.
        (
            measures(&[measure(Sessions, 6, 6), measure(Attendances, 79, 100)]),
            "8",
            Some("2.67"),
            "min(6 ÷ 6, 79 ÷ 100) → ⅓ × 8.00 = 2.67",
        ),
        // What was not planned says nothing, unless nothing at all was.
        (
            measures(&[measure(Sessions, 5, 6), measure(Attendances, 79, 0)]),
            "8",
            Some("5.33"),
            "5 ÷ 6 → ⅔ × 8.00 = 5.33",
        ),
        (measures(&[measure(Sessions, 5, 0), measure(Attendances, 79, 0)]), "8", Some("0"), "0 × 8.00 = 0.00"),
        (measures(&[]), "8", None, none),
        (Facts::Attended { attended: 2, invited: 3 }, "6", Some("4"), "2 ÷ 3 × 6.00 = 4.00"),
        (Facts::Attended { attended: 0, invited: 0 }, "6", None, none),
        (Facts::OnTime { on_time: 1, due: 3 }, "4", Some("1.33"), "1 ÷ 3 × 4.00 = 1.33"),
        (Facts::OnTime { on_time: 0, due: 0 }, "4", None, none),
        // The mean is not rounded on its way: a third of 250.01 is 83.336….
        (
            quarters(&[("2025-Q1", "80"), ("2025-Q2", "90"), ("2025-Q4", "80.01")]),
            "70",
            Some("58.34"),
            "(80.00 + 90.00 + 80.01) ÷ 3 ÷ 100 × 70.00 = 58.34",
        ),
        (quarters(&[]), "70", None, none),
    ] {
        assert_eq!(facts.finding().points(points(max)), expected.map(points), "{facts:?}");
        assert_eq!(facts.working(points(max)), working, "{facts:?}");
    }
}

#[test]
fn only_sessions_and_attendances_of_a_plan_are_measured() {
    for (unit, expected) in [
        ("场", Some(Measured::Sessions)),
        (" 场次 ", Some(Measured::Sessions)),
        ("人次", Some(Measured::Attendances)),
        ("人", None),
        ("份", None),
        ("", None),
    ] {
        assert_eq!(Measured::of_unit(unit), expected, "{unit}");
    }
}

fn months() -> impl Strategy<Value = Vec<PlanMonth>> {
    let one = prop_oneof![Just(None), (0..=10_000_u32).prop_map(Some)];
    prop::collection::vec(one, 1..=3).prop_map(|all| {
        all.into_iter().zip(["2026-01", "2026-02", "2026-03"]).map(|(done, of)| month(of, done)).collect()
    })
}

fn measures() -> impl Strategy<Value = Vec<Measure>> {
    let one = (0..500_i64, 0..500_i64).prop_map(|(actual, planned)| measure(Measured::Sessions, actual, planned));
    prop::collection::vec(one, 0..4)
}

proptest! {
    #[test]
    fn it_does_not_matter_in_which_order_facts_come(mut months in months(), mut measures in measures(), max in 1..2_000_i32) {
        let max = Points::hundredths(max);
        let found = |facts: Facts| facts.finding().points(max);
        let before = (found(Facts::Plans { months: months.clone() }), found(Facts::Measures { measures: measures.clone() }));
        months.reverse();
        measures.reverse();
        prop_assert_eq!(before, (found(Facts::Plans { months }), found(Facts::Measures { measures })));
    }

    #[test]
    fn facts_never_come_to_more_than_a_line_is_worth_and_survive_being_kept(months in months(), measures in measures(), max in 1..2_000_i32) {
        let max = Points::hundredths(max);
        for facts in [Facts::Plans { months }, Facts::Measures { measures }] {
            let points = facts.finding().points(max);
            prop_assert!(points.is_none_or(|points| points <= max && points >= Points::ZERO));
            // The working ends with the points that count.
            let end = points.map(|points| format!("= {points}")).unwrap_or_default();
            prop_assert!(facts.working(max).ends_with(&end));
            let kept: Facts = serde_json::from_str(&serde_json::to_string(&facts).unwrap()).unwrap();
            prop_assert_eq!(kept, facts);
        }
    }
}
