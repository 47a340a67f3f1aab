//! The rules of rectifications: tables of cases, and what holds for every day.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{
    Action, Extension, ExtensionText, Fault, Field, Finding, FindingText, FoundIn, LONGEST_WORDS, Matter, Party,
    Problem, Refusal, Source, State, Tally, Timely, remark, said,
};
use crate::typed;

const OPERATORS: Matter = Matter { of_base: false, given_by: Party::Operator };
const BUREAUS: Matter = Matter { of_base: false, given_by: Party::Bureau };
const BASES: Matter = Matter { of_base: true, given_by: Party::Bureau };

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_state_and_action_and_party_does_what_the_table_says() {
    let parts = [
        (OPERATORS, Party::Organisation, Party::Operator),
        (BUREAUS, Party::Organisation, Party::Bureau),
        (BASES, Party::Operator, Party::Bureau),
    ];
    for (matter, repairs, closes) in parts {
        let table = [
            (State::Open, Action::Report, repairs, State::Reported),
            (State::Reported, Action::SendBack, closes, State::Open),
            (State::Reported, Action::Close, closes, State::Closed),
            // Whoever closes it has given it.
            (State::Open, Action::Extend, closes, State::Open),
            (State::Open, Action::Withdraw, closes, State::Withdrawn),
            (State::Reported, Action::Withdraw, closes, State::Withdrawn),
        ];
        for &state in State::ALL {
            for &action in Action::ALL {
                for &by in Party::ALL {
                    let row = table.iter().find(|row| (row.0, row.1, row.2) == (state, action, by));
                    let found = state.next(matter, action, by).ok();
                    assert_eq!(found, row.map(|row| row.3), "{matter:?} {state} {action} {by}");
                }
            }
        }
    }
}

#[test]
fn whoever_it_waits_for_can_do_something_with_it_and_nobody_else_can() {
    for matter in [OPERATORS, BUREAUS, BASES] {
        for &state in State::ALL {
            for &by in Party::ALL {
                let can = |actions: &[Action]| actions.iter().any(|action| state.next(matter, *action, by).is_ok());
                let goes_on = [Action::Report, Action::SendBack, Action::Close];
                assert_eq!(can(&goes_on), state.waits_for(matter) == Some(by), "{matter:?} {state} {by}");
                let gave = by == matter.given_by;
                let lets_off = gave && State::AT_WORK.contains(&state);
                assert_eq!(can(&[Action::Extend, Action::Withdraw]), lets_off, "{matter:?} {state} {by}");
                assert_eq!(State::AT_WORK.contains(&state), state.waits_for(matter).is_some(), "{state}");
            }
        }
    }
}

#[test]
fn the_bureau_gives_to_everybody_and_the_operator_to_organisations() {
    for (of_base, by, allowed) in [
        (false, Party::Operator, true),
        (false, Party::Bureau, true),
        (true, Party::Bureau, true),
        (true, Party::Operator, false),
        (false, Party::Organisation, false),
        (true, Party::Organisation, false),
    ] {
        let expected =
            if allowed { Ok(Matter { of_base, given_by: by }) } else { Err(Refusal::NotTheirsToGive { by }) };
        assert_eq!(Matter::given(of_base, by), expected);
    }
}

#[test]
fn in_time_is_up_to_the_day_itself_and_counts_once_it_is_closed() {
    let due = day("2026-04-14");
    for (state, reported_on, today, expected) in [
        (State::Open, None, "2026-04-14", Timely::Pending),
        (State::Open, None, "2026-04-15", Timely::Overdue),
        (State::Open, Some("2026-04-13"), "2026-04-15", Timely::Overdue),
        (State::Reported, Some("2026-04-14"), "2026-05-01", Timely::Awaiting),
        (State::Reported, Some("2026-04-15"), "2026-05-01", Timely::Late),
        (State::Closed, Some("2026-04-14"), "2026-05-01", Timely::OnTime),
        (State::Closed, Some("2026-04-15"), "2026-05-01", Timely::Late),
        (State::Withdrawn, None, "2026-05-01", Timely::Withdrawn),
        (State::Withdrawn, Some("2026-04-15"), "2026-05-01", Timely::Withdrawn),
    ] {
        let found = Timely::of(state, due, reported_on.map(day), day(today));
        assert_eq!(found, expected, "{state} {reported_on:?} {today}");
    }
}

