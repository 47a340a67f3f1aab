//! Whether a month's result is closed in time: by the third working day after it (domain: *Calendar*). It is shown, and is
//! in no rate.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::calendar::Calendar;

/// How timely the result of a month whose plan stands is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Not closed, and the deadline lies ahead.
    Pending,
    InTime,
    /// At least 1; a begun working day counts.
    Late {
        days: u32,
    },
    /// Not closed, and the deadline has passed since so many working days, at least 1.
    Overdue {
        days: u32,
    },
}

impl Closing {
    pub fn of(
        due_at: DateTime<Utc>,
        closed_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
        calendar: &Calendar,
        zone: Tz,
    ) -> Self {
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        let behind =
            |at: DateTime<Utc>| (at > due_at).then(|| calendar.working_days_between(day(due_at), day(at)).max(1));
        match (closed_at.map(behind), behind(now)) {
            (Some(None), _) => Self::InTime,
            (Some(Some(days)), _) => Self::Late { days },
            (None, None) => Self::Pending,
            (None, Some(days)) => Self::Overdue { days },
        }
    }
}
