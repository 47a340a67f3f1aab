use crate::assessment::{Shows, State};

#[test]
fn own_points_take_files_until_they_are_handed_in_and_an_objection_until_it_is_decided() {
    for &state in State::ALL {
        for objection in [None, Some(true), Some(false)] {
            assert_eq!(Shows::OwnPoints.takes_files(state, objection), state == State::Open, "{state} {objection:?}");
            let open = state == State::Published && objection == Some(true);
            assert_eq!(Shows::Objection.takes_files(state, objection), open, "{state} {objection:?}");
        }
    }
}
