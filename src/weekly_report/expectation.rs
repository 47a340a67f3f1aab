//! The first fact: whether a report was expected for a week, and why not.
//!
//! It is computed from presence, calendar, cadence and excuses, and never stored (domain: *State of a
//! filing*).

use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::incubation::Presence;
use crate::period::Week;

/// How often a subject reports. Written `weekly`, `none` or `every_2_from_2026-W10`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cadence {
    #[default]
    Weekly,
    /// Every `weeks` weeks, counted from `from` in both directions: [`Cadence::every`].
    Every { weeks: u8, from: Week },
    /// Nothing is asked.
    None,
}

/// A text that names no cadence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no cadence")]
pub struct NoSuchCadence(pub String);

impl Cadence {
    /// The longest distance between two reports, in weeks: one quarter.
    pub const LONGEST: u8 = 13;

    /// Every `weeks` weeks, 2 to [`Self::LONGEST`]; `None` outside of it.
    pub fn every(weeks: u8, from: Week) -> Option<Self> {
        (2..=Self::LONGEST).contains(&weeks).then_some(Self::Every { weeks, from })
    }

    /// Whether it asks for a report in this week.
    pub fn asks_in(self, week: Week) -> bool {
        match self {
            Self::Weekly => true,
            Self::Every { weeks, from } => from.weeks_until(week).rem_euclid(i64::from(weeks.max(1))) == 0,
            Self::None => false,
        }
    }
}

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weekly => f.write_str("weekly"),
            Self::Every { weeks, from } => write!(f, "every_{weeks}_from_{from}"),
            Self::None => f.write_str("none"),
        }
    }
}

impl FromStr for Cadence {
    type Err = NoSuchCadence;
    fn from_str(text: &str) -> Result<Self, NoSuchCadence> {
        let every = || {
            let (weeks, from) = text.strip_prefix("every_")?.split_once("_from_")?;
            Self::every(weeks.parse().ok()?, from.parse().ok()?)
        };
        match text {
            "weekly" => Ok(Self::Weekly),
            "none" => Ok(Self::None),
            _ => every().ok_or_else(|| NoSuchCadence(text.to_owned())),
        }
    }
}

impl Serialize for Cadence {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cadence {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A person's word that a report is not asked for; it stands in a list that the bureau sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excuse {
    /// The account that gave it.
    pub by: Uuid,
    pub reason: String,
}

/// Why no report was expected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Also in the week of the admission, where that is not a full one.
    NotYetAdmitted,
    Suspended,
    /// Hatched or exited.
    Left,
    NoWorkingDay,
    /// The subject reports less often.
    Cadence,
    Excused(Excuse),
}

impl Why {
    /// The stable text by which it is filtered and sent.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotYetAdmitted => "not_yet_admitted",
            Self::Suspended => "suspended",
            Self::Left => "left",
            Self::NoWorkingDay => "no_working_day",
            Self::Cadence => "cadence",
            Self::Excused(_) => "excused",
        }
    }
}

/// What bears on the question for one subject and one week.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// [`Timeline::in_week`](crate::incubation::Timeline::in_week); the base itself is always reporting.
    pub presence: Presence,
    pub cadence: Cadence,
    /// The calendar's deadline with extensions; `None` in a week without a working day.
    pub due_at: Option<DateTime<Utc>>,
    pub excuse: Option<&'a Excuse>,
}

/// Whether a report is expected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expectation {
    /// Filed at this instant is on time.
    Expected {
        due_at: DateTime<Utc>,
    },
    NotExpected(Why),
}

impl Expectation {
    /// The expectation for `week`. The reason that outweighs the others is given: presence, then the
    /// calendar, then the cadence; an excuse is only spent where a report was due.
    pub fn of(week: Week, circumstances: &Circumstances<'_>) -> Self {
        let Circumstances { presence, cadence, due_at, excuse } = circumstances;
        let absent = match presence {
            Presence::NotYetAdmitted => Some(Why::NotYetAdmitted),
            Presence::Left => Some(Why::Left),
            Presence::Suspended => Some(Why::Suspended),
            Presence::Reporting => None,
        };
        match (absent, due_at) {
            (Some(why), _) => Self::NotExpected(why),
            (None, None) => Self::NotExpected(Why::NoWorkingDay),
            (None, Some(_)) if !cadence.asks_in(week) => Self::NotExpected(Why::Cadence),
            (None, Some(due_at)) => excuse
                .map_or(Self::Expected { due_at: *due_at }, |excuse| Self::NotExpected(Why::Excused(excuse.clone()))),
        }
    }
}
