//! What is typed about a rectification, and what it means.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Source;
use crate::{
    code::coded,
    typed::{self, bounded, read_day},
};

/// The longest words, in characters.
pub const LONGEST_WORDS: usize = 2_000;
/// The longest name of who answers for it, in characters.
pub const LONGEST_OWNER: usize = 50;

coded! {
    /// A field of a rectification's forms, by its name.
    pub enum Field {
        Subject = "subject",
        Source = "source",
        Words = "words",
        Owner = "owner",
        DueOn = "due_on",
    }
}

/// What is wrong with a field; the words for it are made in the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    Typed(typed::Fault),
    /// The day has passed.
    InThePast {
        today: NaiveDate,
    },
    /// It is no later than the day that there is.
    NotLater {
        due_on: NaiveDate,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub field: Field,
    pub fault: Fault,
}

/// A fault that was found, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FindingText {
    pub source: String,
    pub words: String,
    pub owner: String,
    pub due_on: String,
}

/// What has to be repaired, by whom and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub source: Source,
    pub words: String,
    /// 责任人, by name.
    pub owner: String,
    pub due_on: NaiveDate,
}

impl Finding {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &FindingText, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let source = Source::from_code(&typed.source);
        if source.is_none() {
            problems.push(Problem { field: Field::Source, fault: Fault::Typed(typed::Fault::UnknownChoice) });
        }
        let words = text(Field::Words, &typed.words, LONGEST_WORDS, true, &mut problems);
        let owner = text(Field::Owner, &typed.owner, LONGEST_OWNER, true, &mut problems);
        let due_on =
            ahead(&typed.due_on, today).map_err(|fault| problems.push(Problem { field: Field::DueOn, fault })).ok();
        match (source, words, owner, due_on) {
            (Some(source), Some(words), Some(owner), Some(due_on)) => Ok(Self { source, words, owner, due_on }),
            _ => Err(problems),
        }
    }
}

/// More time, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ExtensionText {
    pub due_on: String,
    pub words: String,
}

/// A later day, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    pub due_on: NaiveDate,
    pub words: String,
}

impl Extension {
    /// Of what is due on a day.
    ///
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &ExtensionText, due_on: NaiveDate, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let later = ahead(&typed.due_on, today)
            .and_then(|day| if day > due_on { Ok(day) } else { Err(Fault::NotLater { due_on }) });
        let later = later.map_err(|fault| problems.push(Problem { field: Field::DueOn, fault })).ok();
        let words = text(Field::Words, &typed.words, LONGEST_WORDS, true, &mut problems);
        match (later, words) {
            (Some(due_on), Some(words)) => Ok(Self { due_on, words }),
            _ => Err(problems),
        }
    }
}

/// A day that has not passed.
fn ahead(typed: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    match read_day(typed, today) {
        Ok(day) if day < today => Err(Fault::InThePast { today }),
        Ok(day) => Ok(day),
        Err(fault) => Err(Fault::Typed(fault)),
    }
}

/// Words, trimmed, that have to be there: what was repaired, a reason.
///
/// # Errors
/// The [`Problem`] at [`Field::Words`].
pub fn said(words: &str) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    text(Field::Words, words, LONGEST_WORDS, true, &mut problems).ok_or(problems)
}

/// Words, trimmed, that are welcome and not needed.
///
/// # Errors
/// The [`Problem`] at [`Field::Words`].
pub fn remark(words: &str) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    text(Field::Words, words, LONGEST_WORDS, false, &mut problems).ok_or(problems)
}

fn text(field: Field, typed: &str, limit: usize, required: bool, problems: &mut Vec<Problem>) -> Option<String> {
    let read = bounded(typed.trim().to_owned(), limit, required).map_err(Fault::Typed);
    read.map_err(|fault| problems.push(Problem { field, fault })).ok()
}
