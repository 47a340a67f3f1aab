use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::{april, day, item};
use crate::{
    monthly_plan::{
        Completion, Item, ItemResult, Outcome, OutcomeFault, OutcomeField, OutcomeProblem, Release, TypedOutcome,
        WHOLE, carried, day_in, judge_result, proposed, start,
    },
    period::Month,
};

fn told(of: &[(u128, u32)]) -> BTreeMap<Uuid, u32> {
    of.iter().map(|(item, done)| (Uuid::from_u128(*item), *done)).collect()
}

fn outcome(item: u128, done: &str, outcome: &str, reason: &str) -> TypedOutcome {
    let item = Uuid::from_u128(item).to_string();
    TypedOutcome { item, done: done.to_owned(), outcome: outcome.to_owned(), reason: reason.to_owned() }
}

#[test]
fn a_result_is_proposed_from_the_weekly_reports() {
    let items = [item(1, 4), item(2, 1)];
    let told = told(&[(1, 3), (2, 2)]);
    let results = judge_result(&items, &told, &proposed(&items, &told)).unwrap();
    let found: Vec<_> = results.iter().map(|result| (result.done, result.outcome)).collect();
    assert_eq!(found, [(3, Outcome::CarriedOver), (2, Outcome::Done)]);
    assert_eq!(Completion::of_plan(&items, &results, &told).basis_points(), Some(8_750), "(75 % + 100 %) ÷ 2");
}

#[test]
fn what_is_corrected_dropped_or_left_open_has_to_be_explained() {
    let items = [item(1, 4)];
    let told = told(&[(1, 3)]);
    for (typed, field, fault) in [
        (
            outcome(1, "2", "carried_over", " "),
            OutcomeField::Reason,
            OutcomeFault::CorrectedWithoutReason { reported: 3 },
        ),
        (outcome(1, "3", "dropped", ""), OutcomeField::Reason, OutcomeFault::DroppedWithoutReason),
        (outcome(1, "3", "", ""), OutcomeField::Outcome, OutcomeFault::NotChosen),
        (outcome(1, "3", "done", ""), OutcomeField::Outcome, OutcomeFault::NotChosen),
    ] {
        let problem = OutcomeProblem { item: items[0].id, field, fault };
        assert_eq!(judge_result(&items, &told, std::slice::from_ref(&typed)), Err(vec![problem]), "{typed:?}");
    }
    let corrected = judge_result(&items, &told, &[outcome(1, "4", "", "补报一场")]).unwrap();
    assert_eq!((corrected[0].done, corrected[0].outcome), (4, Outcome::Done), "a reached quantity is done");
    assert!(judge_result(&items, &told, &[]).is_err(), "an item that was left out is judged as a blank one");
}

#[test]
fn a_dropped_item_leaves_the_rate_only_with_the_approvers_word() {
    let items = [item(1, 2), item(2, 1)];
    let typed = [outcome(1, "1", "dropped", "场地关闭"), outcome(2, "1", "", "")];
    let mut results = judge_result(&items, &told(&[(1, 1), (2, 1)]), &typed).unwrap();
    let rate = |results: &[ItemResult]| Completion::of_plan(&items, results, &BTreeMap::new()).basis_points();
    assert_eq!(results[0].release, Some(Release::Asked));
    assert_eq!(rate(&results), Some(7_500));
    results[0].release = Some(Release::Refused);
    assert_eq!(rate(&results), Some(7_500));
    results[0].release = Some(Release::Granted);
    assert_eq!(rate(&results), Some(10_000));
}

#[test]
fn the_next_month_begins_with_what_recurs_and_what_was_left() {
    let meeting = Item { recurring: true, due_on: day("2026-03-31"), ..item(1, 1) };
    let clinic = item(2, 4);
    let before = [meeting.clone(), clinic.clone(), item(3, 1)];
    let result = |item: &Item, done, outcome| ItemResult {
        item: item.id,
        done,
        outcome,
        reason: String::new(),
        release: None,
        answered_at: None,
    };
    let results = [result(&meeting, 1, Outcome::Done), result(&clinic, 3, Outcome::CarriedOver)];
    let begun = start(april(), &before, &results).items;
    let found: Vec<_> =
        begun.iter().map(|row| (row.what.as_str(), row.quantity.as_str(), row.due_on.as_str())).collect();
    assert_eq!(found, [("事项 1", "1", "2026-04-30"), ("事项 2", "1", "2026-04-20")]);
    assert_eq!(begun[0].carried_from, "");
    assert_eq!(begun[1].carried_from, clinic.id.to_string());
    assert_eq!(carried(april(), &before, &results).len(), 1);
}

#[test]
fn a_day_is_moved_to_the_end_of_a_shorter_month() {
    assert_eq!(day_in(Month::new(2026, 2).unwrap(), 31), day("2026-02-28"));
    assert_eq!(day_in(Month::new(2028, 2).unwrap(), 29), day("2028-02-29"));
}

proptest! {
    #[test]
    fn a_rate_lies_between_nothing_and_all(pairs in prop::collection::vec((1_u32..1_000, 0_u32..2_000), 1..40)) {
        let completion: Completion = pairs.iter().map(|(quantity, done)| Completion::of_item(*quantity, *done)).sum();
        let points = u32::from(completion.basis_points().unwrap());
        prop_assert!(points <= WHOLE);
        let whole = pairs.iter().all(|(quantity, done)| done >= quantity);
        prop_assert!(!whole || points == WHOLE);
        // A second computation, in fractions: the mean differs by less than its own rounding.
        let mean: f64 = pairs.iter().map(|(quantity, done)| f64::from((*done).min(*quantity)) / f64::from(*quantity)).sum::<f64>()
            / f64::from(u32::try_from(pairs.len()).unwrap());
        prop_assert!((mean * 10_000.0 - f64::from(points)).abs() <= 0.500_001);
    }

    #[test]
    fn more_done_never_lowers_a_rate(quantity in 1_u32..1_000, done in 0_u32..1_000) {
        let of = |done| Completion::of_item(quantity, done).basis_points();
        prop_assert!(of(done) <= of(done + 1));
    }
}
