//! By when each step of a quarter's assessment is due.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::State;
use crate::{
    calendar::{Calendar, nth_working_day_after},
    period::Quarter,
};

/// The last instants of the steps of one kind of subject, frozen when the round is opened (domain: *Calendar*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timetable {
    /// What happens later is no fact of the quarter any more.
    pub facts: DateTime<Utc>,
    pub own: DateTime<Utc>,
    pub score: DateTime<Utc>,
    /// The bureau's word: of the base's sheet the same day as its points.
    pub check: DateTime<Utc>,
}

impl Timetable {
    /// Of organisations: 4th, 5th, 10th and 15th working day after the quarter. Of the base, which is judged by their
    /// sheets too: 16th, 17th and 20th.
    pub fn of(of_base: bool, quarter: Quarter, calendar: &Calendar, zone: Tz) -> Self {
        let [facts, own, score, check] = if of_base { [16, 17, 20, 20] } else { [4, 5, 10, 15] };
        let at = |days| nth_working_day_after(quarter.last_day(), days, calendar, zone).at;
        Self { facts: at(facts), own: at(own), score: at(score), check: at(check) }
    }

    /// By when the step that a sheet waits for is due; of a published one the window says it.
    pub fn due(&self, state: State) -> Option<DateTime<Utc>> {
        match state {
            State::Open => Some(self.own),
            State::SelfScored => Some(self.score),
            // What was sent back has the time that its check has.
            State::SentBack | State::Scored | State::Confirmed => Some(self.check),
            State::Published | State::Sealed => None,
        }
    }

    /// Whether the step that a sheet waits for is late, so that the next party may go on without it.
    pub fn is_overdue(&self, state: State, now: DateTime<Utc>) -> bool {
        self.due(state).is_some_and(|due| now > due)
    }
}
