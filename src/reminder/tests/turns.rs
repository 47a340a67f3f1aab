//! Sheets, objections and targets: whose turn it is, and who is told.

use super::{BASE, CHEN, OURS, ZHOU, at, people, person, report, rules, run, told};
use crate::{
    assessment::{State, Timetable},
    calendar::Calendar,
    reminder::{History, Kind, Owed, Party, Person, Rules, Step, barred, digests, overdue, overdue_of_base},
    waiting::{self, What},
};

fn owed(kind: Kind, subject: uuid::Uuid) -> Owed {
    Owed { kind, record: "2026-Q1".to_owned(), ..report(subject) }
}

#[test]
fn a_sheet_is_owed_by_whom_it_lies_with() {
    let by = |of_base, state| {
        let kind = Kind::of_sheet(state, of_base)?;
        Some((kind, owed(kind, if of_base { BASE } else { OURS }).filer()))
    };
    let own = (Kind::SelfScore, Party::Organisation(OURS));
    let base_own = (Kind::SelfScore, Party::Operator);
    let (score, check) = ((Kind::Score, Party::Operator), (Kind::Check, Party::Bureau));
    for (state, of_organisation, of_base) in [
        (State::Open, Some(own), Some(base_own)),
        (State::SelfScored, Some(score), Some(check)),
        (State::SentBack, Some(score), Some(check)),
        (State::Scored, Some(check), Some(check)),
        (State::Confirmed, Some(check), Some(check)),
        (State::Published, None, None),
        (State::Sealed, None, None),
    ] {
        assert_eq!((by(false, state), by(true, state)), (of_organisation, of_base), "{state}");
        for of_base in [false, true] {
            let party = match by(of_base, state).map(|(_, party)| party) {
                None => None,
                Some(Party::Organisation(_)) => Some(waiting::Party::Organisation),
                Some(Party::Bureau) => Some(waiting::Party::Bureau),
                Some(Party::Operator | Party::Assigned(_)) => Some(waiting::Party::Operator),
            };
            assert_eq!(What::of_sheet(state, of_base).map(What::lies_with), party, "{state} {of_base}");
        }
    }
}

#[test]
fn where_a_step_is_missed_the_next_party_hears_of_its_own() {
    let own = at("2026-04-08 18:00");
    let (score, check) = (at("2026-04-15 18:00"), at("2026-04-22 18:00"));
    let of_organisation = Timetable { facts: own, own, score, check };
    // The bureau gives the base its points and checks them by the same day.
    let of_base = Timetable { score: check, ..of_organisation };
    let (on_time, own_missed) = ("2026-04-08 18:00", "2026-04-08 18:01");
    let (score_missed, check_missed) = ("2026-04-15 18:01", "2026-04-22 18:01");
    let (to_own, to_score, to_check) = ((Kind::SelfScore, own), (Kind::Score, score), (Kind::Check, check));
    for (state, is_of_base, now, expected) in [
        (State::Open, false, on_time, vec![to_own]),
        (State::Open, false, own_missed, vec![to_own, to_score]),
        (State::Open, false, score_missed, vec![to_own, to_score, to_check]),
        (State::Open, false, check_missed, vec![to_own, to_score, to_check]),
        (State::SelfScored, false, own_missed, vec![to_score]),
        (State::SelfScored, false, score_missed, vec![to_score, to_check]),
        // What was sent back has the time that its check has.
        (State::SentBack, false, score_missed, vec![(Kind::Score, check)]),
        (State::SentBack, false, check_missed, vec![(Kind::Score, check), to_check]),
        (State::Scored, false, check_missed, vec![to_check]),
        (State::Confirmed, false, check_missed, vec![to_check]),
        (State::Published, false, check_missed, vec![]),
        (State::Sealed, false, check_missed, vec![]),
        (State::Open, true, on_time, vec![to_own]),
        (State::Open, true, own_missed, vec![to_own, to_check]),
        (State::Open, true, check_missed, vec![to_own, to_check]),
        (State::SelfScored, true, own_missed, vec![to_check]),
        (State::SelfScored, true, check_missed, vec![to_check]),
        (State::SentBack, true, check_missed, vec![to_check]),
        (State::Scored, true, check_missed, vec![to_check]),
        (State::Published, true, check_missed, vec![]),
    ] {
        let timetable = if is_of_base { &of_base } else { &of_organisation };
        let found = Kind::all_of_sheet(state, is_of_base, timetable, at(now));
        assert_eq!(found, expected, "{state} {is_of_base} {now}");
    }
}

