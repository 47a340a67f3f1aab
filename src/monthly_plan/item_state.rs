//! How an item of a plan stands, in one word.

use super::{Outcome, Progress};
use crate::code::coded;

coded! {
    /// How far an item has come, and once its month is closed, what became of it.
    pub enum ItemState {
        /// 未开始.
        NotBegun = "not_begun",
        /// 进行中.
        UnderWay = "under_way",
        /// 已逾期.
        Overdue = "overdue",
        /// 已完成.
        Done = "done",
        /// 结转下月.
        CarriedOver = "carried_over",
        /// 撤销, whatever its approver says to it.
        Dropped = "dropped",
    }
}

impl ItemState {
    /// `outcome`: by the month's result; `None` until it is closed. It goes before how far the item has come.
    pub const fn of(progress: Progress, outcome: Option<Outcome>) -> Self {
        match (outcome, progress) {
            (Some(Outcome::CarriedOver), _) => Self::CarriedOver,
            (Some(Outcome::Dropped), _) => Self::Dropped,
            (Some(Outcome::Done), _) | (None, Progress::Done) => Self::Done,
            (None, Progress::NotBegun) => Self::NotBegun,
            (None, Progress::UnderWay) => Self::UnderWay,
            (None, Progress::Overdue) => Self::Overdue,
        }
    }
}
