use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};

use super::{Month, NoSuchPeriod, Quarter, YEARS};

/// A calendar year, written `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(i32);

impl Year {
    /// `None` outside of [`YEARS`].
    pub fn new(year: i32) -> Option<Self> {
        YEARS.contains(&year).then_some(Self(year))
    }

    /// The year that a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year())
    }

    pub fn year(self) -> i32 {
        self.0
    }

    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 1, 1).expect("a year has a first day")
    }

    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 12, 31).expect("a year has a last day")
    }

    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }

    /// Its four quarters.
    pub fn quarters(self) -> impl DoubleEndedIterator<Item = Quarter> {
        (1..=4).map(move |quarter| Quarter { year: self.0, quarter })
    }

    /// Its twelve months.
    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> {
        (1..=12).map(move |month| Month { year: self.0, month })
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl FromStr for Year {
    type Err = NoSuchPeriod;
    fn from_str(text: &str) -> Result<Self, NoSuchPeriod> {
        let plain = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse().ok().and_then(Self::new)).flatten().ok_or_else(|| NoSuchPeriod(text.to_owned()))
    }
}
