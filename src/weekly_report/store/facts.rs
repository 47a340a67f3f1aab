use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::{Cell, Content, Expectation, Judgement, Report, State};
use crate::{access::Role, code::coded, period::Week};

/// A subject as lists name it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectName {
    /// An organisation's id, or the base's own.
    pub id: Uuid,
    pub of_base: bool,
    pub name: String,
}

/// One subject's week: whether a report is expected, how timely it is, where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekFacts {
    pub week: Week,
    pub expectation: Expectation,
    /// As it stands now. Says nothing where no report is expected.
    pub judgement: Judgement,
    pub cell: Cell,
    /// `None` where nobody has begun to write.
    pub report: Option<Uuid>,
    /// `None` where nobody has begun to write.
    pub state: Option<State>,
    /// Of the newest filing; `None` before the first.
    pub content: Option<Content>,
    /// By when its author has to act: the deadline that a return, a reopening or the calendar sets. A filed
    /// report keeps the one that it was held against. `None` where no report is asked for.
    pub due_at: Option<DateTime<Utc>>,
    /// The deadline rests on a year whose notice is not loaded.
    pub provisional: bool,
    pub first_filed_at: Option<DateTime<Utc>>,
    /// The newest filing.
    pub filed_at: Option<DateTime<Utc>>,
    /// How often it has been filed.
    pub versions: u32,
    pub attachments: u32,
    /// The newest filing was made on behalf of the organisation (代填).
    pub on_behalf: bool,
    /// That filing was confirmed by the organisation.
    pub on_behalf_confirmed: bool,
    /// 0 where nobody has begun to write.
    pub row_version: i32,
}

impl WeekFacts {
    /// Whether the author has something to do: the report is missing, or it is back with them.
    pub fn waits_for_author(&self) -> bool {
        self.cell == Cell::Missing || self.state == Some(State::Returned)
    }
}

coded! {
    /// What happened to a report.
    pub enum EventKind {
        Submitted = "submitted",
        Withdrawn = "withdrawn",
        /// With the reason.
        Returned = "returned",
        Accepted = "accepted",
        /// With the reason.
        Reopened = "reopened",
        /// With what was said.
        Commented = "commented",
        /// A filing made on behalf was confirmed by the organisation.
        Confirmed = "confirmed",
    }
}

/// Something that happened to a report or was said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub at: DateTime<Utc>,
    pub kind: EventKind,
    pub by: String,
    pub by_role: Role,
    /// Empty where nothing was said.
    pub words: String,
}

/// What was filed, one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// From 1.
    pub number: u32,
    pub report: Report,
    pub filed_at: DateTime<Utc>,
    pub filed_by: String,
    pub on_behalf: bool,
}

/// Why a report is back with its author, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnedWith {
    pub reason: String,
    pub by: String,
    pub at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
}
