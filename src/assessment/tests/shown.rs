use crate::{
    access::Role,
    assessment::{By, Shows, State, Turn},
};

/// Everybody who has a turn on a sheet in a state, and whether steps before theirs are late.
fn turns(state: State) -> impl Iterator<Item = (Role, bool, bool, Turn)> {
    let bits = [false, true];
    let roles = [Role::Organisation, Role::Manager, Role::Bureau, Role::Auditor, Role::Admin];
    let cases = roles.into_iter().flat_map(move |role| bits.map(|of_base| (role, of_base)));
    let cases = cases.flat_map(move |(role, of_base)| bits.map(|overdue| (role, of_base, overdue)));
    cases.filter_map(move |(role, of_base, overdue)| Some((role, of_base, overdue, Turn::of(role, of_base, state)?)))
}

#[test]
fn a_line_takes_a_partys_files_as_long_as_the_party_gives_its_points() {
    for &state in State::ALL {
        for (role, of_base, overdue, turn) in turns(state) {
            for shows in [Shows::OwnPoints, Shows::OperatorPoints, Shows::BureauPoints] {
                let expected = shows == Shows::points_of(turn.column) && turn.is_now(state, overdue);
                let taken = shows.takes_files(turn, state, overdue, Some(true));
                assert_eq!(taken, expected, "{role:?} {of_base} {state} {overdue} {shows}");
            }
        }
    }
    let takes = |role, of_base, state, shows: Shows| {
        Turn::of(role, of_base, state).is_some_and(|turn| shows.takes_files(turn, state, false, None))
    };
    for (role, of_base, state, shows) in [
        (Role::Organisation, false, State::Open, Shows::OwnPoints),
        (Role::Manager, false, State::SelfScored, Shows::OperatorPoints),
        (Role::Manager, false, State::SentBack, Shows::OperatorPoints),
        (Role::Bureau, false, State::Scored, Shows::BureauPoints),
        (Role::Manager, true, State::Open, Shows::OwnPoints),
        (Role::Bureau, true, State::SelfScored, Shows::BureauPoints),
    ] {
        assert!(takes(role, of_base, state, shows), "{role:?} {of_base} {state} {shows}");
        for &other in Shows::ALL.iter().filter(|&&other| other != shows) {
            assert!(!takes(role, of_base, state, other), "{role:?} {of_base} {state} {other}");
        }
    }
    for (role, state, shows) in [
        (Role::Organisation, State::SelfScored, Shows::OwnPoints),
        (Role::Manager, State::Open, Shows::OperatorPoints),
        (Role::Manager, State::Scored, Shows::OperatorPoints),
        (Role::Bureau, State::Confirmed, Shows::BureauPoints),
        (Role::Bureau, State::Published, Shows::BureauPoints),
    ] {
        assert!(!takes(role, false, state, shows), "{role:?} {state} {shows}");
    }
}

#[test]
fn an_objection_takes_its_subjects_files_until_it_is_decided() {
    for &state in State::ALL {
        for (role, of_base, overdue, turn) in turns(state) {
            for objection in [None, Some(true), Some(false)] {
                let open = turn.by == By::Subject && state == State::Published && objection == Some(true);
                let taken = Shows::Objection.takes_files(turn, state, overdue, objection);
                assert_eq!(taken, open, "{role:?} {of_base} {state} {objection:?}");
            }
        }
    }
}

#[test]
fn what_others_gave_is_all_but_what_the_subject_brings() {
    let of_others: Vec<Shows> = Shows::ALL.iter().copied().filter(|shows| shows.is_of_others()).collect();
    assert_eq!(of_others, [Shows::OperatorPoints, Shows::BureauPoints]);
}
