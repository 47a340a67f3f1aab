//! What is typed about a request, and what it means.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::HelpKind;
use crate::{
    code::coded,
    typed::{self, bounded, read_day},
};

/// The longest words, in characters.
pub const LONGEST_WORDS: usize = 2_000;
/// The longest name of an owner, in characters.
pub const LONGEST_NAME: usize = 50;

coded! {
    /// A field of a request's forms, by its name.
    pub enum Field {
        Organisation = "organisation",
        Kind = "kind",
        Words = "words",
        Owner = "owner",
        DueOn = "due_on",
        Rating = "rating",
        Title = "title",
        Detail = "detail",
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
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub field: Field,
    pub fault: Fault,
}

/// A request as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AskingText {
    pub kind: String,
    pub words: String,
}

/// A request that can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    pub kind: HelpKind,
    pub words: String,
}

/// An acceptance as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AcceptText {
    pub kind: String,
    pub owner: String,
    pub due_on: String,
}

/// Who sees to it, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    pub kind: HelpKind,
    /// 责任人, by name.
    pub owner: String,
    pub due_on: NaiveDate,
}

/// A rating as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RatingText {
    pub rating: String,
    pub words: String,
}

/// How good the result was: 1 to 5, with words that may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    pub stars: u8,
    pub words: String,
}

impl Asking {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &AskingText) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let kind = kind(&typed.kind, &mut problems);
        let words = text(Field::Words, &typed.words, LONGEST_WORDS, true, &mut problems);
        kind.zip(words).map(|(kind, words)| Self { kind, words }).ok_or(problems)
    }
}

impl Accepted {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &AcceptText, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let kind = kind(&typed.kind, &mut problems);
        let owner = text(Field::Owner, &typed.owner, LONGEST_NAME, true, &mut problems);
        let due_on = match read_day(&typed.due_on, today) {
            Ok(day) if day < today => Err(Fault::InThePast { today }),
            Ok(day) => Ok(day),
            Err(fault) => Err(Fault::Typed(fault)),
        };
        let due_on = due_on.map_err(|fault| problems.push(Problem { field: Field::DueOn, fault })).ok();
        match (kind, owner, due_on) {
            (Some(kind), Some(owner), Some(due_on)) => Ok(Self { kind, owner, due_on }),
            _ => Err(problems),
        }
    }
}

impl Rating {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &RatingText) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let stars = typed.rating.trim().parse().ok().filter(|stars| (1..=5).contains(stars));
        if stars.is_none() {
            let fault = Fault::Typed(typed::Fault::UnknownChoice);
            problems.push(Problem { field: Field::Rating, fault });
        }
        let words = text(Field::Words, &typed.words, LONGEST_WORDS, false, &mut problems);
        stars.zip(words).map(|(stars, words)| Self { stars, words }).ok_or(problems)
    }
}

/// Words, trimmed, that have to be there: a result, a reason, a message.
///
/// # Errors
/// The [`Problem`] at [`Field::Words`].
pub fn said(words: &str) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    text(Field::Words, words, LONGEST_WORDS, true, &mut problems).ok_or(problems)
}

fn kind(typed: &str, problems: &mut Vec<Problem>) -> Option<HelpKind> {
    let kind = HelpKind::from_code(typed);
    if kind.is_none() {
        problems.push(Problem { field: Field::Kind, fault: Fault::Typed(typed::Fault::UnknownChoice) });
    }
    kind
}

pub(super) fn text(
    field: Field,
    typed: &str,
    limit: usize,
    required: bool,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let read = bounded(typed.trim().to_owned(), limit, required).map_err(Fault::Typed);
    read.map_err(|fault| problems.push(Problem { field, fault })).ok()
}
