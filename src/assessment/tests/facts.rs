use proptest::prelude::*;

use super::points;
use crate::{
    assessment::{Facts, Measure, Measured, PlanMonth, QuarterTotal},
    monthly_plan::Completion,
    points::Points,
};

fn month(text: &str, basis_points: Option<u32>) -> PlanMonth {
    PlanMonth {
        month: text.parse().unwrap(),
        planned: basis_points.is_some(),
        basis_points: basis_points.unwrap_or_default(),
        items: Vec::new(),
    }
}

/// A month with items of a quantity, so much of which is done.
fn month_of(text: &str, items: &[(u32, u32)]) -> PlanMonth {
    let completion: Completion = items.iter().map(|(quantity, done)| Completion::of_item(*quantity, *done)).sum();
    PlanMonth { items: completion.items.clone(), ..month(text, completion.basis_points().map(u32::from)) }
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
        // 23/56 × 7 is 2.875: neither the month nor its items are rounded on the way.
        (plans(&[month_of("2026-03", &[(4, 1), (7, 4)])]), "7", Some("2.88"), "(≈ 41.07%) ÷ 1 × 7.00 = 2.88"),
        // Thirds of three months make a whole.
        (
            plans(&[month_of("2026-01", &[(3, 2)]), month_of("2026-02", &[(3, 1)]), month_of("2026-03", &[(3, 3)])]),
            "9",
            Some("6"),
            "(≈ 66.67% + ≈ 33.33% + 100.00%) ÷ 3 × 9.00 = 6.00",
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
        ("次", Some(Measured::Sessions)),
        ("session", Some(Measured::Sessions)),
        ("Sessions", Some(Measured::Sessions)),
        ("times", Some(Measured::Sessions)),
        ("events", Some(Measured::Sessions)),
        ("activities", Some(Measured::Sessions)),
        ("人次", Some(Measured::Attendances)),
        ("人", Some(Measured::Attendances)),
        ("people", Some(Measured::Attendances)),
        (" ATTENDANCES ", Some(Measured::Attendances)),
        ("participant", Some(Measured::Attendances)),
        ("份", None),
        ("copies", None),
        ("场地", None),
        ("peoples", None),
        ("", None),
    ] {
        assert_eq!(Measured::of_unit(unit), expected, "{unit}");
    }
}

#[test]
fn facts_that_were_frozen_before_items_were_kept_come_to_what_they_came_to() {
    let kept = r#"{"facts":"plans","months":[{"month":"2026-03","planned":true,"basis_points":4107}]}"#;
    let facts: Facts = serde_json::from_str(kept).unwrap();
    assert_eq!(facts, Facts::Plans { months: vec![month("2026-03", Some(4_107))] });
    assert_eq!(facts.finding().points(points("7")), Some(points("2.87")));
    assert_eq!(facts.working(points("7")), "(41.07%) ÷ 1 × 7.00 = 2.87");
    assert_eq!(serde_json::to_string(&facts).unwrap(), kept, "what is sealed is written as it was");
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

/// Quantities whose common multiple is 27720, so that machine words suffice for the second computation.
fn items() -> impl Strategy<Value = Vec<(u32, u32)>> {
    prop::collection::vec((1_u32..=12, 0_u32..=15), 1..=40)
}

proptest! {
    #[test]
    fn plans_are_rounded_once_for_each_line(
        quarter in prop::collection::vec(prop_oneof![Just(None), items().prop_map(Some)], 1..=3), max in 1..2_000_i32,
    ) {
        const COMMON: i128 = 27_720;
        let named = || quarter.iter().zip(["2026-01", "2026-02", "2026-03"]);
        let months: Vec<PlanMonth> = named()
            .map(|(items, of)| items.as_deref().map_or_else(|| month(of, None), |items| month_of(of, items)))
            .collect();
        // A month without a plan is nothing and counts; all months are brought to one denominator.
        let items: Vec<&[(u32, u32)]> = quarter.iter().map(|items| items.as_deref().unwrap_or_default()).collect();
        let numbers: Vec<i128> = items.iter().map(|all| i128::try_from(all.len().max(1)).unwrap()).collect();
        let by: i128 = numbers.iter().product::<i128>() * i128::try_from(numbers.len()).unwrap() * COMMON;
        let done = |(quantity, done): &(u32, u32)| i128::from(*done.min(quantity)) * (COMMON / i128::from(*quantity));
        let numerator: i128 = items
            .iter()
            .zip(&numbers)
            .map(|(all, number)| all.iter().map(done).sum::<i128>() * (numbers.iter().product::<i128>() / number))
            .sum();
        let expected = (2 * numerator * i128::from(max) + by) / (2 * by);
        let found = Facts::Plans { months }.finding().points(Points::hundredths(max));
        prop_assert_eq!(found.map(|points| i128::from(points.as_hundredths())), Some(expected));
    }

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
