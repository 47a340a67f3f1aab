//! The rules of trainings: tables of cases, and what holds whoever comes.

mod coming;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Action, Closed, Field, Invited, Refusal, State, Training, TrainingText, signing_in};
use crate::record::Fault;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn typed() -> TrainingText {
    TrainingText {
        title: "民非会计制度".into(),
        topic: "finance".into(),
        teacher: "刘静".into(),
        held_on: "2026-04-09".into(),
        begins_at: "14:30".into(),
        hours: "2.5".into(),
        place: "基地三楼".into(),
        invite: "all".into(),
        ..TrainingText::default()
    }
}

fn fields(typed: &TrainingText) -> Vec<Field> {
    let judged = Training::judge(typed, day("2026-04-01"));
    judged.err().unwrap_or_default().into_iter().map(|problem| problem.field).collect()
}

#[test]
fn every_state_and_action_leads_where_the_table_says() {
    let (held_on, today) = (day("2026-04-09"), day("2026-04-09"));
    let table = [
        (State::Planned, Action::Hold, State::Held),
        (State::Planned, Action::Cancel, State::Cancelled),
        (State::Held, Action::Reopen, State::Planned),
        (State::Cancelled, Action::Reopen, State::Planned),
    ];
    for &state in State::ALL {
        for &action in Action::ALL {
            let row = table.iter().find(|row| (row.0, row.1) == (state, action));
            assert_eq!(state.next(action, held_on, today).ok(), row.map(|row| row.2), "{state} {action}");
        }
    }
    let early = State::Planned.next(Action::Hold, held_on, day("2026-04-08"));
    assert_eq!(early, Err(Refusal::NotYet), "nothing has taken place before its day");
}

#[test]
fn one_signs_in_on_the_day_and_on_no_other() {
    let held_on = day("2026-04-09");
    for (state, today, expected) in [
        (State::Planned, "2026-04-08", Err(Closed::NotYet)),
        (State::Planned, "2026-04-09", Ok(())),
        (State::Held, "2026-04-09", Ok(())),
        (State::Held, "2026-04-10", Err(Closed::Over)),
        (State::Cancelled, "2026-04-09", Err(Closed::Cancelled)),
    ] {
        assert_eq!(signing_in(state, held_on, day(today)), expected, "{state} {today}");
    }
    assert!(State::Planned.is_unsettled(held_on, day("2026-04-10")));
    assert!(!State::Planned.is_unsettled(held_on, held_on));
    assert!(!State::Held.is_unsettled(held_on, day("2026-04-10")));
}

#[test]
fn a_session_is_read_in_minutes() {
    let read = Training::judge(&typed(), day("2026-04-01")).unwrap();
    assert_eq!((read.begins_at, read.minutes, read.invited), (14 * 60 + 30, 150, Invited::All));
    for (hours, minutes) in
        [("1", Some(60)), ("0.25", Some(15)), ("１．５", Some(90)), ("2.50小时", Some(150)), ("24", Some(1440))]
            .into_iter()
            .chain(["0", "0.2", "24.25", "-1", "两", "1.5.5", "+2"].map(|text| (text, None)))
    {
        let read = Training::judge(&TrainingText { hours: hours.into(), ..typed() }, day("2026-04-01"));
        assert_eq!(read.map(|read| read.minutes).ok(), minutes, "{hours}");
    }
    for (time, minute) in [("9:05", Some(545)), ("09：30", Some(570)), ("0:00", Some(0)), ("23:59", Some(1439))]
        .into_iter()
        .chain(["24:00", "9", "9:60", "9:+5", "930"].map(|text| (text, None)))
    {
        let read = Training::judge(&TrainingText { begins_at: time.into(), ..typed() }, day("2026-04-01"));
        assert_eq!(read.map(|read| read.begins_at).ok(), minute, "{time}");
    }
}

#[test]
fn what_is_missing_is_told_in_the_order_of_the_form() {
    let expected = [
        Field::Title,
        Field::Topic,
        Field::Teacher,
        Field::HeldOn,
        Field::BeginsAt,
        Field::Hours,
        Field::Place,
        Field::Invite,
    ];
    assert_eq!(fields(&TrainingText::default()), expected);
}

#[test]
fn somebody_is_invited_from_within_the_base_or_from_outside() {
    let these = TrainingText { invite: "these".into(), ..typed() };
    assert_eq!(fields(&these), [Field::Organisations], "nobody is invited");
    let outside = TrainingText {
        outsiders: "石峰区慈善会\n\n石峰区慈善会\n街道 社工站".into(), ..these.clone()
    };
    let read = Training::judge(&outside, day("2026-04-01")).unwrap();
    assert_eq!(read.outsiders, ["石峰区慈善会", "街道社工站"], "each once");
    let id = Uuid::from_u128(7);
    let twice = TrainingText { organisations: vec![id.to_string(), id.to_string()], ..these.clone() };
    assert_eq!(Training::judge(&twice, day("2026-04-01")).unwrap().invited, Invited::These(vec![id]));
    let wrong = TrainingText { organisations: vec!["春晖".into()], ..these };
    assert_eq!(fields(&wrong), [Field::Organisations]);
}

#[test]
fn a_time_that_is_none_is_told_from_one_that_is_missing() {
    let fault = |begins_at: &str| {
        let read = Training::judge(&TrainingText { begins_at: begins_at.into(), ..typed() }, day("2026-04-01"));
        read.unwrap_err()[0].fault
    };
    assert_eq!(fault("下午"), Fault::NotATime);
    assert_eq!(fault(" "), Fault::Typed(crate::typed::Fault::Required));
}
