use crate::{
    annual_target::{Entry, EntryAction, EntryBy, EntryFault, EntryField, EntryProblem, EntryState, Measure, NewEntry},
    period::Year,
    typed,
};

fn typed(on: &str, amount: &str) -> NewEntry {
    NewEntry {
        on: on.into(), amount: amount.into(), what: "第二期培训".into(), evidence: "签到表 2026-07".into()
    }
}

fn judge(typed: &NewEntry, measure: Measure) -> Result<Entry, Vec<EntryProblem>> {
    Entry::judge(typed, measure, Year::new(2026).unwrap(), "2026-04-09".parse().unwrap())
}

#[test]
fn every_state_and_action_and_actor_does_what_the_table_says() {
    let table = [
        (EntryState::Pending, EntryAction::Approve, EntryBy::Bureau, EntryState::Approved),
        (EntryState::Pending, EntryAction::Refuse, EntryBy::Bureau, EntryState::Refused),
        (EntryState::Pending, EntryAction::Withdraw, EntryBy::Operator, EntryState::Withdrawn),
    ];
    for &state in EntryState::ALL {
        for &action in EntryAction::ALL {
            for &by in EntryBy::ALL {
                let row = table.iter().find(|row| (row.0, row.1, row.2) == (state, action, by));
                assert_eq!(state.next(action, by).ok(), row.map(|row| row.3), "{state} {action} {by}");
            }
        }
    }
}

#[test]
fn an_entry_counts_on_a_day_of_its_year_that_has_come() {
    let (first, last) = ("2026-01-01".parse().unwrap(), "2026-04-09".parse().unwrap());
    for (on, expected) in [
        ("2026-01-01", Ok(first)),
        ("4月9日", Ok(last)),
        ("2026-04-10", Err(EntryFault::NotInYear { first, last })),
        ("2025-12-31", Err(EntryFault::NotInYear { first, last })),
        ("", Err(EntryFault::Typed(typed::Fault::Required))),
    ] {
        let found = judge(&typed(on, "2"), Measure::Count).map(|entry| entry.on).map_err(|found| found[0].fault);
        assert_eq!(found, expected, "{on}");
    }
}

#[test]
fn nothing_is_entered_of_nothing_but_a_rate_may_be_nothing() {
    let amount = |text, measure| judge(&typed("2026-04-01", text), measure).map(|entry| entry.amount);
    let zero = vec![EntryProblem { field: EntryField::Amount, fault: EntryFault::Zero }];
    assert_eq!(amount("0", Measure::Count), Err(zero));
    assert_eq!(amount("0", Measure::Rate), Ok(0));
    assert_eq!(amount("1.2万", Measure::Money), Ok(1_200_000));
}

#[test]
fn everything_of_an_entry_is_required() {
    let found = judge(&NewEntry::default(), Measure::Count).unwrap_err();
    assert_eq!(found.iter().map(|problem| problem.field).collect::<Vec<_>>(), EntryField::ALL);
}
