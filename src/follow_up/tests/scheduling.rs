use chrono::{Datelike, Days, TimeDelta};
use proptest::prelude::*;

use super::{any_day, day};
use crate::{
    follow_up::{Action, Age, By, Due, Hatching, LEEWAY_DAYS, SignalRaised, Standing, State, schedule, silent_since},
    period::Quarter,
};

fn hatched(on: &str) -> Hatching {
    Hatching { hatched_on: day(on), known_on: day(on), ended_on: None }
}

#[test]
fn a_day_that_the_month_does_not_have_is_its_last() {
    let table = [
        ("2025-08-31", Age::SixMonths, "2026-02-28"),
        ("2023-08-30", Age::SixMonths, "2024-02-29"),
        ("2024-02-29", Age::OneYear, "2025-02-28"),
        ("2024-02-29", Age::FourYears, "2028-02-29"),
        ("2025-05-26", Age::FiveYears, "2030-05-26"),
        ("2025-03-31", Age::SixMonths, "2025-09-30"),
    ];
    for (hatched_on, age, due) in table {
        assert_eq!(Due::of(day(hatched_on), age).on, day(due), "{hatched_on} {age}");
    }
}

#[test]
fn a_visit_counts_in_the_quarter_in_which_its_window_closes() {
    let due = Due::of(day("2025-09-12"), Age::SixMonths);
    assert_eq!((due.on, due.until), (day("2026-03-12"), day("2026-04-11")));
    assert_eq!(due.quarter(), Quarter::new(2026, 2).unwrap());
}

#[test]
fn a_visit_stands_as_its_window_its_day_and_the_end_say() {
    use Standing::{Ahead, Due as Open, Ended, History, Late, Missed, OnTime, Overdue};
    let hatching = hatched("2025-01-15");
    let imported = Hatching { known_on: day("2025-08-15"), ..hatching };
    let imported_early = Hatching { known_on: day("2025-08-14"), ..hatching };
    let ended = |on| Hatching { ended_on: Some(day(on)), ..hatching };
    // Due on 15 July 2025, from 15 June to 14 August; the next window opens on 16 December.
    let table = [
        (hatching, None, "2025-06-14", Ahead),
        (hatching, None, "2025-06-15", Open),
        (hatching, None, "2025-08-14", Open),
        (hatching, None, "2025-08-15", Overdue),
        (hatching, None, "2025-12-15", Overdue),
        (hatching, None, "2025-12-16", Missed),
        (hatching, Some("2025-06-15"), "2025-06-15", OnTime),
        (hatching, Some("2025-08-14"), "2026-01-01", OnTime),
        (hatching, Some("2025-08-15"), "2026-01-01", Late),
        (imported, None, "2025-09-01", History),
        (imported, Some("2025-07-01"), "2025-09-01", History),
        (imported_early, None, "2025-09-01", Overdue),
        (ended("2025-08-14"), None, "2025-09-01", Ended),
        (ended("2025-08-14"), None, "2025-05-01", Ended),
        (ended("2025-08-14"), Some("2025-08-14"), "2025-09-01", OnTime),
        (ended("2025-09-14"), None, "2025-10-01", Missed),
    ];
    let due = Due::of(hatching.hatched_on, Age::SixMonths);
    for (hatching, visited, today, stands) in table {
        assert_eq!(hatching.standing(due, visited.map(day), day(today)), stands, "{visited:?} on {today}");
    }
}

#[test]
fn the_last_visit_can_be_made_up_for_at_any_time() {
    let hatching = hatched("2019-01-15");
    let last = Due::of(hatching.hatched_on, Age::FiveYears);
    assert_eq!(last.late_until, None);
    assert_eq!(hatching.standing(last, None, day("2030-01-01")), Standing::Overdue);
}

