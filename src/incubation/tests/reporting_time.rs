//! Which weeks are reporting time.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::incubation::{HistoryFault, Presence, Span, Stage, StageChange, Timeline, reporting_spans};
use crate::period::Week;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn week(text: &str) -> Week {
    text.parse().unwrap()
}

fn span(first: &str, last: &str) -> Span {
    Span { first: week(first), last: (!last.is_empty()).then(|| week(last)) }
}

/// One incubation out of its dated stages.
fn history(stages: &[(&str, Stage)]) -> Vec<StageChange> {
    let before = [None].into_iter().chain(stages.iter().map(|(_, stage)| Some(*stage)));
    stages.iter().zip(before).map(|((on, to), from)| StageChange { from, to: *to, on: day(on) }).collect()
}

#[test]
fn reports_are_asked_for_from_the_first_full_week_on() {
    // 2026-03-02 is a Monday.
    for (start, first) in [("2026-03-02", "2026-W10"), ("2026-03-03", "2026-W11"), ("2026-03-08", "2026-W11")] {
        assert_eq!(reporting_spans(&history(&[(start, Stage::Incubating)])), Ok(vec![span(first, "")]), "{start}");
    }
}

#[test]
fn a_rectifying_organisation_still_reports() {
    let changes = history(&[("2026-03-02", Stage::Incubating), ("2026-03-11", Stage::Rectifying)]);
    assert_eq!(reporting_spans(&changes), Ok(vec![span("2026-W10", "")]));
}

#[test]
fn a_week_that_is_partly_suspended_asks_for_no_report() {
    let changes = history(&[
        ("2026-03-02", Stage::Incubating),
        ("2026-03-18", Stage::Suspended),
        ("2026-03-31", Stage::Incubating),
    ]);
    assert_eq!(reporting_spans(&changes), Ok(vec![span("2026-W10", "2026-W11"), span("2026-W15", "")]));
    let timeline = Timeline::of([changes.as_slice()]).unwrap();
    for name in ["2026-W12", "2026-W13", "2026-W14"] {
        assert_eq!(timeline.in_week(week(name)), Presence::Suspended, "{name}");
    }
    assert_eq!(timeline.in_week(week("2026-W09")), Presence::NotYetAdmitted);
}

#[test]
fn a_suspension_that_is_lifted_the_same_day_costs_no_week() {
    let changes = history(&[
        ("2026-03-02", Stage::Incubating),
        ("2026-03-18", Stage::Suspended),
        ("2026-03-18", Stage::Incubating),
    ]);
    assert_eq!(reporting_spans(&changes), Ok(vec![span("2026-W10", "")]));
}

#[test]
fn the_week_of_the_hatching_is_the_first_without_a_report() {
    let hatched =
        |on: &str| history(&[("2026-03-02", Stage::Incubating), (on, Stage::ExitReview), (on, Stage::Hatched)]);
    assert_eq!(reporting_spans(&hatched("2026-03-20")), Ok(vec![span("2026-W10", "2026-W11")]));
    assert_eq!(reporting_spans(&hatched("2026-03-23")), Ok(vec![span("2026-W10", "2026-W12")]));
    let timeline = Timeline::of([hatched("2026-03-20").as_slice()]).unwrap();
    assert_eq!(timeline.in_week(week("2026-W12")), Presence::Left);
    assert_eq!(timeline.in_week(week("2026-W40")), Presence::Left);
}

#[test]
fn less_than_a_full_week_of_incubation_asks_for_nothing() {
    let changes = history(&[("2026-03-03", Stage::Incubating), ("2026-03-13", Stage::Exited)]);
    assert_eq!(reporting_spans(&changes), Ok(vec![]));
}

#[test]
fn a_re_entry_is_a_new_incubation_and_asks_for_no_week_twice() {
    let first = history(&[("2026-03-02", Stage::Incubating), ("2026-03-23", Stage::Exited)]);
    let again = history(&[("2026-04-06", Stage::Agreement), ("2026-04-08", Stage::Incubating)]);
    let timeline = Timeline::of([again.as_slice(), first.as_slice()]).unwrap();
    assert_eq!(timeline.spans(), [span("2026-W10", "2026-W12"), span("2026-W16", "")]);
    assert_eq!(timeline.in_week(week("2026-W14")), Presence::Left);
    let overlapping = history(&[("2026-03-09", Stage::Incubating)]);
    let timeline = Timeline::of([overlapping.as_slice(), first.as_slice()]).unwrap();
    assert_eq!(timeline.spans(), [span("2026-W10", "")]);
}

