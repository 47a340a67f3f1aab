//! By when each step of a quarter's assessment is due.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{Action, Occasion, State};
use crate::calendar::{Calendar, nth_working_day_after};

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
    /// sheets too: 16th, 17th and 20th. A year waits for the objections of its last quarter: 30th, 31st, 35th and 40th.
    /// An exit review counts from the day on which it was opened: 5th, 10th and 15th.
    pub fn of(of_base: bool, occasion: Occasion, opened_on: NaiveDate, calendar: &Calendar, zone: Tz) -> Self {
        let [facts, own, score, check] = match (occasion, of_base) {
            (Occasion::Quarter(_), false) => [4, 5, 10, 15],
            (Occasion::Quarter(_), true) => [16, 17, 20, 20],
            (Occasion::Year(_), false) => [30, 31, 35, 40],
            (Occasion::Year(_), true) => [30, 31, 40, 40],
            (Occasion::ExitReview(_), _) => [1, 5, 10, 15],
        };
        let from = occasion.last_day().unwrap_or(opened_on);
        let at = |days| nth_working_day_after(from, days, calendar, zone).at;
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

    /// Whether the steps before `action` that a sheet in `state` still waits for are late, so that the next party may
    /// go on without them. Who confirms a sheet that nobody has touched waits for both parties.
    pub fn is_overdue(&self, state: State, action: Action, now: DateTime<Utc>) -> bool {
        let due = match (state, action) {
            (State::Open, Action::Confirm) => Some(self.score),
            _ => self.due(state),
        };
        due.is_some_and(|due| now > due)
    }
}