#[test]
fn an_extra_visit_is_due_thirty_days_after_its_signal() {
    let due_on = SignalRaised::due_on(day("2026-03-02"));
    assert_eq!(due_on, day("2026-04-01"));
    let at = |visited: Option<&str>, today| Standing::of_extra(due_on, visited.map(day), day(today));
    assert_eq!(at(None, "2026-04-01"), Standing::Due);
    assert_eq!(at(None, "2026-04-02"), Standing::Overdue);
    assert_eq!(at(Some("2026-04-01"), "2026-05-01"), Standing::OnTime);
    assert_eq!(at(Some("2026-04-02"), "2026-05-01"), Standing::Late);
}

#[test]
fn silence_says_something_only_after_three_months_and_an_attempt_in_vain() {
    let last = day("2025-11-30");
    assert_eq!(silent_since(last, true, day("2026-02-27")), None);
    assert_eq!(silent_since(last, true, day("2026-02-28")), Some(last));
    assert_eq!(silent_since(last, false, day("2026-12-31")), None);
}

#[test]
fn every_state_and_action_and_party_does_what_the_table_says() {
    let table = [
        (State::Open, Action::File, By::Operator, State::Filed),
        (State::Filed, Action::TakeBack, By::Operator, State::Open),
        (State::Commented, Action::TakeBack, By::Operator, State::Open),
        (State::Filed, Action::Confirm, By::Organisation, State::Confirmed),
        (State::Commented, Action::Confirm, By::Organisation, State::Confirmed),
        (State::Filed, Action::Comment, By::Organisation, State::Commented),
    ];
    for &state in State::ALL {
        for &action in Action::ALL {
            for &by in By::ALL {
                let row = table.iter().find(|row| (row.0, row.1, row.2) == (state, action, by));
                assert_eq!(state.next(action, by).ok(), row.map(|row| row.3), "{state} {action} {by}");
            }
        }
    }
}

proptest! {
    #[test]
    fn windows_are_in_order_and_never_touch(hatched_on in any_day()) {
        let dues: Vec<Due> = schedule(hatched_on).collect();
        prop_assert_eq!(dues.len(), 6);
        for due in &dues {
            prop_assert!(due.from < due.on && due.on < due.until);
            prop_assert_eq!(due.until - due.from, TimeDelta::days(2 * i64::try_from(LEEWAY_DAYS).unwrap()));
            prop_assert!(due.from > hatched_on);
        }
        for pair in dues.windows(2) {
            prop_assert!(pair[0].until < pair[1].from);
            prop_assert_eq!(pair[0].late_until, Some(pair[1].from - Days::new(1)));
        }
    }

    #[test]
    fn a_due_day_is_the_day_of_hatching_or_the_end_of_its_month(hatched_on in any_day()) {
        for due in schedule(hatched_on) {
            let months = due.on.year() * 12 + due.on.month0().cast_signed()
                - hatched_on.year() * 12 - hatched_on.month0().cast_signed();
            prop_assert_eq!(months, due.age.months().cast_signed());
            let clamped = due.on.day() < hatched_on.day();
            prop_assert!(due.on.day() == hatched_on.day() || clamped && (due.on + Days::new(1)).day() == 1);
        }
    }

    #[test]
    fn on_no_day_do_two_visits_of_one_hatching_wait(hatched_on in any_day(), today in any_day()) {
        let hatching = Hatching { hatched_on, known_on: hatched_on, ended_on: None };
        let open = schedule(hatched_on).filter(|due| hatching.standing(*due, None, today).is_open()).count();
        prop_assert!(open <= 1, "{} are open", open);
    }

    #[test]
    fn a_visit_once_over_is_never_open_again(hatched_on in any_day(), first in any_day(), second in any_day()) {
        let (early, late) = (first.min(second), first.max(second));
        let hatching = Hatching { hatched_on, known_on: hatched_on, ended_on: None };
        for due in schedule(hatched_on) {
            if hatching.standing(due, None, early) == Standing::Missed {
                prop_assert_eq!(hatching.standing(due, None, late), Standing::Missed);
            }
        }
    }
}
