//! Which organisations ask for help.

use sea_orm::{
    ColumnTrait,
    sea_query::{Query, SelectStatement},
};
use uuid::Uuid;

use super::super::{
    State,
    entity::weekly_report::{Column, Entity},
};
use crate::period::Week;

/// Those whose filed report of this week or the one before asks for help.
pub(super) fn askers(base: Uuid, week: Week) -> SelectStatement {
    Query::select()
        .column(Column::SubjectId)
        .from(Entity)
        .and_where(Column::BaseId.eq(base))
        .and_where(Column::OfBase.eq(false))
        .and_where(Column::Week.is_in([week.previous(), week].map(|week| week.to_string())))
        .and_where(Column::Help.is_not_null())
        .and_where(Column::State.is_in([State::Submitted, State::Accepted].map(State::code)))
        .to_owned()
}
