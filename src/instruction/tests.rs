use super::{Action, By, State};

#[test]
fn every_state_and_action_and_actor_does_what_the_table_says() {
    let table = [
        (State::Open, Action::Answer, By::Base, State::Answered),
        (State::Answered, Action::SendBack, By::Bureau, State::Open),
        (State::Answered, Action::Close, By::Bureau, State::Closed),
    ];
    for &state in State::ALL {
        for &action in Action::ALL {
            for &by in By::ALL {
                let row = table.iter().find(|row| (row.0, row.1, row.2) == (state, action, by));
                assert_eq!(state.next(action, by).ok(), row.map(|row| row.3), "{state} {action} {by}");
            }
        }
    }
}
