//! Spans of time that a base reports, plans and is assessed by: ISO week, month, quarter, year.
//!
//! Weeks are ISO 8601: they begin on Monday, and week 53 exists. A week belongs to the month and the
//! quarter of its Thursday (domain: *Calendar*), so that every week counts exactly once.

mod any;
mod stretch;
mod week;
mod year;

#[cfg(test)]
mod tests;

pub use any::{Period, Span};
pub use stretch::Stretch;
pub use week::Week;
pub use year::Year;

use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The first and last year that a period may name. Outside of it a period is a typing mistake.
///
/// Only making a period by number and reading it from text are bounded: `of`, `next` and `previous` may
/// step outside, and what they find there is not read back from its text.
pub const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

/// A text that names no period, such as `2025-W54` or `2026-13`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no period")]
pub struct NoSuchPeriod(pub String);

/// A calendar month, written `2026-04`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// `month` is 1 to 12; `None` outside of it or of [`YEARS`].
    pub fn new(year: i32, month: u32) -> Option<Self> {
        (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The month that a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u32 {
        self.month
    }

    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).expect("a month has a first day")
    }

    pub fn last_day(self) -> NaiveDate {
        self.next().first_day() - Days::new(1)
    }

    #[must_use]
    pub fn next(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { month: self.month + 1, ..self } }
    }

    #[must_use]
    pub fn previous(self) -> Self {
        if self.month == 1 { Self { year: self.year - 1, month: 12 } } else { Self { month: self.month - 1, ..self } }
    }

    /// The quarter that the month lies in.
    pub fn quarter(self) -> Quarter {
        Quarter { year: self.year, quarter: (self.month - 1) / 3 + 1 }
    }

    /// The weeks that belong to the month, by their Thursdays: four or five.
    pub fn weeks(self) -> impl DoubleEndedIterator<Item = Week> {
        Week::with_thursday_in(self.first_day(), self.last_day())
    }
}

/// A quarter of a year, written `2026-Q1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    quarter: u32,
}

impl Quarter {
    /// `quarter` is 1 to 4; `None` outside of it or of [`YEARS`].
    pub fn new(year: i32, quarter: u32) -> Option<Self> {
        (YEARS.contains(&year) && (1..=4).contains(&quarter)).then_some(Self { year, quarter })
    }

    /// The quarter that a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), quarter: day.month0() / 3 + 1 }
    }

    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 4.
    pub fn quarter(self) -> u32 {
        self.quarter
    }

    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.quarter * 3 - 2, 1).expect("a quarter has a first day")
    }

    pub fn last_day(self) -> NaiveDate {
        self.next().first_day() - Days::new(1)
    }

    #[must_use]
    pub fn next(self) -> Self {
        if self.quarter == 4 {
            Self { year: self.year + 1, quarter: 1 }
        } else {
            Self { quarter: self.quarter + 1, ..self }
        }
    }

    #[must_use]
    pub fn previous(self) -> Self {
        if self.quarter == 1 {
            Self { year: self.year - 1, quarter: 4 }
        } else {
            Self { quarter: self.quarter - 1, ..self }
        }
    }

    /// Its three months.
    pub fn months(self) -> impl DoubleEndedIterator<Item = Month> {
        (self.quarter * 3 - 2..=self.quarter * 3).map(move |month| Month { year: self.year, month })
    }

    /// The weeks that belong to the quarter, by their Thursdays: 12 to 14.
    pub fn weeks(self) -> impl DoubleEndedIterator<Item = Week> {
        Week::with_thursday_in(self.first_day(), self.last_day())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.quarter)
    }
}

/// Splits `2026-W07` into its year and its number of exactly `digits` digits after `mark`.
fn parts(text: &str, mark: &str, digits: usize) -> Option<(i32, u32)> {
    let (year, rest) = text.split_once('-')?;
    let number = rest.strip_prefix(mark)?;
    let plain = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
    (plain(year, 4) && plain(number, digits)).then_some(())?;
    Some((year.parse().ok()?, number.parse().ok()?))
}

impl FromStr for Month {
    type Err = NoSuchPeriod;
    fn from_str(text: &str) -> Result<Self, NoSuchPeriod> {
        parts(text, "", 2).and_then(|(year, month)| Self::new(year, month)).ok_or_else(|| NoSuchPeriod(text.to_owned()))
    }
}

impl FromStr for Quarter {
    type Err = NoSuchPeriod;
    fn from_str(text: &str) -> Result<Self, NoSuchPeriod> {
        parts(text, "Q", 1)
            .and_then(|(year, quarter)| Self::new(year, quarter))
            .ok_or_else(|| NoSuchPeriod(text.to_owned()))
    }
}

/// Periods travel and are stored as their text.
macro_rules! as_text {
    ($($period:ty),+) => {$(
        impl Serialize for $period {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $period {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}
as_text!(Week, Month, Quarter, Year, Period);
