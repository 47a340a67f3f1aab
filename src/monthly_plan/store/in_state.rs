//! The state in which a plan counts, as a condition on its row.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, sea_query::Expr};

use super::super::{
    State,
    entity::monthly_plan::{Column, Entity},
};

/// It was submitted, and nobody decided on it in time.
fn lapsed(now: DateTime<Utc>) -> Condition {
    Condition::all().add(Column::State.eq(State::Submitted.code())).add(Column::DecideBy.lt(now))
}

/// The number of the version that stands at an instant; null where none does.
pub(super) fn stands(now: DateTime<Utc>) -> Expr {
    let of = |column: Column| Expr::col((Entity, column));
    Expr::case(lapsed(now), of(Column::Versions)).finally(of(Column::Standing)).into()
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
