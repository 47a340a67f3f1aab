use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Month, NoSuchPeriod, Quarter, YEARS, parts};

/// An ISO 8601 week, written `2026-W07`.
///
/// ```
/// use hatchboard::period::Week;
/// let week: Week = "2026-W53".parse().unwrap();
/// assert_eq!(week.monday().to_string(), "2026-12-28");
/// assert_eq!(week.quarter().to_string(), "2026-Q4"); // its Thursday is 31 December
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: NaiveDate,
}

impl Week {
    /// `number` is 1 to 52, or 53 in a long ISO year; `None` otherwise or outside of [`YEARS`].
    pub fn new(year: i32, number: u32) -> Option<Self> {
        YEARS.contains(&year).then_some(())?;
        NaiveDate::from_isoywd_opt(year, number, Weekday::Mon).map(|monday| Self { monday })
    }

    /// The week that a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self { monday: day - Days::new(day.weekday().num_days_from_monday().into()) }
    }

    /// The ISO year, which differs from the calendar year around New Year.
    pub fn year(self) -> i32 {
        self.monday.iso_week().year()
    }

    /// 1 to 53.
    pub fn number(self) -> u32 {
        self.monday.iso_week().week()
    }

    pub fn monday(self) -> NaiveDate {
        self.monday
    }

    pub fn sunday(self) -> NaiveDate {
        self.monday + Days::new(6)
    }

    /// Monday to Sunday.
    pub fn days(self) -> impl DoubleEndedIterator<Item = NaiveDate> {
        (0..7).map(move |n| self.monday + Days::new(n))
    }

    /// The month that the week belongs to: that of its Thursday.
    pub fn month(self) -> Month {
        Month::of(self.thursday())
    }

    /// The quarter that the week belongs to: that of its Thursday.
    pub fn quarter(self) -> Quarter {
        Quarter::of(self.thursday())
    }

    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// The week `weeks` later, or earlier where it is negative.
    #[must_use]
    pub fn plus(self, weeks: i64) -> Self {
        Self { monday: self.monday + chrono::TimeDelta::weeks(weeks) }
    }

    /// How many weeks lie between two: 0 for the same, negative where `later` is earlier.
    pub fn weeks_until(self, later: Self) -> i64 {
        (later.monday - self.monday).num_weeks()
    }

    /// Every week from this one to `last`, both included; none where `last` is earlier.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> {
        (0..=self.weeks_until(last)).map(move |n| self.plus(n))
    }

    /// The weeks whose Thursday lies between two days, both included.
    pub(super) fn with_thursday_in(first: NaiveDate, last: NaiveDate) -> impl DoubleEndedIterator<Item = Self> {
        Self::of(first + Days::new(3)).through(Self::of(last - Days::new(3)))
    }

    fn thursday(self) -> NaiveDate {
        self.monday + Days::new(3)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year(), self.number())
    }
}

impl FromStr for Week {
    type Err = NoSuchPeriod;
    fn from_str(text: &str) -> Result<Self, NoSuchPeriod> {
        parts(text, "W", 2)
            .and_then(|(year, number)| Self::new(year, number))
            .ok_or_else(|| NoSuchPeriod(text.to_owned()))
    }
}
