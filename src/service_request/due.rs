//! By when a request is to be seen to.

use std::{iter::successors, ops::RangeInclusive};

use chrono::NaiveDate;

use super::{HelpKind, State};
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

/// The days on which policy advice is asked for that falls due within some days by [`default_due`]; `None` where there
/// are none.
pub fn advice_asked_for(due: &RangeInclusive<NaiveDate>, calendar: &Calendar) -> Option<RangeInclusive<NaiveDate>> {
    let falls_due = |day: &NaiveDate| default_due(HelpKind::PolicyAdvice, *day, calendar);
    let mut asked = successors(Some(*due.end()), NaiveDate::pred_opt)
        .skip_while(|day| falls_due(day) > *due.end())
        .take_while(|day| falls_due(day) >= *due.start());
    let last = asked.next()?;
    Some(asked.last().unwrap_or(last)..=last)
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

    /// Of policy advice that is due on a day, by where it stands and since when. `None` where it is held against nobody:
    /// it was withdrawn, or declined by its day. Declined later, it is late: nothing is undone by that.
    pub fn of_advice(
        due_on: NaiveDate,
        (state, since): (State, NaiveDate),
        done_on: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Option<Self> {
        match state {
            State::Withdrawn => None,
            State::Declined => (since > due_on).then_some(Self::Late),
            _ => Some(Self::of(due_on, done_on, today)),
        }
    }
}
