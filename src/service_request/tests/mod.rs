//! The rules of service requests: tables of cases, and what holds for every day.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{
    AcceptText, Accepted, Action, Asking, AskingText, By, Fault, Field, HelpKind, LONGEST_WORDS, Problem, Rating,
    RatingText, Refusal, State, Timely, advice_asked_for, default_due, said,
};
use crate::{calendar::Calendar, typed};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn fields(problems: Vec<Problem>) -> Vec<Field> {
    problems.into_iter().map(|problem| problem.field).collect()
}

#[test]
fn every_state_and_action_and_actor_does_what_the_table_says() {
    let table = [
        (State::Asked, Action::Accept, By::Operator, State::UnderWay),
        (State::Asked, Action::Decline, By::Operator, State::Declined),
        (State::Asked, Action::Withdraw, By::Organisation, State::Withdrawn),
        (State::UnderWay, Action::Accept, By::Operator, State::UnderWay),
        (State::UnderWay, Action::Finish, By::Operator, State::Done),
        (State::UnderWay, Action::Withdraw, By::Organisation, State::Withdrawn),
        (State::Done, Action::Rate, By::Organisation, State::Rated),
        (State::Done, Action::Reopen, By::Organisation, State::UnderWay),
    ];
    for &state in State::ALL {
        for &action in Action::ALL {
            for &by in By::ALL {
                let row = table.iter().find(|row| (row.0, row.1, row.2) == (state, action, by));
                assert_eq!(state.next(action, by, false).ok(), row.map(|row| row.3), "{state} {action} {by}");
            }
        }
    }
    let again = State::Done.next(Action::Reopen, By::Organisation, true);
    assert_eq!(again, Err(Refusal::ReopenedBefore), "once is all");
}

#[test]
fn whoever_a_request_waits_for_can_do_something_with_it() {
    for &state in State::ALL {
        let can = |by: By| Action::ALL.iter().any(|action| state.next(*action, by, false).is_ok());
        assert!(state.waits_for().is_none_or(can), "{state}");
    }
}

#[test]
fn what_falls_due_in_a_quarter_was_asked_for_on_days_without_a_gap() {
    let calendar = Calendar::shipped();
    for (from, to, asked) in [
        // 1 to 3 January 2026 are off, and Sunday the 4th is worked.
        ("2026-01-01", "2026-03-31", Some(("2025-12-29", "2026-03-26"))),
        ("2026-04-14", "2026-04-14", Some(("2026-04-09", "2026-04-09"))),
        // Nothing falls due on a day off.
        ("2026-04-18", "2026-04-19", None),
    ] {
        let asked = asked.map(|(first, last)| day(first)..=day(last));
        assert_eq!(advice_asked_for(&(day(from)..=day(to)), &calendar), asked, "{from} to {to}");
    }
}

#[test]
fn advice_is_due_after_three_working_days_and_all_else_after_ten() {
    let calendar = Calendar::shipped();
    for (kind, asked_on, due_on) in [
        (HelpKind::PolicyAdvice, "2026-04-09", "2026-04-14"),
        (HelpKind::Training, "2026-04-09", "2026-04-23"),
        // Spring Festival lies between, and Saturday the 14th and the 28th are worked.
        (HelpKind::PolicyAdvice, "2026-02-12", "2026-02-24"),
    ] {
        assert_eq!(default_due(kind, day(asked_on), &calendar), day(due_on), "{kind} {asked_on}");
    }
}

#[test]
fn in_time_is_up_to_the_day_itself() {
    let due = day("2026-04-14");
    for (done_on, today, expected) in [
        (None, "2026-04-14", Timely::Pending),
        (None, "2026-04-15", Timely::Overdue),
        (Some("2026-04-14"), "2026-05-01", Timely::OnTime),
        (Some("2026-04-15"), "2026-05-01", Timely::Late),
    ] {
        assert_eq!(Timely::of(due, done_on.map(day), day(today)), expected, "{done_on:?} {today}");
    }
}

#[test]
fn everything_of_a_request_and_of_its_acceptance_is_required() {
    assert_eq!(fields(Asking::judge(&AskingText::default()).unwrap_err()), [Field::Kind, Field::Words]);
    let today = day("2026-04-09");
    let accepted = Accepted::judge(&AcceptText::default(), today).unwrap_err();
    assert_eq!(fields(accepted), [Field::Kind, Field::Owner, Field::DueOn]);
    let past = AcceptText { kind: "training".into(), owner: "周敏".into(), due_on: "2026-04-08".into() };
    let expected = vec![Problem { field: Field::DueOn, fault: Fault::InThePast { today } }];
    assert_eq!(Accepted::judge(&past, today), Err(expected));
    assert!(Accepted::judge(&AcceptText { due_on: "2026-04-09".into(), ..past }, today).is_ok(), "today is no past");
}

#[test]
fn a_rating_is_one_to_five_and_words_are_welcome() {
    for (typed, stars) in [("1", Some(1)), (" 5 ", Some(5)), ("0", None), ("6", None), ("", None), ("好", None)] {
        let found = Rating::judge(&RatingText { rating: typed.into(), words: String::new() });
        assert_eq!(found.map(|rating| rating.stars).ok(), stars, "{typed}");
    }
}

#[test]
fn words_are_bounded() {
    let limit = LONGEST_WORDS;
    let long = "字".repeat(limit + 1);
    let fault = Fault::Typed(typed::Fault::TooLong { limit, found: limit + 1 });
    assert_eq!(said(&long), Err(vec![Problem { field: Field::Words, fault }]));
    assert_eq!(said("  好  "), Ok("好".to_owned()));
}

proptest! {
    #[test]
    fn a_proposed_day_is_worked_and_lies_ahead(days in 0_u64..700) {
        let calendar = Calendar::shipped();
        let asked_on = day("2024-06-01") + Days::new(days);
        for &kind in HelpKind::ALL {
            let due = default_due(kind, asked_on, &calendar);
            prop_assert!(due > asked_on && calendar.is_working_day(due), "{} {}", kind, asked_on);
        }
    }
}

#[test]
fn advice_that_is_declined_after_its_day_is_late_and_before_is_held_against_nobody() {
    let due_on = day("2026-03-17");
    for (state, since, done_on, expected) in [
        (State::Withdrawn, "2026-03-20", None, None),
        (State::Declined, "2026-03-12", None, None),
        (State::Declined, "2026-03-17", None, None),
        (State::Declined, "2026-03-18", None, Some(Timely::Late)),
        (State::Asked, "2026-03-12", None, Some(Timely::Overdue)),
        (State::UnderWay, "2026-03-18", None, Some(Timely::Overdue)),
        (State::Done, "2026-03-17", Some("2026-03-17"), Some(Timely::OnTime)),
        (State::Rated, "2026-03-19", Some("2026-03-18"), Some(Timely::Late)),
    ] {
        let found = Timely::of_advice(due_on, (state, day(since)), done_on.map(day), day("2026-03-31"));
        assert_eq!(found, expected, "{state} {since}");
    }
}
