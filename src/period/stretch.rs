use std::{fmt, str::FromStr};

use chrono::NaiveDate;

use super::{Month, NoSuchPeriod, Period, Quarter, Span, Week, Year};

/// What numbers are looked at over: a week, a month, a quarter or a year, told apart by how it is written.
///
/// ```
/// use hatchboard::period::Stretch;
/// let year: Stretch = "2026".parse().unwrap();
/// assert_eq!(year.previous().to_string(), "2025");
/// let quarter: Stretch = "2026-Q1".parse().unwrap();
/// assert_eq!(quarter.previous().to_string(), "2025-Q4");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stretch {
    Period(Period),
    Year(Year),
}

impl Stretch {
    /// The week, month, quarter and year that a day lies in.
    pub fn around(day: NaiveDate) -> [Self; 4] {
        let [week, month, quarter] = [Span::Week, Span::Month, Span::Quarter].map(|span| Self::Period(span.of(day)));
        [week, month, quarter, Self::Year(Year::of(day))]
    }

    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Period(period) => period.first_day(),
            Self::Year(year) => year.first_day(),
        }
    }

    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Period(period) => period.last_day(),
            Self::Year(year) => year.last_day(),
        }
    }

    pub fn contains(self, day: NaiveDate) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }

    /// Whether days of it are still to come, this one among them: what is counted of it goes on.
    pub fn is_running(self, today: NaiveDate) -> bool {
        self.last_day() >= today
    }

    /// The weeks that belong to it, by their Thursdays.
    pub fn weeks(self) -> impl DoubleEndedIterator<Item = Week> {
        Week::with_thursday_in(self.first_day(), self.last_day())
    }

    /// The next one of the same kind.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Period(period) => Self::Period(period.next()),
            Self::Year(year) => Self::Year(year.next()),
        }
    }

    /// The one before it of the same kind.
    #[must_use]
    pub fn previous(self) -> Self {
        match self {
            Self::Period(Period::Week(week)) => Self::Period(week.previous().into()),
            Self::Period(Period::Month(month)) => Self::Period(month.previous().into()),
            Self::Period(Period::Quarter(quarter)) => Self::Period(quarter.previous().into()),
            Self::Year(year) => Self::Year(year.previous()),
        }
    }

    /// Whether they are of the same kind.
    pub fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Period(one), Self::Period(other)) => one.span() == other.span(),
            (Self::Year(_), Self::Year(_)) => true,
            (Self::Period(_), Self::Year(_)) | (Self::Year(_), Self::Period(_)) => false,
        }
    }
}

impl From<Quarter> for Stretch {
    fn from(quarter: Quarter) -> Self {
        Self::Period(quarter.into())
    }
}

impl From<Week> for Stretch {
    fn from(week: Week) -> Self {
        Self::Period(week.into())
    }
}

impl From<Month> for Stretch {
    fn from(month: Month) -> Self {
        Self::Period(month.into())
    }
}

impl From<Year> for Stretch {
    fn from(year: Year) -> Self {
        Self::Year(year)
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period(period) => period.fmt(f),
            Self::Year(year) => year.fmt(f),
        }
    }
}

impl FromStr for Stretch {
    type Err = NoSuchPeriod;
    fn from_str(text: &str) -> Result<Self, NoSuchPeriod> {
        text.parse().map(Self::Period).or_else(|_| text.parse().map(Self::Year))
    }
}
