//! The quarter's anonymous survey (满意度调查), which the bureau runs by link among organisations and communities.
//!
//! Whoever has a group's link answers once or not at all, and nobody can tell who did: an answer is added to the
//! group's sums and its words are laid beside others', with no person, account, address or time. What came of it is
//! shown once the survey is over, and only for a group with at least [`FEWEST`] answers: while it runs, the difference
//! between two looks would be somebody's answer.

mod answer;
#[cfg(feature = "store")]
pub mod entity;
mod opening;
mod state;
#[cfg(feature = "store")]
pub mod store;
mod tally;
#[cfg(test)]
mod tests;

pub use answer::{Answer, AnswerText, Group, LONGEST_WORDS, Question};
pub use opening::{LONGEST_DAYS, Opening, OpeningText};
pub use state::{FEWEST, State, is_shown};
pub use tally::Tally;

use serde::{Deserialize, Serialize};

use crate::{code::coded, typed};

coded! {
    /// A field of a survey's forms that is no question, by its name.
    pub enum OtherField {
        Quarter = "quarter",
        ClosesOn = "closes_on",
        Words = "words",
    }
}

/// What is wrong with a field; the words for it are made in the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    Typed(typed::Fault),
    /// A quarter that has not begun.
    NotBegun,
    /// Before today, or more than [`LONGEST_DAYS`] ahead.
    NotWithin {
        first: chrono::NaiveDate,
        last: chrono::NaiveDate,
    },
}

/// Where something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Field {
    Question(Question),
    Other(OtherField),
}

impl Field {
    /// Its name in a form.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Question(question) => question.code(),
            Self::Other(field) => field.code(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub field: Field,
    pub fault: Fault,
}
