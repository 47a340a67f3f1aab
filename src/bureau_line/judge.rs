//! What is typed, and what it means.

use serde::{Deserialize, Serialize};

use crate::{code::coded, typed};

/// The longest words, in characters.
pub const LONGEST_WORDS: usize = 2_000;

coded! {
    /// What a letter is.
    pub enum LetterKind {
        /// 投诉
        Complaint = "complaint",
        /// 意见建议
        Suggestion = "suggestion",
        /// 咨询
        Question = "question",
    }
}

coded! {
    /// A field of a letter's forms, by its name.
    pub enum Field {
        Kind = "kind",
        Words = "words",
    }
}

/// What is wrong with a field; the words for it are made in the interface.
pub type Fault = typed::Fault;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub field: Field,
    pub fault: Fault,
}

/// A letter as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LetterText {
    pub kind: String,
    pub words: String,
}

/// A letter that can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub kind: LetterKind,
    pub words: String,
}

impl Letter {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &LetterText) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let kind = LetterKind::from_code(&typed.kind);
        if kind.is_none() {
            problems.push(Problem { field: Field::Kind, fault: Fault::UnknownChoice });
        }
        let words = said(&typed.words).map_err(|more| problems.extend(more)).ok();
        kind.zip(words).map(|(kind, words)| Self { kind, words }).ok_or(problems)
    }
}

/// Words, trimmed, that have to be there: a message, an answer, a result.
///
/// # Errors
/// The [`Problem`] at [`Field::Words`].
pub fn said(words: &str) -> Result<String, Vec<Problem>> {
    let words = words.trim();
    let fault = match words.chars().count() {
        0 => Fault::Required,
        found if found > LONGEST_WORDS => Fault::TooLong { limit: LONGEST_WORDS, found },
        _ => return Ok(words.to_owned()),
    };
    Err(vec![Problem { field: Field::Words, fault }])
}
