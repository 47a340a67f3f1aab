use chrono::NaiveDate;

use super::Due;
use crate::code::coded;

coded! {
    /// How a visit stands on a day.
    pub enum Standing {
        /// 已逾期: its window has closed, and it can still be made up for.
        Overdue = "overdue",
        /// 待回访: its window is open.
        Due = "due",
        /// 未到期.
        Ahead = "ahead",
        /// 按期完成.
        OnTime = "on_time",
        /// 逾期完成.
        Late = "late",
        /// 未回访: the next window has opened meanwhile.
        Missed = "missed",
        /// 历史: its window had closed before the base knew of the hatching; it is not scored.
        History = "history",
        /// 不再回访: dissolved, or back in the base before the window closed.
        Ended = "ended",
    }
}

impl Standing {
    /// Whether somebody still has to go.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Due | Self::Overdue)
    }

    /// Whether it has been made.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::OnTime | Self::Late)
    }

    /// Whether it counts in the quarter in which its window closes.
    pub const fn is_scored(self) -> bool {
        !matches!(self, Self::History | Self::Ended | Self::Ahead)
    }

    /// Of an extra visit, which is asked for by a day.
    pub fn of_extra(due_on: NaiveDate, visited_on: Option<NaiveDate>, today: NaiveDate) -> Self {
        match visited_on {
            Some(day) if day <= due_on => Self::OnTime,
            Some(_) => Self::Late,
            None if today <= due_on => Self::Due,
            None => Self::Overdue,
        }
    }
}

/// A hatching, as far as its schedule depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hatching {
    pub hatched_on: NaiveDate,
    /// Since when the base has known of it: an import tells of earlier years.
    pub known_on: NaiveDate,
    /// When it was found dissolved, or came back into the base.
    pub ended_on: Option<NaiveDate>,
}

impl Hatching {
    /// How a visit of the schedule stands on `today`.
    pub fn standing(&self, due: Due, visited_on: Option<NaiveDate>, today: NaiveDate) -> Standing {
        if due.until < self.known_on {
            return Standing::History;
        }
        match (visited_on, self.ended_on) {
            (Some(day), _) if day <= due.until => Standing::OnTime,
            (Some(_), _) => Standing::Late,
            (None, Some(ended)) if ended <= due.until => Standing::Ended,
            (None, _) if today < due.from => Standing::Ahead,
            (None, _) if today <= due.until => Standing::Due,
            (None, None) if due.late_until.is_none_or(|last| today <= last) => Standing::Overdue,
            (None, _) => Standing::Missed,
        }
    }
}
