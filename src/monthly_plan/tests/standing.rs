use chrono::{TimeDelta, TimeZone, Utc};

use super::april;
use crate::{
    incubation::Span,
    monthly_plan::{Action, By, Refusal, Standing, State, is_expected},
};

/// Every step that leads somewhere: from, by what, of whom, to, and whether a version has to stand for it.
const STEPS: &[(State, Action, By, State, bool)] = &[
    (State::Draft, Action::Submit, By::Author, State::Submitted, false),
    (State::Returned, Action::Submit, By::Author, State::Submitted, false),
    (State::Submitted, Action::Withdraw, By::Author, State::Draft, false),
    (State::Submitted, Action::Approve, By::Approver, State::Approved, false),
    (State::Submitted, Action::Return, By::Approver, State::Returned, false),
    (State::Approved, Action::Change, By::Author, State::Draft, false),
    (State::Draft, Action::Discard, By::Author, State::Approved, true),
    (State::Returned, Action::Discard, By::Author, State::Approved, true),
    (State::Submitted, Action::Discard, By::Author, State::Approved, true),
    (State::Approved, Action::Close, By::Author, State::Closed, false),
];

#[test]
fn a_plan_goes_the_ways_of_the_table_and_no_others() {
    for &state in State::ALL {
        for &action in Action::ALL {
            for &by in By::ALL {
                for stands in [false, true] {
                    let found = state.next(action, by, stands);
                    let way = STEPS.iter().find(|step| (step.0, step.1, step.2) == (state, action, by));
                    match way.filter(|step| stands || !step.4) {
                        Some(step) => assert_eq!(found, Ok(step.3)),
                        None => assert!(found.is_err(), "{state} {action} {by} {stands}: {found:?}"),
                    }
                }
            }
        }
    }
    let foreign = State::Submitted.next(Action::Approve, By::Author, false);
    assert_eq!(foreign, Err(Refusal::NotTheirs { action: Action::Approve, by: By::Author }));
}

#[test]
fn what_nobody_decided_on_in_time_counts_as_approved() {
    let end = Utc.with_ymd_and_hms(2026, 3, 30, 10, 0, 0).unwrap();
    let waiting = |now| Standing::at(State::Submitted, Some(end), now);
    assert_eq!(waiting(end), Standing { state: State::Submitted, by_lapse: false }, "until the very end it waits");
    let later = end + TimeDelta::seconds(1);
    assert_eq!(waiting(later), Standing { state: State::Approved, by_lapse: true });
    let returned = Standing::at(State::Returned, Some(end), later);
    assert_eq!(returned, Standing { state: State::Returned, by_lapse: false }, "what was decided on does not lapse");
}

#[test]
fn a_plan_is_asked_of_whoever_is_there_from_the_months_first_week_on() {
    let span = |first: &str, last: Option<&str>| Span {
        first: first.parse().unwrap(),
        last: last.map(|week| week.parse().unwrap()),
    };
    // April 2026 begins with the week of its first Thursday, the 2nd: week 14.
    for (spans, expected) in [
        (vec![span("2026-W14", None)], true),
        (vec![span("2026-W15", None)], false),
        (vec![span("2025-W40", Some("2026-W13"))], false),
        (vec![span("2025-W40", Some("2026-W14"))], true),
        (vec![span("2025-W40", Some("2026-W02")), span("2026-W10", None)], true),
        (vec![], false),
    ] {
        assert_eq!(is_expected(&spans, april()), expected, "{spans:?}");
    }
}
