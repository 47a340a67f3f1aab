//! Giving, answering and closing instructions.

mod count;
pub mod listing;
mod read;
mod steps;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::{Refusal, State, entity::Model};
use crate::store::StoreError;

pub(crate) use count::timely_within;
pub use read::{InstructionCounts, InstructionFilter, counts, list, one};
pub use steps::{answer, close, give, send_back};

/// The longest title and name of an owner, in characters.
pub const LONGEST_TITLE: usize = 100;
/// The longest words, in characters.
pub const LONGEST_WORDS: usize = 2_000;

/// What the bureau says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewInstruction {
    pub title: String,
    pub words: String,
    /// 责任人, by name.
    pub owner: String,
    pub due_on: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    pub id: Uuid,
    pub title: String,
    pub words: String,
    pub owner: String,
    pub due_on: NaiveDate,
    pub state: State,
    pub given_by: String,
    pub given_at: DateTime<Utc>,
    /// The newest answer; empty before the first.
    pub answer: String,
    pub answered_at: Option<DateTime<Utc>>,
    pub answered_by: Option<String>,
    /// What the bureau said at last: on closing, or on sending it back.
    pub closing_words: String,
    pub closed_at: Option<DateTime<Utc>>,
    pub closed_by: Option<String>,
    /// It waits for the base, and its day has passed.
    pub overdue: bool,
    pub row_version: i32,
}

/// What cannot be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InstructionFault {
    #[error("a title is needed")]
    TitleMissing,
    #[error("an owner is needed")]
    OwnerMissing,
    #[error("the words are too long")]
    TooLong,
    #[error("the day has passed")]
    DueInThePast,
    #[error("words are needed")]
    WordsMissing,
}

#[derive(Debug, thiserror::Error)]
pub enum InstructionError {
    #[error("there is no such instruction")]
    NotFound,
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<InstructionFault>),
    #[error(transparent)]
    Step(#[from] Refusal),
    /// Nobody closes what a base that they run has answered.
    #[error("the instruction is for the base that the officer runs")]
    OwnSubject,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for InstructionError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

fn read_state(row: &Model) -> Result<State, StoreError> {
    row.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}
