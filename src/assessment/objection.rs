//! An objection to one line of a published sheet, and what becomes of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::State;
use crate::points::Points;

/// What is said to an objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    /// 成立: with new points.
    Upheld { points: Points, reason: String },
    /// 不成立.
    Rejected { reason: String },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// The indicator's code.
    pub line: String,
    pub words: String,
    pub made_at: DateTime<Utc>,
    pub decision: Option<Decision>,
}

/// Why an objection is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ObjectionRefusal {
    #[error("the sheet is not published, or is sealed")]
    NotPublished,
    #[error("the window is over")]
    WindowOver,
    #[error("the line has an objection already")]
    LineTaken,
    #[error("words are needed")]
    WordsMissing,
}

impl Objection {
    /// Working days from the publication within which a line can be objected to (domain: *Calendar*).
    pub const WINDOW_DAYS: u32 = 5;
    /// Working days from the objection within which it is decided on (domain: *Calendar*).
    pub const DECISION_DAYS: u32 = 10;

    /// An objection to a line at `now`. `until`: the end of the window.
    ///
    /// # Errors
    /// [`ObjectionRefusal`].
    pub fn make(
        state: State,
        line: &str,
        words: &str,
        others: &[Self],
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Self, ObjectionRefusal> {
        let words = words.trim();
        match () {
            () if state != State::Published => Err(ObjectionRefusal::NotPublished),
            () if now > until => Err(ObjectionRefusal::WindowOver),
            () if others.iter().any(|other| other.line == line) => Err(ObjectionRefusal::LineTaken),
            () if words.is_empty() => Err(ObjectionRefusal::WordsMissing),
            () => Ok(Self { line: line.to_owned(), words: words.to_owned(), made_at: now, decision: None }),
        }
    }

    /// Whether a published sheet seals: the window is over, and no objection is open.
    pub fn allow_seal(objections: &[Self], until: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        now > until && objections.iter().all(|objection| objection.decision.is_some())
    }
}