#[test]
fn who_is_told_of_what_waits_for_the_operator_or_for_the_bureau() {
    let days = ["2026-04-09 09:00", "2026-04-10 09:00", "2026-04-13 09:00", "2026-04-14 09:00", "2026-04-17 09:00"];
    let by_operator: [&[_]; 5] =
        [&[(ZHOU, Step::Before)], &[(ZHOU, Step::Due)], &[(ZHOU, Step::After)], &[], &[(CHEN, Step::Bureau)]];
    let by_bureau: [&[_]; 5] = [&[(CHEN, Step::Before)], &[(CHEN, Step::Due)], &[(CHEN, Step::After)], &[], &[]];
    for (kind, subject, expected) in [
        (Kind::Score, OURS, by_operator),
        (Kind::SelfScore, BASE, by_operator),
        (Kind::Check, OURS, by_bureau),
        (Kind::Check, BASE, by_bureau),
        (Kind::Objection, OURS, by_bureau),
        (Kind::Objection, BASE, by_bureau),
        (Kind::Targets, BASE, by_bureau),
    ] {
        let mut history = History::default();
        for (now, expected) in days.into_iter().zip(expected) {
            let found = run(&[owed(kind, subject)], &people(), &mut history, at(now));
            assert_eq!(told(&found), expected, "{kind} {now}");
        }
    }
}

#[test]
fn what_one_officer_may_not_do_is_told_to_the_others_and_to_nobody_beyond_the_bureau() {
    let other = uuid::Uuid::from_u128(15);
    let officer =
        |account| Person { parties: vec![Party::Bureau, Party::Assigned(account)], ..person(account, Party::Bureau) };
    let people = [person(ZHOU, Party::Operator), officer(CHEN), officer(other)];
    assert_eq!(barred(&people, |one| one.account != CHEN), [CHEN]);
    assert!(barred(&people, |_| true).is_empty());
    assert!(barred(&people, |_| false).is_empty(), "where nobody may, the bureau has to find somebody");
    let days = ["2026-04-09 09:00", "2026-04-10 09:00", "2026-04-13 09:00", "2026-04-14 09:00", "2026-04-17 09:00"];
    let expected: [&[_]; 5] = [&[(other, Step::Before)], &[(other, Step::Due)], &[(other, Step::After)], &[], &[]];
    for owed in [
        Owed { assigned: Some(other), ..owed(Kind::Objection, BASE) },
        Owed { barred: vec![CHEN], ..owed(Kind::Objection, OURS) },
        Owed { barred: vec![CHEN], ..owed(Kind::Check, OURS) },
    ] {
        let mut history = History::default();
        for (now, expected) in days.into_iter().zip(expected) {
            assert_eq!(told(&run(std::slice::from_ref(&owed), &people, &mut history, at(now))), expected, "{now}");
        }
        let (late, now) = ([owed.clone()], at("2026-04-14 09:00"));
        assert!(overdue(&late, owed.kind, None, now).is_empty(), "the operator does not ask for it");
        assert!(overdue_of_base(&late, owed.kind, None, now).is_empty(), "nor is it the base's");
    }
}

#[test]
fn a_base_that_reminds_of_nothing_tells_the_bureau_what_the_bureau_has_to_do() {
    let calendar = Calendar::shipped();
    let rules = Rules { off: Kind::ALL.iter().copied().collect(), ..rules(&calendar) };
    let now = at("2026-04-10 09:00");
    for kind in Kind::ALL {
        let found = digests(&rules, &[owed(*kind, BASE)], &people(), &History::default(), (now, now));
        let of_bureau = matches!(kind, Kind::Check | Kind::Objection | Kind::Targets);
        let expected: &[_] = if of_bureau { &[(CHEN, Step::Due)] } else { &[] };
        assert_eq!(told(&found), expected, "{kind}");
    }
}

#[test]
fn the_bureau_hears_of_a_sheet_anew_as_it_comes_to_it() {
    let mut history = History::default();
    let (score, check) = (owed(Kind::Score, OURS), Owed { due_at: at("2026-04-17 18:00"), ..owed(Kind::Check, OURS) });
    assert_eq!(told(&run(&[score], &people(), &mut history, at("2026-04-10 09:00"))), [(ZHOU, Step::Due)]);
    let on_the_day_before = run(std::slice::from_ref(&check), &people(), &mut history, at("2026-04-16 09:00"));
    assert_eq!(told(&on_the_day_before), [(CHEN, Step::Before)]);
    assert_eq!(told(&run(&[check], &people(), &mut history, at("2026-04-17 09:00"))), [(CHEN, Step::Due)]);
}

#[test]
fn nobody_asks_the_bureau_by_hand_nor_the_operator_themselves() {
    let owed = [
        owed(Kind::SelfScore, OURS),
        owed(Kind::SelfScore, BASE),
        owed(Kind::Score, OURS),
        owed(Kind::Check, OURS),
        owed(Kind::Check, BASE),
        owed(Kind::Objection, BASE),
        owed(Kind::Targets, BASE),
    ];
    let now = at("2026-04-13 09:00");
    for kind in Kind::ALL {
        let asked: Vec<_> = overdue(&owed, *kind, None, now).iter().map(Owed::filer).collect();
        let expected: &[Party] = if *kind == Kind::SelfScore { &[Party::Organisation(OURS)] } else { &[] };
        assert_eq!(asked, expected, "{kind}");
        let of_base: Vec<_> = overdue_of_base(&owed, *kind, None, now).iter().map(Owed::filer).collect();
        let expected: &[Party] = if *kind == Kind::SelfScore { &[Party::Operator] } else { &[] };
        assert_eq!(of_base, expected, "{kind}");
    }
}
