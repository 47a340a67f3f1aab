use proptest::prelude::*;

use super::{given, lines, points};
use crate::{
    assessment::{Band, Finding, Line, NothingApplies, Scorecard, Sum, community, exit_review, organisation},
    points::Points,
};

fn sum(card: &Scorecard, lines: &[Line]) -> Sum {
    Sum::of(card, lines, Points::ZERO, 0, false).unwrap()
}

/// Every judgement gets all it is worth, every rule finds nothing due.
fn full(card: &Scorecard) -> Vec<Line> {
    let scored = |line: Line| {
        let max = line.indicator.max;
        let line = Line { finding: Some(Finding::NothingDue), ..line };
        line.with_operator(super::Given { points: max, note: String::new() }).unwrap()
    };
    lines(card).into_iter().map(scored).collect()
}

#[test]
fn a_total_is_rescaled_to_what_applies_and_says_so() {
    let card = community();
    let mut sheet = full(&card);
    let found = sum(&card, &sheet);
    // 15 + 10 + 10 + 5 are scored by rule, and nothing was due.
    assert_eq!((found.points, found.of, found.total), (points("60"), points("60"), points("100")));
    assert_eq!(found.rescaled_from(), Some(points("60")));
    let quality = sheet.iter_mut().find(|line| line.indicator.code == "quality").unwrap();
    quality.operator = Some(given("7", ""));
    let found = sum(&card, &sheet);
    assert_eq!((found.points, found.scaled, found.band), (points("57"), points("95"), Band::Excellent));
}

#[test]
fn a_sheet_where_everything_applies_is_not_rescaled() {
    let card = exit_review();
    let found = sum(&card, &full(&card));
    assert_eq!((found.total, found.rescaled_from(), found.open), (points("100"), None, 0));
}

#[test]
fn a_sheet_without_a_line_that_applies_is_no_assessment() {
    let card = organisation();
    let by_rule: Vec<Line> = lines(&card)
        .into_iter()
        .filter(|line| line.indicator.scoring != crate::assessment::Scoring::Judgement)
        .map(|line| Line { finding: Some(Finding::NothingDue), ..line })
        .collect();
    assert_eq!(Sum::of(&card, &by_rule, Points::ZERO, 0, false), Err(NothingApplies));
    assert_eq!(Sum::of(&card, &[], Points::ZERO, 0, false), Err(NothingApplies));
}

#[test]
fn what_nobody_has_scored_counts_nothing_and_is_told() {
    let card = exit_review();
    let mut sheet = lines(&card);
    assert_eq!(sum(&card, &sheet).open, 4);
    sheet[0].operator = Some(given("20", ""));
    let found = sum(&card, &sheet);
    assert_eq!((found.total, found.open), (points("20"), 3));
}

#[test]
fn extra_points_and_deductions_keep_to_their_caps_and_a_total_to_a_hundred() {
    let card = exit_review();
    let sheet = full(&card);
    let of = |bonus: &str, rectifications| Sum::of(&card, &sheet, points(bonus), rectifications, false).unwrap();
    assert_eq!(of("9", 0).bonus, points("5"));
    assert_eq!(of("5", 0).total, points("100"), "never more than a hundred");
    assert_eq!((of("0", 1).deductions, of("0", 1).total), (points("3"), points("97")));
    assert_eq!(of("0", 4).deductions, points("10"));
    assert_eq!(of("2", 1).total, points("99"));
    let nothing = lines(&card).into_iter().map(|line| line.with_operator(given("0", "")).unwrap());
    let nothing: Vec<Line> = nothing.collect();
    assert_eq!(Sum::of(&card, &nothing, Points::ZERO, 2, false).unwrap().total, Points::ZERO, "never below nothing");
}

#[test]
fn a_veto_leaves_the_number_and_fails_the_sheet() {
    let card = exit_review();
    let found = Sum::of(&card, &full(&card), Points::ZERO, 0, true).unwrap();
    assert_eq!((found.total, found.band), (points("100"), Band::Fail));
}

fn scored(card: &Scorecard, shares: &[i64], due: bool) -> Vec<Line> {
    let shares = shares.iter().cycle();
    let line = |(line, share): (Line, &i64)| {
        let points = line.indicator.max.part(*share, 100);
        let finding = if due { Finding::Share { basis_points: 5_000 } } else { Finding::NothingDue };
        Line { finding: Some(finding), operator: Some(super::Given { points, note: "有据".into() }), ..line }
    };
    lines(card).into_iter().zip(shares).map(line).collect()
}

proptest! {
    #[test]
    fn a_total_lies_between_nothing_and_a_hundred_and_does_not_depend_on_the_order_of_lines(
        shares in prop::collection::vec(0_i64..=100, 1..20),
        due in any::<bool>(), bonus in 0_i32..2_000, rectifications in 0_u32..10, seed in any::<u64>(),
    ) {
        let card = organisation();
        let sheet = scored(&card, &shares, due);
        let bonus = Points::hundredths(bonus);
        let found = Sum::of(&card, &sheet, bonus, rectifications, false).unwrap();
        prop_assert!(Points::ZERO <= found.total && found.total <= Points::HUNDRED);
        let mut shuffled = sheet.clone();
        let length = shuffled.len() as u64;
        for at in 0..shuffled.len() {
            let with = usize::try_from((seed.rotate_left(u32::try_from(at).unwrap_or(0)) ^ seed) % length).unwrap();
            shuffled.swap(at, with);
        }
        prop_assert_eq!(Sum::of(&card, &shuffled, bonus, rectifications, false).unwrap(), found);
    }

    #[test]
    fn more_points_on_a_line_never_make_a_total_less(
        shares in prop::collection::vec(0_i64..=100, 1..20), at in 0_usize..20, more in 0_i64..=100,
    ) {
        let card = organisation();
        let sheet = scored(&card, &shares, true);
        let mut better = sheet.clone();
        let at = at % better.len();
        let max = better[at].indicator.max;
        let before = better[at].points().unwrap();
        let raised = (before + max.part(more, 100)).min(max);
        better[at].operator = Some(super::Given { points: raised, note: "有据".into() });
        prop_assert!(sum(&card, &better).total >= sum(&card, &sheet).total);
    }
}
