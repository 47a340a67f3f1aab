use chrono::{DateTime, Utc};

use super::points;
use crate::assessment::{Action, By, Decision, Objection, ObjectionRefusal, Refusal, State, is_rated};

#[test]
fn every_state_and_action_and_actor_does_what_the_table_says() {
    // `true`: only once the step before is overdue.
    let table = [
        (State::Open, Action::SelfScore, By::Subject, State::SelfScored, false),
        (State::Open, Action::Score, By::Scorer, State::Scored, true),
        (State::SelfScored, Action::Score, By::Scorer, State::Scored, false),
        (State::SentBack, Action::Score, By::Scorer, State::Scored, false),
        (State::Scored, Action::SendBack, By::Checker, State::SentBack, false),
        (State::Scored, Action::Confirm, By::Checker, State::Confirmed, false),
        (State::Open, Action::Confirm, By::Checker, State::Confirmed, true),
        (State::SelfScored, Action::Confirm, By::Checker, State::Confirmed, true),
        (State::SentBack, Action::Confirm, By::Checker, State::Confirmed, true),
        (State::Confirmed, Action::Publish, By::Checker, State::Published, false),
        (State::Published, Action::Seal, By::Program, State::Sealed, false),
    ];
    for &state in State::ALL {
        for &action in Action::ALL {
            for &by in By::ALL {
                let row = table.iter().find(|row| (row.0, row.1, row.2) == (state, action, by));
                let said = format!("{state} {action} {by}");
                assert_eq!(state.next(action, by, true).ok(), row.map(|row| row.3), "{said}, overdue");
                let in_time = row.filter(|row| !row.4).map(|row| row.3);
                assert_eq!(state.next(action, by, false).ok(), in_time, "{said}, in time");
            }
        }
    }
    assert_eq!(State::Open.next(Action::Score, By::Scorer, false), Err(Refusal::StepBeforeNotOverdue));
}

#[test]
fn a_sheet_waits_for_somebody_until_it_is_sealed() {
    for &state in State::ALL {
        let waits = state.waits_for();
        let goes_on = waits.is_some_and(|by| Action::ALL.iter().any(|action| state.next(*action, by, false).is_ok()));
        assert_eq!(goes_on, state != State::Sealed, "{state}");
    }
}

#[test]
fn fewer_than_six_weeks_are_not_rated() {
    assert_eq!([0, 5, 6, 13].map(is_rated), [false, false, true, true]);
}

fn time(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").parse().unwrap()
}

#[test]
fn a_line_is_objected_to_once_within_the_window() {
    let (until, within, after) = (time("2026-04-28T10:00"), time("2026-04-28T10:00"), time("2026-04-28T10:01"));
    let make = |state, words, others: &[Objection], now| Objection::make(state, "quality", words, others, until, now);
    let made = make(State::Published, " 有补充材料 ", &[], within).unwrap();
    assert_eq!((made.words.as_str(), &made.decision), ("有补充材料", &None));
    for (state, words, others, now, refusal) in [
        (State::Confirmed, "有", vec![], within, ObjectionRefusal::NotPublished),
        (State::Sealed, "有", vec![], within, ObjectionRefusal::NotPublished),
        (State::Published, "有", vec![], after, ObjectionRefusal::WindowOver),
        (State::Published, "有", vec![made.clone()], within, ObjectionRefusal::LineTaken),
        (State::Published, "  ", vec![], within, ObjectionRefusal::WordsMissing),
    ] {
        assert_eq!(make(state, words, &others, now), Err(refusal));
    }
}

#[test]
fn a_sheet_seals_when_the_window_is_over_and_no_objection_is_open() {
    let (until, after) = (time("2026-04-28T10:00"), time("2026-04-28T10:01"));
    let open = Objection::make(State::Published, "quality", "有", &[], until, until).unwrap();
    let rejected = Objection { decision: Some(Decision::Rejected { reason: "无据".into() }), ..open.clone() };
    let upheld = Decision::Upheld { points: points("6"), reason: "属实".into() };
    let upheld = Objection { decision: Some(upheld), ..open.clone() };
    assert!(!Objection::allow_seal(&[], until, until), "the window is still open");
    assert!(Objection::allow_seal(&[], until, after));
    assert!(!Objection::allow_seal(&[rejected.clone(), open], until, after));
    assert!(Objection::allow_seal(&[rejected, upheld], until, after));
}
