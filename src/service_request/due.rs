//! By when a request is to be seen to.

use chrono::NaiveDate;

use super::HelpKind;
use crate::{calendar::Calendar, code::coded};

/// Working days from the day that it was asked for: three for policy advice (domain: *Annual targets*), ten for all
/// else (**default**).
pub const fn working_days(kind: HelpKind) -> u32 {
    match kind {
        HelpKind::PolicyAdvice => 3,
        _ => 10,
    }
}

/// The day that is proposed when a request is accepted.
pub fn default_due(kind: HelpKind, asked_on: NaiveDate, calendar: &Calendar) -> NaiveDate {
    calendar.add_working_days(asked_on, working_days(kind))
}

coded! {
    /// Whether a request is seen to in time.
    pub enum Timely {
        Pending = "pending",
        /// Not done, and its day has passed.
        Overdue = "overdue",
        OnTime = "on_time",
        Late = "late",
    }
}

impl Timely {
    /// Of a request that is due on a day, and done on another or not at all.
    pub fn of(due_on: NaiveDate, done_on: Option<NaiveDate>, today: NaiveDate) -> Self {
        match done_on {
            Some(done) if done <= due_on => Self::OnTime,
            Some(_) => Self::Late,
            None if today > due_on => Self::Overdue,
            None => Self::Pending,
        }
    }
}
