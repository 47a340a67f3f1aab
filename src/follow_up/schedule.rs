//! When the hatched are visited again.

use chrono::{Days, Months, NaiveDate};

use crate::{code::coded, period::Quarter};

/// Days before and after the due day in which a visit is on time.
pub const LEEWAY_DAYS: u64 = 30;

coded! {
    /// How long after hatching a visit is due, in months.
    pub enum Age {
        SixMonths = "6",
        OneYear = "12",
        TwoYears = "24",
        ThreeYears = "36",
        FourYears = "48",
        FiveYears = "60",
    }
}

impl Age {
    /// Months after hatching.
    pub const fn months(self) -> u32 {
        match self {
            Self::SixMonths => 6,
            Self::OneYear => 12,
            Self::TwoYears => 24,
            Self::ThreeYears => 36,
            Self::FourYears => 48,
            Self::FiveYears => 60,
        }
    }

    /// The age after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.iter().copied().find(|age| *age > self)
    }
}

/// One visit that the schedule asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub age: Age,
    /// So many months after hatching; a day that the month does not have is its last.
    pub on: NaiveDate,
    /// The first day of the window.
    pub from: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// The last day on which a late visit is still one of this age: the next window opens after it.
    pub late_until: Option<NaiveDate>,
}

impl Due {
    /// The visit of an age, of what hatched on a day.
    ///
    /// ```
    /// use hatchboard::follow_up::{Age, Due};
    /// let due = Due::of("2025-08-31".parse().unwrap(), Age::SixMonths);
    /// assert_eq!(due.on.to_string(), "2026-02-28");
    /// assert_eq!((due.from.to_string(), due.until.to_string()), ("2026-01-29".into(), "2026-03-30".into()));
    /// ```
    pub fn of(hatched_on: NaiveDate, age: Age) -> Self {
        let on = day_of(hatched_on, age);
        Self {
            age,
            on,
            from: before(on, LEEWAY_DAYS),
            until: on.checked_add_days(Days::new(LEEWAY_DAYS)).unwrap_or(on),
            late_until: age.next().map(|next| before(day_of(hatched_on, next), LEEWAY_DAYS + 1)),
        }
    }

    /// The quarter that it counts in: the one in which its window closes.
    pub fn quarter(self) -> Quarter {
        Quarter::of(self.until)
    }
}

fn day_of(hatched_on: NaiveDate, age: Age) -> NaiveDate {
    hatched_on.checked_add_months(Months::new(age.months())).unwrap_or(hatched_on)
}

fn before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}

/// Every visit of what hatched on a day, in order.
pub fn schedule(hatched_on: NaiveDate) -> impl Iterator<Item = Due> {
    Age::ALL.iter().map(move |age| Due::of(hatched_on, *age))
}
