//! One visit in a list: why it is asked for, how it stands, and what has been kept of it.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{
    super::{Due, Method, Outcome, Signal, Standing, State},
    Which,
};
use crate::period::Quarter;

/// Why a visit is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// By the schedule.
    Scheduled(Due),
    /// By a signal of risk.
    Extra { signal: Signal, note: String, raised_on: NaiveDate, raised_by: String, due_on: NaiveDate },
}

impl What {
    /// The first day of its window, or the day of its signal.
    pub fn from(&self) -> NaiveDate {
        match self {
            Self::Scheduled(due) => due.from,
            Self::Extra { raised_on, .. } => *raised_on,
        }
    }

    /// The day that it is due.
    pub fn on(&self) -> NaiveDate {
        match self {
            Self::Scheduled(due) => due.on,
            Self::Extra { due_on, .. } => *due_on,
        }
    }

    /// The last day on which it is on time.
    pub fn until(&self) -> NaiveDate {
        match self {
            Self::Scheduled(due) => due.until,
            Self::Extra { due_on, .. } => *due_on,
        }
    }

    /// The last day on which it is still this visit.
    pub fn latest(&self) -> Option<NaiveDate> {
        match self {
            Self::Scheduled(due) => due.late_until,
            Self::Extra { .. } => None,
        }
    }
}

/// What has been kept of a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    pub id: Uuid,
    pub state: State,
    /// By name.
    pub assigned: Option<String>,
    pub planned_on: Option<NaiveDate>,
    pub attempts: u32,
    pub visited_on: Option<NaiveDate>,
    pub filed_at: Option<DateTime<Utc>>,
    pub method: Option<Method>,
    pub outcome: Option<Outcome>,
    pub row_version: i32,
}

/// One visit of one organisation, asked for or made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub organisation: Uuid,
    pub name: String,
    /// Its credit code.
    pub code: Option<String>,
    pub hatched_on: NaiveDate,
    pub what: What,
    pub standing: Standing,
    /// Nothing has been planned or written where there is none.
    pub record: Option<Record>,
    /// How links name it; none for what an earlier hatching would have asked for.
    pub which: Option<Which>,
}

impl Line {
    /// Whether it is one that a quarter is judged by: of the schedule, with a window that closes in it.
    pub fn counts_in(&self, quarter: Quarter) -> bool {
        matches!(&self.what, What::Scheduled(due) if due.quarter() == quarter) && self.standing.is_scored()
    }

    pub fn outcome(&self) -> Option<Outcome> {
        self.record.as_ref().and_then(|record| record.outcome)
    }

    /// The day on which it was made.
    pub fn visited_on(&self) -> Option<NaiveDate> {
        self.record.as_ref().and_then(|record| record.visited_on)
    }

    pub fn assigned(&self) -> Option<&str> {
        self.record.as_ref().and_then(|record| record.assigned.as_deref())
    }
}
