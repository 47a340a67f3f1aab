//! What a file behind a line shows, and until when it can be added or taken away.

use super::{By, Column, State, Turn};
use crate::code::coded;

coded! {
    /// What a file behind a line of a sheet is to show: a party's points, or what is objected to them.
    pub enum Shows {
        /// 自评佐证: the subject's own points.
        OwnPoints = "own_points",
        /// 运营方佐证: the operator's points.
        OperatorPoints = "operator_points",
        /// 民政部门佐证: the bureau's points.
        BureauPoints = "bureau_points",
        /// 异议佐证: what the subject objects.
        Objection = "objection",
    }
}

impl Shows {
    /// Those of a party's points.
    pub const fn points_of(column: Column) -> Self {
        match column {
            Column::Own => Self::OwnPoints,
            Column::Operator => Self::OperatorPoints,
            Column::Bureau => Self::BureauPoints,
        }
    }

    /// Whether it is there for what was given on a subject by others, which the subject sees with the published sheet.
    pub const fn is_of_others(self) -> bool {
        matches!(self, Self::OperatorPoints | Self::BureauPoints)
    }

    /// Whether a line of a sheet takes such files from somebody, and lets them go: a party's as long as it gives its
    /// points, the subject's for its objection until that is decided. `overdue`: the steps before theirs are late;
    /// `objection`: whether the line has one, and if so, whether it is open.
    pub fn takes_files(self, turn: Turn, state: State, overdue: bool, objection: Option<bool>) -> bool {
        match self {
            Self::Objection => turn.by == By::Subject && state == State::Published && objection == Some(true),
            points => points == Self::points_of(turn.column) && turn.is_now(state, overdue),
        }
    }
}
