use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    assessment::{Action, Occasion, State, Timetable},
    calendar::Calendar,
};

fn of(of_base: bool, occasion: &str) -> Timetable {
    let occasion: Occasion = occasion.parse().unwrap();
    let opened_on = "2026-04-01".parse().unwrap();
    Timetable::of(of_base, occasion, opened_on, &Calendar::shipped(), chrono_tz::Asia::Shanghai)
}

/// From the first of April on.
const EXIT: &str = "exit-0195f0a0-0000-7000-8000-000000000000";

/// 18:00 in the base.
fn evening(day: &str) -> DateTime<Utc> {
    format!("{day}T18:00:00+08:00").parse().unwrap()
}

#[test]
fn steps_are_due_on_working_days_after_the_quarter() {
    // Qingming lies within the first, National Day within the second.
    for (of_base, quarter, facts, own, score, check) in [
        (false, "2026-Q1", "2026-04-07", "2026-04-08", "2026-04-15", "2026-04-22"),
        (true, "2026-Q1", "2026-04-23", "2026-04-24", "2026-04-29", "2026-04-29"),
        (false, "2026-Q3", "2026-10-12", "2026-10-13", "2026-10-20", "2026-10-27"),
        (false, "2025", "2026-02-12", "2026-02-13", "2026-02-26", "2026-03-04"),
        (false, EXIT, "2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23"),
        (true, "2025", "2026-02-12", "2026-02-13", "2026-03-04", "2026-03-04"),
    ] {
        let found = of(of_base, quarter);
        let expected = [facts, own, score, check].map(evening);
        assert_eq!([found.facts, found.own, found.score, found.check], expected, "{quarter} {of_base}");
    }
}

#[test]
fn a_step_is_late_after_its_last_instant_and_the_window_says_it_of_a_published_sheet() {
    let timetable = of(false, "2026-Q1");
    for (state, due) in [
        (State::Open, Some("2026-04-08")),
        (State::SelfScored, Some("2026-04-15")),
        (State::Scored, Some("2026-04-22")),
        (State::SentBack, Some("2026-04-22")),
        (State::Confirmed, Some("2026-04-22")),
        (State::Published, None),
        (State::Sealed, None),
    ] {
        assert_eq!(timetable.due(state), due.map(evening), "{state}");
        let late = |after| due.is_some_and(|due| timetable.is_overdue(state, Action::Score, evening(due) + after));
        assert!(!late(TimeDelta::zero()), "{state}");
        assert_eq!(late(TimeDelta::milliseconds(1)), due.is_some(), "{state}");
    }
}

#[test]
fn whoever_confirms_what_nobody_touched_waits_for_both_parties() {
    let timetable = of(false, "2026-Q1");
    let late = |state, day| timetable.is_overdue(state, Action::Confirm, evening(day) + TimeDelta::milliseconds(1));
    assert_eq!(["2026-04-08", "2026-04-15"].map(|day| late(State::Open, day)), [false, true]);
    assert!(!timetable.is_overdue(State::Open, Action::Confirm, evening("2026-04-15")));
    assert!(late(State::SelfScored, "2026-04-15"));
}
