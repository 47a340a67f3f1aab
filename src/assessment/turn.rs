//! Whose column a role fills in, and what handing it in means.

use super::{Action, By, Column, Part, State};
use crate::access::Role;

/// What handing in means for somebody on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    pub column: Column,
    pub action: Action,
    pub by: By,
}

impl Turn {
    /// Of a role on a sheet in a state. The operator's people are the subject of the base's sheet, and the bureau both
    /// scores and checks it.
    pub fn of(role: Role, of_base: bool, state: State) -> Option<Self> {
        let turn = |column, action, by| Some(Self { column, action, by });
        match (role, of_base) {
            (Role::Organisation, false) | (Role::Manager, true) => turn(Column::Own, Action::SelfScore, By::Subject),
            (Role::Manager, false) => turn(Column::Operator, Action::Score, By::Scorer),
            (Role::Bureau, true) if state != State::Scored => turn(Column::Bureau, Action::Score, By::Scorer),
            (Role::Bureau, _) => turn(Column::Bureau, Action::Confirm, By::Checker),
            _ => None,
        }
    }

    /// Whether it is their turn. `overdue`: the steps before theirs are late.
    pub fn is_now(self, state: State, overdue: bool) -> bool {
        state.next(self.action, self.by, overdue).is_ok()
    }

    /// The part that it is; a self-score is none that could bar another.
    pub fn part(self) -> Option<Part> {
        match self.action {
            Action::Score => Some(Part::Scores),
            Action::Confirm => Some(Part::Confirms),
            _ => None,
        }
    }
}
