use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::State;

/// Whether a rectification is repaired by its day. What counts is the day on which it was reported as repaired, for the
/// last time: how long it then waits to be closed is held against nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timely {
    /// Not repaired, and there is time.
    Pending,
    /// Not repaired, and its day has passed.
    Overdue,
    /// Reported by its day, and not closed yet.
    Awaiting,
    /// Reported by its day, and closed.
    OnTime,
    /// Reported after its day.
    Late,
    /// It was given by mistake: no day holds.
    Withdrawn,
}

impl Timely {
    /// `reported_on`: the last time; what was sent back since is open again.
    #[must_use]
    pub fn of(state: State, due_on: NaiveDate, reported_on: Option<NaiveDate>, today: NaiveDate) -> Self {
        match (state, reported_on) {
            (State::Withdrawn, _) => Self::Withdrawn,
            (State::Reported, Some(on)) if on <= due_on => Self::Awaiting,
            (State::Closed, Some(on)) if on <= due_on => Self::OnTime,
            (State::Reported | State::Closed, Some(_)) => Self::Late,
            _ if due_on < today => Self::Overdue,
            _ => Self::Pending,
        }
    }

    /// It was not repaired by its day.
    #[must_use]
    pub fn missed(self) -> bool {
        matches!(self, Self::Overdue | Self::Late)
    }
}

/// How many of those that fell due were closed on time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub on_time: u32,
    pub due: u32,
}

impl Tally {
    /// What still waits to be closed though it was reported by its day, and what was withdrawn, count on neither side.
    #[must_use]
    pub fn and(self, timely: Timely) -> Self {
        match timely {
            Timely::OnTime => Self { on_time: self.on_time + 1, due: self.due + 1 },
            Timely::Late | Timely::Overdue => Self { due: self.due + 1, ..self },
            Timely::Pending | Timely::Awaiting | Timely::Withdrawn => self,
        }
    }
}
