use std::{fmt, str::FromStr};

use chrono::NaiveDate;

use super::{Month, NoSuchPeriod, Quarter, Week};

/// A period that something is filed for: a week, a month or a quarter, told apart by how it is written.
///
/// ```
/// use hatchboard::period::{Period, Span};
/// let period: Period = "2026-Q1".parse().unwrap();
/// assert_eq!(period.span(), Span::Quarter);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    Week(Week),
    Month(Month),
    Quarter(Quarter),
}

/// The kind of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    Week,
    Month,
    Quarter,
}

impl Span {
    /// The period of this kind that a day lies in.
    pub fn of(self, day: NaiveDate) -> Period {
        match self {
            Self::Week => Week::of(day).into(),
            Self::Month => Month::of(day).into(),
            Self::Quarter => Quarter::of(day).into(),
        }
    }
}

impl Period {
    /// Its kind.
    pub fn span(self) -> Span {
        match self {
            Self::Week(_) => Span::Week,
            Self::Month(_) => Span::Month,
            Self::Quarter(_) => Span::Quarter,
        }
    }

    /// The Monday of a week, the first of a month or quarter.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Week(week) => week.monday(),
            Self::Month(month) => month.first_day(),
            Self::Quarter(quarter) => quarter.first_day(),
        }
    }

    /// The Sunday of a week, the last day of a month or quarter.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Week(week) => week.sunday(),
            Self::Month(month) => month.last_day(),
            Self::Quarter(quarter) => quarter.last_day(),
        }
    }

    /// The next period of the same kind.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Week(week) => week.next().into(),
            Self::Month(month) => month.next().into(),
            Self::Quarter(quarter) => quarter.next().into(),
        }
    }
}

impl From<Week> for Period {
    fn from(week: Week) -> Self {
        Self::Week(week)
    }
}

impl From<Month> for Period {
    fn from(month: Month) -> Self {
        Self::Month(month)
    }
}

impl From<Quarter> for Period {
    fn from(quarter: Quarter) -> Self {
        Self::Quarter(quarter)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week(week) => week.fmt(f),
            Self::Month(month) => month.fmt(f),
            Self::Quarter(quarter) => quarter.fmt(f),
        }
    }
}

impl FromStr for Period {
    type Err = NoSuchPeriod;
    fn from_str(text: &str) -> Result<Self, NoSuchPeriod> {
        let week = || text.parse().map(Self::Week);
        let month = || text.parse().map(Self::Month);
        let quarter = || text.parse().map(Self::Quarter);
        week().or_else(|_| month()).or_else(|_| quarter())
    }
}