#[test]
fn changes_that_do_not_hang_together_are_no_history() {
    let good = history(&[("2026-03-02", Stage::Agreement), ("2026-03-09", Stage::Incubating)]);
    let with = |change: StageChange| reporting_spans(&[good[0], change]);
    assert_eq!(
        with(StageChange { on: day("2026-03-01"), ..good[1] }),
        Err(HistoryFault::ChangeBeforePrevious { at: 1 })
    );
    assert_eq!(with(StageChange { from: None, ..good[1] }), Err(HistoryFault::BeginsTwice { at: 1 }));
    assert_eq!(
        with(StageChange { from: Some(Stage::Suspended), ..good[1] }),
        Err(HistoryFault::LeavesAnotherStage { at: 1, stood: Stage::Agreement, from: Stage::Suspended })
    );
    assert_eq!(
        with(StageChange { to: Stage::Hatched, ..good[1] }),
        Err(HistoryFault::NoSuchStep { at: 1, from: Stage::Agreement, to: Stage::Hatched })
    );
    assert_eq!(reporting_spans(&good[1..]), Err(HistoryFault::BeginningMissing { from: Stage::Agreement }));
    assert_eq!(reporting_spans(&[]), Ok(vec![]));
}

const FIRST: &str = "2025-12-01";
const WEEKS: i64 = 120;

/// Incubations that walk the table of transitions at random.
fn incubation() -> impl Strategy<Value = Vec<StageChange>> {
    let beginnings: Vec<Stage> = [Stage::Draft, Stage::Agreement].into_iter().chain(Stage::IMPORTED.to_vec()).collect();
    let steps = prop::collection::vec((0usize..64, 0u64..40), 0..16);
    (prop::sample::select(beginnings), 0u64..300, steps).prop_map(|(first, after, steps)| {
        let mut on = day(FIRST) + Days::new(after);
        let mut changes = vec![StageChange { from: None, to: first, on }];
        let mut at = first;
        for (choice, days) in steps {
            let ways: Vec<Stage> = Stage::ALL.iter().copied().filter(|to| at.leads_to(*to)).collect();
            let Some(&to) = ways.get(choice % ways.len().max(1)) else { break };
            on = on + Days::new(days);
            changes.push(StageChange { from: Some(at), to, on });
            at = to;
        }
        changes
    })
}

fn all_weeks() -> Vec<Week> {
    let first = Week::of(day(FIRST));
    first.through(first.plus(WEEKS)).collect()
}

proptest! {
    #[test]
    fn spans_are_sorted_disjoint_and_apart(incubations in prop::collection::vec(incubation(), 0..4)) {
        let spans = Timeline::of(incubations.iter().map(Vec::as_slice)).unwrap().spans();
        for pair in spans.windows(2) {
            prop_assert!(pair[0].last.is_some_and(|last| last.next() < pair[1].first));
        }
        for span in &spans {
            prop_assert!(span.last.is_none_or(|last| span.first <= last));
        }
    }

    #[test]
    fn never_more_weeks_are_asked_for_than_there_are(incubations in prop::collection::vec(incubation(), 0..4)) {
        let spans = Timeline::of(incubations.iter().map(Vec::as_slice)).unwrap().spans();
        let weeks = all_weeks();
        let asked: usize = spans.iter().map(|span| weeks.iter().filter(|week| span.contains(**week)).count()).sum();
        prop_assert!(asked <= weeks.len());
    }

    #[test]
    fn a_week_is_in_a_span_exactly_when_it_is_reporting_time(incubations in prop::collection::vec(incubation(), 0..4)) {
        let timeline = Timeline::of(incubations.iter().map(Vec::as_slice)).unwrap();
        let spans = timeline.spans();
        for week in all_weeks() {
            let reporting = timeline.in_week(week) == Presence::Reporting;
            prop_assert_eq!(spans.iter().any(|span| span.contains(week)), reporting, "{}", week);
        }
    }

    #[test]
    fn a_week_with_a_suspended_day_is_never_asked_for(changes in incubation()) {
        let spans = reporting_spans(&changes).unwrap();
        let ends = changes.iter().skip(1).map(|change| Some(change.on)).chain([None]);
        for (change, end) in changes.iter().zip(ends) {
            let lasted = end.is_none_or(|end| end > change.on);
            if change.to == Stage::Suspended && lasted {
                prop_assert!(!spans.iter().any(|span| span.contains(Week::of(change.on))));
            }
        }
    }
}
