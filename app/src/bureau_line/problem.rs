//! What is wrong with what was typed, and what the rules of letters refuse.

use hatchboard::bureau_line::{Fault, Problem, store::LetterError};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

pub(super) fn told(error: LetterError, language: Language) -> AppError {
    match error {
        LetterError::NotFound => AppError::NotFound,
        LetterError::Step(_) => AppError::Refused(Refusal::NotNow),
        LetterError::Invalid(problems) => {
            AppError::Invalid(problems.into_iter().map(|problem| in_words(language, problem)).collect())
        }
        LetterError::Store(error) => error.into(),
    }
}

fn in_words(language: Language, Problem { field, fault }: Problem) -> FieldProblem {
    let what = match fault {
        Fault::TooLong { limit, found } => words::too_long(language, limit, found),
        Fault::UnknownChoice => words::choose(language).to_owned(),
        _ => words::required(language).to_owned(),
    };
    FieldProblem {
        field: field.code().to_owned(),
        words: words::say(language, words::field_name(language, field), what),
    }
}
