//! What is told to whom on which day.

use std::collections::BTreeSet;

use super::{BASE, CHEN, LIN, OURS, SU, THEIRS, ZHOU, ZONE, at, people, person, report, rules, run, told};
use crate::{
    calendar::Calendar,
    reminder::{
        Channel, History, Kind, Owed, Party, Person, Quiet, Rules, Settings, Step, asked, digests, next_attempt,
        overdue, overdue_of_base,
    },
};

#[test]
fn a_report_that_does_not_come_is_told_to_its_filer_then_to_the_operator_then_to_the_bureau() {
    let mut history = History::default();
    let owed = [report(OURS)];
    for (now, expected) in [
        ("2026-04-08 09:00", vec![]),
        // Thursday: due tomorrow.
        ("2026-04-09 07:59", vec![]),
        ("2026-04-09 08:00", vec![(LIN, Step::Before)]),
        ("2026-04-09 09:00", vec![]),
        ("2026-04-10 08:00", vec![(LIN, Step::Due)]),
        // The weekend is no working day.
        ("2026-04-11 12:00", vec![]),
        ("2026-04-12 12:00", vec![]),
        ("2026-04-13 08:10", vec![(LIN, Step::After)]),
        ("2026-04-14 08:00", vec![(ZHOU, Step::Operator)]),
        ("2026-04-15 08:00", vec![]),
        ("2026-04-17 08:00", vec![(CHEN, Step::Bureau)]),
        ("2026-04-20 08:00", vec![]),
        ("2026-05-20 08:00", vec![]),
    ] {
        assert_eq!(told(&run(&owed, &people(), &mut history, at(now))), expected, "{now}");
    }
}

#[test]
fn a_run_that_comes_late_tells_each_party_the_newest_step_only_and_none_of_long_ago() {
    let owed = [report(OURS)];
    let late = run(&owed, &people(), &mut History::default(), at("2026-04-17 10:00"));
    assert_eq!(told(&late), [(LIN, Step::After), (ZHOU, Step::Operator), (CHEN, Step::Bureau)]);
    assert!(run(&owed, &people(), &mut History::default(), at("2026-04-27 10:00")).is_empty());
}

#[test]
fn what_the_base_owes_is_told_to_the_operator_and_then_to_the_bureau_alone() {
    let mut history = History::default();
    let base = report(BASE);
    let service = Owed { kind: Kind::Service, record: "help".to_owned(), ..report(OURS) };
    let owed = [base, service];
    for (now, expected) in [
        ("2026-04-10 09:00", vec![(ZHOU, Step::Due), (ZHOU, Step::Due)]),
        ("2026-04-14 09:00", vec![(ZHOU, Step::After), (ZHOU, Step::After)]),
        ("2026-04-17 09:00", vec![(CHEN, Step::Bureau), (CHEN, Step::Bureau)]),
    ] {
        assert_eq!(told(&run(&owed, &people(), &mut history, at(now))), expected, "{now}");
    }
}

#[test]
fn the_day_before_is_a_working_day_and_a_new_deadline_begins_anew() {
    let mut history = History::default();
    // Monday, 5 January 2026, is the first working day after a worked Sunday.
    let monday = Owed { due_at: at("2026-01-05 12:00"), ..report(OURS) };
    assert_eq!(
        told(&run(std::slice::from_ref(&monday), &people(), &mut history, at("2026-01-04 09:00"))),
        [(LIN, Step::Before)]
    );
    let moved = Owed { due_at: at("2026-01-06 12:00"), ..monday };
    assert_eq!(told(&run(&[moved], &people(), &mut history, at("2026-01-05 09:00"))), [(LIN, Step::Before)]);
}

#[test]
fn opting_out_leaves_what_is_obligatory_and_mail_goes_where_it_is_wanted() {
    let calendar = Calendar::shipped();
    let out = Settings { opted_out: BTreeSet::from([Kind::WeeklyReport]), ..Settings::default() };
    let by_mail = Settings { mail: "su@example.cn".to_owned(), by_mail: true, ..Settings::default() };
    let people = [
        Person { settings: out, ..person(LIN, Party::Organisation(OURS)) },
        Person { settings: by_mail, ..person(SU, Party::Organisation(OURS)) },
    ];
    let both = Rules { channels: &[Channel::Program, Channel::Mail], ..rules(&calendar) };
    let ways = |rules: &Rules<'_>, now| {
        let found = digests(rules, &[report(OURS)], &people, &History::default(), (at(now), at(now)));
        found.into_iter().map(|digest| (digest.person, digest.channel)).collect::<Vec<_>>()
    };
    assert_eq!(ways(&both, "2026-04-09 09:00"), [(SU, Channel::Program), (SU, Channel::Mail)]);
    let all = [(LIN, Channel::Program), (SU, Channel::Program), (SU, Channel::Mail)];
    assert_eq!(ways(&both, "2026-04-10 09:00"), all);
    assert_eq!(ways(&rules(&calendar), "2026-04-10 09:00"), all[..2], "no mail where none is set up");
    let every = Rules { channels: Channel::of(true, true), ..both.clone() };
    assert_eq!(ways(&every, "2026-04-10 09:00"), all, "no robot where nobody wants one");
    let off = Rules { off: BTreeSet::from([Kind::WeeklyReport]), ..both };
    assert!(ways(&off, "2026-04-10 09:00").is_empty());
}

#[test]
fn a_preview_tells_what_comes_within_a_day_each_at_its_time() {
    let calendar = Calendar::shipped();
    let span = (at("2026-04-09 22:00"), at("2026-04-10 22:00"));
    let found = digests(&rules(&calendar), &[report(OURS)], &people(), &History::default(), span);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].at, &found[0].lines[0].step), (at("2026-04-10 08:00"), &Step::Due));
}

