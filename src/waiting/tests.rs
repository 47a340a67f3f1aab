use super::*;

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}T08:00:00Z").parse().unwrap()
}

#[test]
fn what_waits_of_one_kind_is_told_once_with_its_oldest() {
    let wait = |what, number, oldest| Wait { what, number, oldest };
    let found = gathered([
        wait(What::Check, 2, Some(at("2026-04-03"))),
        wait(What::Report, 3, None),
        wait(What::Check, 1, Some(at("2026-04-01"))),
        wait(What::Letter, 0, None),
    ]);
    assert_eq!(found, [wait(What::Report, 3, None), wait(What::Check, 3, Some(at("2026-04-01")))]);
    assert_eq!(with(Party::Bureau, &found), (3, Some(at("2026-04-01"))));
    assert_eq!(with(Party::Operator, &found), (3, None));
    assert_eq!(with(Party::Organisation, &found), (0, None));
}

#[test]
fn a_sheet_lies_with_whoever_takes_its_next_part() {
    use assessment::{By, State};
    for (state, of_base) in State::ALL.iter().flat_map(|state| [(*state, false), (*state, true)]) {
        let expected = match (state.waits_for(), of_base) {
            (None | Some(By::Program), _) => None,
            (Some(By::Subject), false) => Some(Party::Organisation),
            (Some(By::Subject), true) | (Some(By::Scorer), false) => Some(Party::Operator),
            (Some(By::Scorer), true) | (Some(By::Checker), _) => Some(Party::Bureau),
        };
        assert_eq!(What::of_sheet(state, of_base).map(What::lies_with), expected, "{state} {of_base}");
    }
}

#[test]
fn help_lies_with_whom_its_own_rules_name() {
    use service_request::{By, State};
    for state in State::ALL {
        let expected = state.waits_for().map(|by| match by {
            By::Organisation => Party::Organisation,
            By::Operator => Party::Operator,
        });
        assert_eq!(What::of_service(*state).map(What::lies_with), expected, "{state}");
    }
}

#[test]
fn a_fault_lies_with_whom_its_own_rules_name() {
    use rectification::{Matter, State};
    for of_base in [false, true] {
        for given_by in [Party::Operator, Party::Bureau] {
            let Ok(matter) = Matter::given(of_base, given_by) else { continue };
            for state in State::ALL {
                let found = What::of_fault(*state, matter).map(What::lies_with);
                assert_eq!(found, state.waits_for(matter), "{state} {matter:?}");
            }
        }
    }
}
