use std::{fmt, ops::RangeInclusive, str::FromStr};

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::period::{NoSuchPeriod, Quarter, Year};

/// What a round is held for, told apart by how it is written.
///
/// ```
/// use hatchboard::assessment::Occasion;
/// assert!(matches!("2026-Q1".parse(), Ok(Occasion::Quarter(_))));
/// assert!(matches!("2025".parse(), Ok(Occasion::Year(_))));
/// let exit: Occasion = "exit-0195f0a0-0000-7000-8000-000000000000".parse().unwrap();
/// assert_eq!(exit.to_string(), "exit-0195f0a0-0000-7000-8000-000000000000");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Occasion {
    /// 季度考核.
    Quarter(Quarter),
    /// 年度考核: the mean of the year's rated quarters, and the year-end review.
    Year(Year),
    /// 出壳评估, of the incubation with this id.
    ExitReview(Uuid),
}

/// What an exit review begins with as it is written.
const EXIT: &str = "exit-";

impl Occasion {
    /// The quarter, where it is one.
    pub fn quarter(self) -> Option<Quarter> {
        match self {
            Self::Quarter(quarter) => Some(quarter),
            Self::Year(_) | Self::ExitReview(_) => None,
        }
    }

    /// The last day of what is judged; an exit review is held whenever it is opened.
    pub fn last_day(self) -> Option<NaiveDate> {
        match self {
            Self::Quarter(quarter) => Some(quarter.last_day()),
            Self::Year(year) => Some(year.last_day()),
            Self::ExitReview(_) => None,
        }
    }

    /// The days that are judged; an exit review judges none in particular.
    pub fn days(self) -> Option<RangeInclusive<NaiveDate>> {
        match self {
            Self::Quarter(quarter) => Some(quarter.first_day()..=quarter.last_day()),
            Self::Year(year) => Some(year.first_day()..=year.last_day()),
            Self::ExitReview(_) => None,
        }
    }

    /// The one before of the same kind.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        match self {
            Self::Quarter(quarter) => Some(Self::Quarter(quarter.previous())),
            Self::Year(year) => Some(Self::Year(year.previous())),
            Self::ExitReview(_) => None,
        }
    }
}

impl From<Quarter> for Occasion {
    fn from(quarter: Quarter) -> Self {
        Self::Quarter(quarter)
    }
}

impl From<Year> for Occasion {
    fn from(year: Year) -> Self {
        Self::Year(year)
    }
}

impl fmt::Display for Occasion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quarter(quarter) => quarter.fmt(f),
            Self::Year(year) => year.fmt(f),
            Self::ExitReview(incubation) => write!(f, "{EXIT}{incubation}"),
        }
    }
}

impl FromStr for Occasion {
    type Err = NoSuchPeriod;
    fn from_str(text: &str) -> Result<Self, NoSuchPeriod> {
        let exit = || text.strip_prefix(EXIT)?.parse().ok().map(Self::ExitReview);
        let year = || text.parse().map(Self::Year).or_else(|none| exit().ok_or(none));
        text.parse().map(Self::Quarter).or_else(|_| year())
    }
}

impl Serialize for Occasion {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Occasion {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}
