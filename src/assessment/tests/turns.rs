use crate::{
    access::Role,
    assessment::{Action, Column, Part, State, Turn},
};

#[test]
fn each_role_fills_in_its_own_column_and_the_base_is_scored_by_the_bureau_alone() {
    let of = |role, of_base, state| Turn::of(role, of_base, state).map(|turn| (turn.column, turn.action, turn.part()));
    let own = Some((Column::Own, Action::SelfScore, None));
    let confirms = Some((Column::Bureau, Action::Confirm, Some(Part::Confirms)));
    for &state in State::ALL {
        assert_eq!(of(Role::Organisation, false, state), own);
        assert_eq!(of(Role::Organisation, true, state), None, "the base is none of theirs");
        assert_eq!(of(Role::Manager, true, state), own);
        assert_eq!(of(Role::Manager, false, state), Some((Column::Operator, Action::Score, Some(Part::Scores))));
        assert_eq!(of(Role::Bureau, false, state), confirms);
        let of_base =
            if state == State::Scored { confirms } else { Some((Column::Bureau, Action::Score, Some(Part::Scores))) };
        assert_eq!(of(Role::Bureau, true, state), of_base);
        assert_eq!(of(Role::Auditor, false, state), None);
    }
}

#[test]
fn it_is_ones_turn_where_the_step_follows_or_the_one_before_is_late() {
    let now =
        |role, of_base, state, overdue| Turn::of(role, of_base, state).is_some_and(|turn| turn.is_now(state, overdue));
    for (role, of_base, state, in_time, overdue) in [
        (Role::Organisation, false, State::Open, true, true),
        (Role::Organisation, false, State::SelfScored, false, false),
        (Role::Manager, false, State::Open, false, true),
        (Role::Manager, false, State::SelfScored, true, true),
        (Role::Manager, false, State::SentBack, true, true),
        (Role::Manager, false, State::Scored, false, false),
        (Role::Bureau, false, State::Open, false, true),
        (Role::Bureau, false, State::SelfScored, false, true),
        (Role::Bureau, false, State::Scored, true, true),
        (Role::Bureau, false, State::Confirmed, false, false),
        (Role::Manager, true, State::Open, true, true),
        (Role::Bureau, true, State::Open, false, true),
        (Role::Bureau, true, State::SelfScored, true, true),
        (Role::Bureau, true, State::Scored, true, true),
        (Role::Bureau, true, State::Sealed, false, false),
    ] {
        assert_eq!(now(role, of_base, state, false), in_time, "{role:?} {of_base} {state}");
        assert_eq!(now(role, of_base, state, true), overdue, "{role:?} {of_base} {state}, overdue");
    }
}
