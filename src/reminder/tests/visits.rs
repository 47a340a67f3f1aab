//! Visits to the hatched, and the organisation's word on them.

use uuid::Uuid;

use super::{CHEN, LIN, OURS, ZHOU, at, people, person, report, run, told};
use crate::reminder::{History, Kind, Owed, Party, Person, Step, bearer, overdue};

/// Due by Saturday, 11 April 2026, the last day of its window.
fn visit() -> Owed {
    Owed { kind: Kind::FollowUp, due_at: at("2026-04-11 23:59"), record: "6".to_owned(), ..report(OURS) }
}

/// Filed on Thursday, 2 April: due five working days later.
fn confirmation() -> Owed {
    Owed { kind: Kind::Confirmation, record: "visit".to_owned(), ..report(OURS) }
}

const HE: Uuid = Uuid::from_u128(15);

/// With a second one of the operator's team.
fn team() -> Vec<Person> {
    let of_team = |account, name: &str| Person {
        name: name.to_owned(),
        parties: vec![Party::Operator, Party::Assigned(account)],
        ..person(account, Party::Operator)
    };
    let others = people().into_iter().filter(|one| one.account != ZHOU);
    others.chain([of_team(ZHOU, "周敏"), of_team(HE, "何清")]).collect()
}

#[test]
fn whoever_is_to_go_is_told_two_weeks_and_three_days_ahead_on_the_last_day_and_after() {
    let mut history = History::default();
    let owed = [Owed { assigned: Some(HE), ..visit() }];
    for (now, expected) in [
        // Ten working days before the 11th, with the 6th a day off (Qingming).
        ("2026-03-26 09:00", vec![]),
        ("2026-03-27 09:00", vec![(HE, Step::Ahead)]),
        ("2026-04-07 09:00", vec![]),
        ("2026-04-08 09:00", vec![(HE, Step::Before)]),
        ("2026-04-10 09:00", vec![]),
        ("2026-04-11 09:00", vec![(HE, Step::Due)]),
        ("2026-04-12 09:00", vec![]),
        ("2026-04-13 09:00", vec![(HE, Step::After)]),
        // The whole team, whoever was to go among them.
        ("2026-04-14 09:00", vec![(ZHOU, Step::Operator), (HE, Step::Operator)]),
        ("2026-04-17 09:00", vec![(CHEN, Step::Bureau)]),
        ("2026-05-06 09:00", vec![]),
    ] {
        assert_eq!(told(&run(&owed, &team(), &mut history, at(now))), expected, "{now}");
    }
}

#[test]
fn a_visit_that_nobody_is_named_for_is_told_to_the_whole_team_and_then_to_the_bureau() {
    let mut history = History::default();
    for (now, expected) in [
        ("2026-04-08 09:00", vec![(ZHOU, Step::Before), (HE, Step::Before)]),
        ("2026-04-14 09:00", vec![(ZHOU, Step::After), (HE, Step::After)]),
        ("2026-04-17 09:00", vec![(CHEN, Step::Bureau)]),
    ] {
        assert_eq!(told(&run(&[visit()], &team(), &mut history, at(now))), expected, "{now}");
    }
    let now_named = [Owed { assigned: Some(HE), ..visit() }];
    let again = run(&now_named, &team(), &mut history, at("2026-04-18 09:00"));
    assert_eq!(told(&again), [(ZHOU, Step::Operator), (HE, Step::Operator)], "He has been told of the days before");
}

#[test]
fn an_organisations_word_is_asked_of_it_and_then_told_to_the_operator_alone() {
    let mut history = History::default();
    for (now, expected) in [
        ("2026-04-08 09:00", vec![]),
        ("2026-04-09 09:00", vec![(LIN, Step::Before)]),
        ("2026-04-10 09:00", vec![(LIN, Step::Due)]),
        ("2026-04-13 09:00", vec![(LIN, Step::After)]),
        ("2026-04-14 09:00", vec![(ZHOU, Step::Operator), (HE, Step::Operator)]),
        ("2026-04-17 09:00", vec![]),
    ] {
        assert_eq!(told(&run(&[confirmation()], &team(), &mut history, at(now))), expected, "{now}");
    }
}

#[test]
fn a_name_is_whose_it_is_where_one_of_the_team_bears_it() {
    let twice = [team(), vec![Person { name: "何清".to_owned(), ..person(CHEN, Party::Operator) }]].concat();
    let outside = Vec::from([Person { name: "何清".to_owned(), ..person(CHEN, Party::Bureau) }]);
    for (name, people, expected) in [
        ("何清", &team(), Some(HE)),
        (" 何清 ", &team(), Some(HE)),
        ("何", &team(), None),
        ("", &team(), None),
        ("何清", &twice, None),
        ("何清", &outside, None),
    ] {
        assert_eq!(bearer(name, people), expected, "{name}");
    }
}

#[test]
fn what_is_asked_for_by_hand_is_of_whoever_is_named_and_of_organisations() {
    let owed = [visit(), Owed { assigned: Some(HE), record: "12".to_owned(), ..visit() }, confirmation()];
    let late = |kind, now| overdue(&owed, kind, None, at(now)).into_iter().map(|one| one.record).collect::<Vec<_>>();
    assert!(late(Kind::FollowUp, "2026-04-11 20:00").is_empty(), "the last day of the window is one of it");
    assert_eq!(late(Kind::FollowUp, "2026-04-12 09:00"), ["12"], "nobody is reminded by themselves");
    assert_eq!(late(Kind::Confirmation, "2026-04-11 09:00"), ["visit"]);
}
