//! Whether a report is expected, and what the matrix shows.

use proptest::prelude::*;
use uuid::Uuid;

use super::{at, week};
use crate::incubation::Presence;
use crate::weekly_report::{
    Cadence, Cell, Circumstances, Content, Excuse, Expectation, Judgement, Rate, Timeliness, Why,
};

fn expected(presence: Presence, cadence: Cadence, due: bool, excuse: Option<&Excuse>) -> Expectation {
    let due_at = due.then(|| at("2026-04-10 10:00"));
    Expectation::of(week("2026-W15"), &Circumstances { presence, cadence, due_at, excuse })
}

fn excuse() -> Excuse {
    Excuse { by: Uuid::nil(), reason: "台风停工".to_owned() }
}

#[test]
fn a_week_without_a_working_day_asks_for_no_report() {
    let expectation = expected(Presence::Reporting, Cadence::Weekly, false, None);
    assert_eq!(expectation, Expectation::NotExpected(Why::NoWorkingDay));
}

#[test]
fn the_reason_that_outweighs_the_others_is_given() {
    let none = Cadence::None;
    let cases = [
        (Presence::NotYetAdmitted, none, false, Why::NotYetAdmitted),
        (Presence::Suspended, none, false, Why::Suspended),
        (Presence::Left, none, false, Why::Left),
        (Presence::Reporting, none, false, Why::NoWorkingDay),
        (Presence::Reporting, none, true, Why::Cadence),
        (Presence::Reporting, Cadence::Weekly, true, Why::Excused(excuse())),
    ];
    for (presence, cadence, due, why) in cases {
        assert_eq!(expected(presence, cadence, due, Some(&excuse())), Expectation::NotExpected(why));
    }
    let due_at = at("2026-04-10 10:00");
    assert_eq!(expected(Presence::Reporting, Cadence::Weekly, true, None), Expectation::Expected { due_at });
}

#[test]
fn a_cadence_of_two_weeks_asks_in_every_other_week_across_the_year() {
    let cadence = Cadence::every(2, week("2026-W52")).unwrap();
    for (name, asks) in [("2026-W50", true), ("2026-W51", false), ("2026-W53", false), ("2027-W01", true)] {
        assert_eq!(cadence.asks_in(week(name)), asks, "{name}");
    }
}

#[test]
fn a_cadence_is_read_back_as_it_is_written() {
    for text in ["weekly", "none", "every_2_from_2026-W10", "every_13_from_2026-W53"] {
        assert_eq!(text.parse::<Cadence>().unwrap().to_string(), text);
    }
    for text in ["", "every_1_from_2026-W10", "every_14_from_2026-W10", "every_2_from_2025-W53", "every_2"] {
        assert!(text.parse::<Cadence>().is_err(), "{text}");
    }
}

#[test]
fn a_cell_is_made_of_the_three_facts() {
    let due = expected(Presence::Reporting, Cadence::Weekly, true, None);
    let excused = expected(Presence::Reporting, Cadence::Weekly, true, Some(&excuse()));
    let left = expected(Presence::Left, Cadence::Weekly, true, None);
    let (report, nothing) = (Some(Content::Report), Some(Content::NothingToReport));
    let late = Timeliness::Late { minutes: 5 };
    let cases = [
        (&due, Timeliness::Pending, None, Cell::Pending),
        (&due, Timeliness::Missing, None, Cell::Missing),
        (&due, Timeliness::OnTime, report, Cell::OnTime),
        (&due, Timeliness::OnTime, nothing, Cell::OnTimeNothing),
        (&due, late, nothing, Cell::Late { minutes: 5, counts: true }),
        (&excused, Timeliness::Missing, None, Cell::Excused(excuse())),
        (&left, Timeliness::OnTime, report, Cell::NotExpected(Why::Left)),
    ];
    for (expectation, timeliness, content, cell) in cases {
        assert_eq!(Cell::of(expectation, Judgement { timeliness, counts: true }, content), cell);
        let sent = serde_json::to_string(&cell).unwrap();
        assert_eq!(serde_json::from_str::<Cell>(&sent).unwrap(), cell, "{sent}");
    }
}

#[test]
fn on_time_is_one_late_is_half_and_missing_is_nothing() {
    let late = Cell::Late { minutes: 1, counts: true };
    let uncounted = Cell::Late { minutes: 1, counts: false };
    let cells = [Cell::OnTime, Cell::OnTimeNothing, late, uncounted, Cell::Missing];
    assert_eq!(cells.iter().collect::<Rate>(), Rate::new(5, 5).unwrap());
}

#[test]
fn excused_pending_and_unexpected_weeks_are_in_neither_part() {
    let cells = [Cell::Pending, Cell::Excused(excuse()), Cell::NotExpected(Why::Suspended)];
    let rate: Rate = cells.iter().collect();
    assert_eq!((rate, rate.basis_points()), (Rate::default(), None));
}

#[test]
fn a_rate_is_shown_in_basis_points_rounded_half_up() {
    for (halves, expected, points) in
        [(0, 3, 0), (1, 1, 5000), (24, 13, 9231), (2, 3, 3333), (4, 3, 6667), (1, 16, 313)]
    {
        assert_eq!(Rate::new(halves, expected).unwrap().basis_points(), Some(points), "{halves}/{expected}");
    }
    assert!(Rate::new(3, 1).is_err());
    assert!(serde_json::from_str::<Rate>(r#"{"numerator_halves":3,"expected":1}"#).is_err());
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Pending),
        Just(Cell::OnTime),
        Just(Cell::OnTimeNothing),
        Just(Cell::Missing),
        Just(Cell::Excused(excuse())),
        Just(Cell::NotExpected(Why::Left)),
        (1u32.., any::<bool>()).prop_map(|(minutes, counts)| Cell::Late { minutes, counts }),
    ]
}

proptest! {
    #[test]
    fn no_rate_exceeds_a_hundred_percent(cells in prop::collection::vec(cell(), 0..60)) {
        let rate: Rate = cells.iter().collect();
        prop_assert!(rate.numerator_halves() <= 2 * rate.expected());
        prop_assert!(rate.basis_points().is_none_or(|points| points <= 10_000));
        prop_assert!(rate.expected() as usize <= cells.len());
    }

    #[test]
    fn the_rate_of_all_is_the_sum_of_the_rates(cells in prop::collection::vec(cell(), 0..60), cut in 0usize..60) {
        let (one, other) = cells.split_at(cut.min(cells.len()));
        let sum: Rate = [one, other].into_iter().map(|part| part.iter().collect::<Rate>()).sum();
        prop_assert_eq!(sum, cells.iter().collect::<Rate>());
    }

    #[test]
    fn even_the_largest_sums_stay_within_a_hundred_percent(halves in any::<u32>(), expected in any::<u32>()) {
        if let Ok(rate) = Rate::new(halves, expected) {
            prop_assert!((rate + rate + rate).basis_points().is_none_or(|points| points <= 10_000));
        }
    }
}
