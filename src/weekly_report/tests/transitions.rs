//! The table of states, and what a reopening allows.

use super::{at, draft};
use crate::weekly_report::{Action, By, Draft, Field, OutOfReopening, Refusal, Reopening, ReopeningFault, State};

const TABLE: &[(State, Action, By, State)] = &[
    (State::Draft, Action::Submit, By::Author, State::Submitted),
    (State::Returned, Action::Submit, By::Author, State::Submitted),
    (State::Withdrawn, Action::Submit, By::Author, State::Submitted),
    (State::Submitted, Action::Withdraw, By::Author, State::Withdrawn),
    (State::Submitted, Action::Accept, By::Reviewer, State::Accepted),
    (State::Submitted, Action::Return, By::Reviewer, State::Returned),
    (State::Accepted, Action::Reopen, By::Reviewer, State::Returned),
];

#[test]
fn every_state_and_action_and_actor_does_what_the_table_says() {
    for &state in State::ALL {
        for &action in Action::ALL {
            for &by in By::ALL {
                let row = TABLE.iter().find(|row| (row.0, row.1, row.2) == (state, action, by));
                assert_eq!(state.next(action, by).ok(), row.map(|row| row.3), "{state} {action} {by}");
            }
        }
    }
}

#[test]
fn an_accepted_report_is_not_withdrawn() {
    let refusal = Refusal::NoSuchStep { state: State::Accepted, action: Action::Withdraw };
    assert_eq!(State::Accepted.next(Action::Withdraw, By::Author), Err(refusal));
}

#[test]
fn a_report_is_open_exactly_where_it_can_be_submitted() {
    for &state in State::ALL {
        assert_eq!(state.is_open(), state.next(Action::Submit, By::Author).is_ok(), "{state}");
        assert_ne!(state.is_open(), state.is_filed(), "{state}");
    }
}

#[test]
fn a_reopening_has_a_reason_a_scope_and_an_end_ahead() {
    let (now, later) = (at("2026-04-13 01:00"), at("2026-04-15 10:00"));
    let open = |reason, scope: &[Field], until| Reopening::new(reason, scope.iter().copied(), until, now);
    assert_eq!(open(" ", &[Field::Done], later), Err(ReopeningFault::ReasonMissing));
    assert_eq!(open("人次有误", &[], later), Err(ReopeningFault::NothingInScope));
    assert_eq!(open("人次有误", &[Field::Done], now), Err(ReopeningFault::EndNotAhead));
    assert!(open("人次有误", &[Field::Attendances], later).is_ok());
}

#[test]
fn only_what_was_reopened_may_change_and_only_until_its_end() {
    let (now, until) = (at("2026-04-13 01:00"), at("2026-04-15 10:00"));
    let reopening = Reopening::new("人次有误", [Field::Attendances], until, now).unwrap();
    let within = Draft { attendances: "61".to_owned(), ..draft() };
    let beyond = Draft { done: "别的".to_owned(), ..within.clone() };
    assert_eq!(reopening.allows(&draft(), &within, until), Ok(()));
    assert_eq!(reopening.allows(&draft(), &beyond, now), Err(OutOfReopening::Fields(vec![Field::Done.into()])));
    assert_eq!(reopening.allows(&draft(), &within, at("2026-04-15 10:01")), Err(OutOfReopening::Ended));
}