#[test]
fn more_time_is_a_later_day_that_has_not_passed_with_a_reason() {
    let (due, today) = (day("2026-04-14"), day("2026-04-09"));
    let past = Fault::InThePast { today: day("2026-04-16") };
    for (typed, today, fault) in [
        ("2026-04-15", today, None),
        ("2026-04-14", today, Some(Fault::NotLater { due_on: due })),
        ("2026-04-13", today, Some(Fault::NotLater { due_on: due })),
        ("2026-04-15", day("2026-04-16"), Some(past)),
        ("2026-04-16", day("2026-04-16"), None),
        ("soon", today, Some(Fault::Typed(typed::Fault::NotADate))),
        ("", today, Some(Fault::Typed(typed::Fault::Required))),
    ] {
        let text = ExtensionText { due_on: typed.to_owned(), words: " 配件缺货 ".to_owned() };
        let expected = match fault {
            Some(fault) => Err(vec![Problem { field: Field::DueOn, fault }]),
            None => Ok(Extension { due_on: day(typed), words: "配件缺货".to_owned() }),
        };
        assert_eq!(Extension::judge(&text, due, today), expected, "{typed} on {today}");
    }
    let missing = Extension::judge(&ExtensionText::default(), due, today).unwrap_err();
    assert_eq!(missing.into_iter().map(|problem| problem.field).collect::<Vec<_>>(), [Field::DueOn, Field::Words]);
}

#[test]
fn what_waits_to_be_closed_is_held_against_nobody() {
    let all = [Timely::Pending, Timely::Overdue, Timely::Awaiting, Timely::OnTime, Timely::Late, Timely::OnTime];
    assert_eq!(all.into_iter().fold(Tally::default(), Tally::and), Tally { on_time: 2, due: 4 });
    assert_eq!(Tally::default().and(Timely::Withdrawn), Tally::default());
}

#[test]
fn everything_of_a_finding_is_required_and_its_day_lies_ahead() {
    let today = day("2026-04-09");
    let missing = Finding::judge(&FindingText::default(), today).unwrap_err();
    let fields: Vec<Field> = missing.into_iter().map(|problem| problem.field).collect();
    assert_eq!(fields, [Field::Source, Field::Words, Field::Owner, Field::DueOn]);
    let past = FindingText {
        source: "visit".into(),
        words: "灭火器过期".into(),
        owner: "李强".into(),
        due_on: "2026-04-08".into(),
    };
    let expected = vec![Problem { field: Field::DueOn, fault: Fault::InThePast { today } }];
    assert_eq!(Finding::judge(&past, today), Err(expected));
    assert!(Finding::judge(&FindingText { due_on: "2026-04-09".into(), ..past }, today).is_ok(), "today is no past");
}

#[test]
fn words_are_bounded_and_a_remark_may_be_left_out() {
    let limit = LONGEST_WORDS;
    let long = "字".repeat(limit + 1);
    let fault = Fault::Typed(typed::Fault::TooLong { limit, found: limit + 1 });
    assert_eq!(said(&long), Err(vec![Problem { field: Field::Words, fault }]));
    assert_eq!(remark(&long), Err(vec![Problem { field: Field::Words, fault }]));
    assert!(said(" ").is_err());
    assert_eq!(remark(" "), Ok(String::new()));
    assert_eq!(said("  好  "), Ok("好".to_owned()));
}

proptest! {
    #[test]
    fn time_never_turns_a_missed_day_into_a_kept_one(
        state in proptest::sample::select(State::ALL), reported in proptest::option::of(0_u64..60), later in 0_u64..60,
    ) {
        let due = day("2026-04-14");
        let reported_on = reported.map(|days| day("2026-03-20") + Days::new(days));
        let at = |days: u64| Timely::of(state, due, reported_on, day("2026-03-20") + Days::new(days));
        prop_assert!(!at(later).missed() || at(later + 1).missed());
        prop_assert_eq!(Tally::default().and(at(later)).due > Tally::default().and(at(later)).on_time, at(later).missed());
    }
}

#[test]
fn where_a_fault_was_found_survives_the_way_through_a_link() {
    let id = uuid::Uuid::now_v7();
    let quarter = "2026-Q1".parse().unwrap();
    let all = [
        (FoundIn::Report(id), Source::Report),
        (FoundIn::Sheet(quarter), Source::Assessment),
        (FoundIn::Visit(id), Source::Visit),
        (FoundIn::Coaching(id), Source::Visit),
    ];
    for (found, source) in all {
        assert_eq!((found.to_string().parse(), found.source()), (Ok(found), source));
    }
    for text in ["", "report:", "sheet:2026-W15", "visit:12", "coaching:", "plan:2026-04"] {
        assert!(text.parse::<FoundIn>().is_err(), "{text}");
    }
}
