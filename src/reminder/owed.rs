use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Kind, Step};

/// Something that has not arrived. Once it arrives it is owed no more, and no reminder tells of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Owed {
    pub due_at: DateTime<Utc>,
    pub kind: Kind,
    /// The subject's name.
    pub name: String,
    /// An organisation's id, or the base's own.
    pub subject: Uuid,
    pub of_base: bool,
    /// The week, the month, the sheet's occasion, or the record's id.
    pub record: String,
}

/// What tells one thing that is owed from all others, whenever it is due.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Matter {
    pub kind: Kind,
    pub subject: Uuid,
    pub record: String,
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The staff of this organisation.
    Organisation(Uuid),
    Operator,
    Bureau,
}

impl Owed {
    pub fn matter(&self) -> Matter {
        Matter { kind: self.kind, subject: self.subject, record: self.record.clone() }
    }

    /// The day that it is due in a zone.
    pub fn due_on(&self, zone: Tz) -> NaiveDate {
        self.due_at.with_timezone(&zone).date_naive()
    }

    /// Whose part it is to file it: what concerns the base, and help that was promised, are the operator's.
    pub fn filer(&self) -> Party {
        if self.of_base || self.kind == Kind::Service { Party::Operator } else { Party::Organisation(self.subject) }
    }

    /// Whom a step tells. Where the operator files, there is nobody between it and the bureau.
    pub fn told_at(&self, step: Step) -> Option<Party> {
        match step {
            Step::Before | Step::Due | Step::After | Step::Asked => Some(self.filer()),
            Step::Operator => (self.filer() != Party::Operator).then_some(Party::Operator),
            Step::Bureau => Some(Party::Bureau),
        }
    }
}