#[test]
fn what_is_late_is_of_organisations_of_one_kind_and_of_one_period_where_one_is_named() {
    let earlier = Owed { record: "2026-W14".to_owned(), due_at: at("2026-04-07 18:00"), ..report(OURS) };
    let plan = Owed { kind: Kind::MonthlyPlan, record: "2026-04".to_owned(), ..report(THEIRS) };
    let help = Owed { kind: Kind::Service, record: "help".to_owned(), ..report(OURS) };
    let owed = [earlier, report(OURS), report(BASE), plan, help];
    let late = |kind, record, now| {
        let found = overdue(&owed, kind, record, at(now));
        found.into_iter().map(|one| one.record).collect::<Vec<_>>()
    };
    assert_eq!(late(Kind::WeeklyReport, None, "2026-04-10 12:00"), ["2026-W14"]);
    assert_eq!(late(Kind::WeeklyReport, None, "2026-04-11 12:00"), ["2026-W14", "2026-W15"]);
    assert_eq!(late(Kind::WeeklyReport, Some("2026-W15"), "2026-04-11 12:00"), ["2026-W15"]);
    assert_eq!(late(Kind::MonthlyPlan, Some("2026-04"), "2026-04-11 12:00"), ["2026-04"]);
    assert!(late(Kind::MonthlyPlan, Some("2026-05"), "2026-04-11 12:00").is_empty());
    assert!(late(Kind::Service, None, "2026-04-11 12:00").is_empty(), "help is the operator's own to give");
}

#[test]
fn what_the_bureau_asks_for_is_what_the_base_itself_has_let_pass() {
    let instruction = Owed { kind: Kind::Instruction, record: "first".to_owned(), ..report(BASE) };
    let later = Owed { record: "second".to_owned(), due_at: at("2026-04-13 18:00"), ..instruction.clone() };
    let help = Owed { kind: Kind::Service, record: "help".to_owned(), ..report(OURS) };
    let owed = [instruction, later, report(BASE), report(OURS), help];
    let late = |kind, record, now| {
        let found = overdue_of_base(&owed, kind, record, at(now));
        found.into_iter().map(|one| (one.subject, one.record)).collect::<Vec<_>>()
    };
    let of_base = |record: &str| (BASE, record.to_owned());
    assert!(late(Kind::Instruction, None, "2026-04-10 12:00").is_empty(), "its day has not passed");
    assert_eq!(late(Kind::Instruction, None, "2026-04-11 12:00"), [of_base("first")]);
    assert_eq!(late(Kind::Instruction, None, "2026-04-14 12:00"), [of_base("first"), of_base("second")]);
    assert_eq!(late(Kind::WeeklyReport, Some("2026-W15"), "2026-04-14 12:00"), [of_base("2026-W15")]);
    assert!(late(Kind::WeeklyReport, Some("2026-W14"), "2026-04-14 12:00").is_empty());
    assert!(late(Kind::Service, None, "2026-04-14 12:00").is_empty());
}

#[test]
fn what_is_asked_for_by_hand_goes_at_once_and_once_a_day() {
    let calendar = Calendar::shipped();
    let (rules, owed) = (rules(&calendar), [report(OURS), report(THEIRS)]);
    let mut history = History::default();
    run(&owed[..1], &people(), &mut history, at("2026-04-10 09:00"));
    let now = at("2026-04-10 14:00");
    let by_hand = asked(&rules, &owed, &people(), &history, now);
    assert_eq!(told(&by_hand), [(SU, Step::Asked)], "Lin has been told today");
    assert_eq!(by_hand[0].at, now);
    let told = by_hand[0].lines[0].told(SU, Channel::Program, by_hand[0].day, ZONE);
    history.told.insert(told, by_hand[0].day);
    assert!(asked(&rules, &owed, &people(), &history, at("2026-04-10 15:00")).is_empty());
    let tomorrow = asked(&rules, &owed, &people(), &history, at("2026-04-11 22:00"));
    assert!(tomorrow.iter().all(|digest| digest.at == at("2026-04-12 08:00")), "after the quiet hours");
    assert_eq!(tomorrow.len(), 2);
}

#[test]
fn quiet_hours_may_lie_around_midnight_or_within_a_day_or_nowhere() {
    let quiet = |from: &str, until: &str| Quiet { from: from.parse().unwrap(), until: until.parse().unwrap() };
    for (from, until, now, free) in [
        ("21:00:00", "08:00:00", "2026-04-09 20:59", "2026-04-09 20:59"),
        ("21:00:00", "08:00:00", "2026-04-09 21:00", "2026-04-10 08:00"),
        ("21:00:00", "08:00:00", "2026-04-10 00:00", "2026-04-10 08:00"),
        ("21:00:00", "08:00:00", "2026-04-10 08:00", "2026-04-10 08:00"),
        ("12:00:00", "14:00:00", "2026-04-10 13:59", "2026-04-10 14:00"),
        ("09:00:00", "09:00:00", "2026-04-10 09:00", "2026-04-10 09:00"),
    ] {
        assert_eq!(quiet(from, until).free_from(at(now), ZONE), at(free), "{from}–{until} at {now}");
    }
}

#[test]
fn a_delivery_is_tried_five_times_with_growing_delays() {
    let now = at("2026-04-10 09:00");
    let tried: Vec<_> = (1..=5).map(|failed| next_attempt(failed, now)).collect();
    assert!(tried.windows(2).all(|two| two[1].is_none_or(|later| Some(later) > two[0])));
    assert_eq!(tried.iter().flatten().count(), 4);
}
