//! What is wrong with what was typed about a rectification, and what its rules refuse.

use hatchboard::{
    rectification::{self, Fault, Problem, store::RectificationError},
    typed,
};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

pub(crate) fn told(error: RectificationError, language: Language) -> AppError {
    match error {
        // What it is not one's part to give or to do is not offered to one either.
        RectificationError::NotFound
        | RectificationError::Step(
            rectification::Refusal::NotTheirs { .. } | rectification::Refusal::NotTheirsToGive { .. },
        ) => AppError::NotFound,
        RectificationError::Step(rectification::Refusal::NoSuchStep { .. }) => AppError::Refused(Refusal::NotNow),
        RectificationError::Invalid(problems) => {
            AppError::Invalid(problems.into_iter().map(|problem| in_words(language, problem)).collect())
        }
        RectificationError::OwnSubject => AppError::Forbidden,
        RectificationError::Store(error) => error.into(),
    }
}

fn in_words(language: Language, Problem { field, fault }: Problem) -> FieldProblem {
    let what = match fault {
        Fault::InThePast { today } => words::in_the_past(language, today),
        Fault::NotLater { due_on } => words::not_later(language, due_on),
        Fault::Typed(typed::Fault::TooLong { limit, found }) => words::too_long(language, limit, found),
        Fault::Typed(typed::Fault::NotADate) => words::not_a_date(language).to_owned(),
        Fault::Typed(typed::Fault::UnknownChoice) => words::choose(language).to_owned(),
        Fault::Typed(_) => words::required(language).to_owned(),
    };
    FieldProblem {
        field: field.code().to_owned(),
        words: words::say(language, words::field_name(language, field), what),
    }
}
