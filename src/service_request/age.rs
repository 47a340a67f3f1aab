//! How long ago help was asked for that nobody has finished.

use chrono::{DateTime, TimeDelta, Utc};

use crate::code::coded;

coded! {
    /// So many whole days ago.
    pub enum Age {
        /// Fewer than seven.
        Week = "week",
        /// Seven to thirteen.
        Fortnight = "fortnight",
        /// Fourteen to twenty-nine.
        Month = "month",
        /// Thirty and more.
        Older = "older",
    }
}

impl Age {
    /// ```
    /// use chrono::TimeDelta;
    /// use hatchboard::service_request::Age;
    /// assert_eq!(Age::of(TimeDelta::hours(7 * 24 - 1)), Age::Week);
    /// assert_eq!(Age::of(TimeDelta::days(7)), Age::Fortnight);
    /// ```
    #[must_use]
    pub fn of(length: TimeDelta) -> Self {
        match length.num_days() {
            ..7 => Self::Week,
            7..14 => Self::Fortnight,
            14..30 => Self::Month,
            30.. => Self::Older,
        }
    }

    /// When that was, seen from an instant: later than the first, and not later than the second. `None`: it has no end
    /// there.
    #[must_use]
    pub fn asked(self, now: DateTime<Utc>) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
        let ago = |days| now - TimeDelta::days(days);
        match self {
            Self::Week => (Some(ago(7)), None),
            Self::Fortnight => (Some(ago(14)), Some(ago(7))),
            Self::Month => (Some(ago(30)), Some(ago(14))),
            Self::Older => (None, Some(ago(30))),
        }
    }
}
