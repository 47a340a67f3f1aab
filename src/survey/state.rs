//! Whether a survey can be answered, and whether its results are shown.

use chrono::NaiveDate;

use crate::code::coded;

/// The answers from which on a group's results are shown (domain: *Survey*).
pub const FEWEST: u32 = 5;

coded! {
    /// How a survey stands.
    pub enum State {
        /// 进行中: it can be answered.
        Open = "open",
        /// 已结束, by its day or by the bureau.
        Over = "over",
    }
}

impl State {
    /// `closed`: the bureau has ended it before its day.
    pub fn of(closed: bool, closes_on: NaiveDate, today: NaiveDate) -> Self {
        if closed || today > closes_on { Self::Over } else { Self::Open }
    }
}

/// Whether a group's results are shown: not while somebody may still answer, and not of so few that one would know
/// who they are.
pub const fn is_shown(state: State, answers: u32) -> bool {
    matches!(state, State::Over) && answers >= FEWEST
}
