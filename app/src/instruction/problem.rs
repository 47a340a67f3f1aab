//! What is wrong with what was typed about an instruction, and what its rules refuse.

use hatchboard::instruction::store::{InstructionError, InstructionFault};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

/// An error of this area for the person who asked. `text` is the field that holds the longest words.
pub(crate) fn told(error: InstructionError, language: Language, text: &str) -> AppError {
    match error {
        InstructionError::NotFound => AppError::NotFound,
        InstructionError::Step(_) => AppError::Refused(Refusal::NotNow),
        InstructionError::OwnSubject => AppError::Forbidden,
        InstructionError::Invalid(faults) => {
            AppError::Invalid(faults.into_iter().map(|fault| problem(fault, language, text)).collect())
        }
        InstructionError::Store(error) => error.into(),
    }
}

/// What is missing in a form whose day cannot be read; the store judges all others.
pub(super) fn without_a_day(language: Language, title: &str, owner: &str) -> AppError {
    let missing = |typed: &str, field, words: &str| typed.trim().is_empty().then(|| said(field, words));
    let problems = [
        missing(title, "title", words::title_required(language)),
        missing(owner, "owner", words::owner_required(language)),
        Some(said("due_on", words::due_required(language))),
    ];
    AppError::Invalid(problems.into_iter().flatten().collect())
}

fn problem(fault: InstructionFault, language: Language, text: &str) -> FieldProblem {
    match fault {
        InstructionFault::TitleMissing => said("title", words::title_required(language)),
        InstructionFault::OwnerMissing => said("owner", words::owner_required(language)),
        InstructionFault::DueInThePast => said("due_on", words::due_past(language)),
        InstructionFault::WordsMissing => said(text, words::said_required(language)),
        InstructionFault::TooLong => said(text, words::too_long(language)),
    }
}

fn said(field: &str, words: &str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), words: words.to_owned() }
}
