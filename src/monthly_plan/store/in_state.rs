//! The state in which a plan counts, as a condition on its row.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition};

use super::super::{State, entity::monthly_plan::Column};

/// It was submitted, and nobody decided on it in time.
pub(super) fn lapsed(now: DateTime<Utc>) -> Condition {
    Condition::all().add(Column::State.eq(State::Submitted.code())).add(Column::DecideBy.lt(now))
}

/// The condition of a state at an instant: what nobody decided on in time is approved.
pub(super) fn in_state(state: State, now: DateTime<Utc>) -> Condition {
    let stored = |state: State| Condition::all().add(Column::State.eq(state.code()));
    match state {
        State::Submitted => stored(State::Submitted).add(Column::DecideBy.gte(now)),
        State::Approved => Condition::any().add(stored(State::Approved)).add(lapsed(now)),
        state => stored(state),
    }
}

/// A plan that waits for its approver's word, or has items that do.
pub(crate) fn to_decide(now: DateTime<Utc>) -> Condition {
    Condition::any().add(in_state(State::Submitted, now)).add(Column::ReleasesAsked.gt(0))
}
