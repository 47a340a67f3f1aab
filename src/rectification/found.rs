use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use super::Source;
use crate::period::Quarter;

/// The subject's record that a fault was found in. Written `report:{id}`, `sheet:2026-Q1`, `visit:{id}`
/// or `coaching:{id}` in links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundIn {
    /// A weekly report.
    Report(Uuid),
    /// The sheet of a quarter.
    Sheet(Quarter),
    /// A follow-up visit that is kept.
    Visit(Uuid),
    /// A coaching visit.
    Coaching(Uuid),
}

/// A text that names no record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no record that a fault can be found in")]
pub struct NoSuchRecord(pub String);

impl FoundIn {
    /// What kind of record it is.
    #[must_use]
    pub fn source(self) -> Source {
        match self {
            Self::Report(_) => Source::Report,
            Self::Sheet(_) => Source::Assessment,
            Self::Visit(_) | Self::Coaching(_) => Source::Visit,
        }
    }
}

impl fmt::Display for FoundIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Report(id) => write!(f, "report:{id}"),
            Self::Sheet(quarter) => write!(f, "sheet:{quarter}"),
            Self::Visit(id) => write!(f, "visit:{id}"),
            Self::Coaching(id) => write!(f, "coaching:{id}"),
        }
    }
}

impl FromStr for FoundIn {
    type Err = NoSuchRecord;
    fn from_str(text: &str) -> Result<Self, NoSuchRecord> {
        let found = match text.split_once(':') {
            Some(("report", id)) => id.parse().ok().map(Self::Report),
            Some(("sheet", quarter)) => quarter.parse().ok().map(Self::Sheet),
            Some(("visit", id)) => id.parse().ok().map(Self::Visit),
            Some(("coaching", id)) => id.parse().ok().map(Self::Coaching),
            _ => None,
        };
        found.ok_or_else(|| NoSuchRecord(text.to_owned()))
    }
}

impl Serialize for FoundIn {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FoundIn {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}
