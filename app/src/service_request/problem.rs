//! What is wrong with what was typed about a service request, and what its rules refuse.

use hatchboard::{
    service_request::{Fault, Problem, store::ServiceError},
    typed,
};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

pub(super) fn told(error: ServiceError, language: Language) -> AppError {
    match error {
        ServiceError::NotFound => AppError::NotFound,
        ServiceError::Step(_) => AppError::Refused(Refusal::NotNow),
        ServiceError::AskedBefore => {
            let words = words::asked_before(language).to_owned();
            AppError::Invalid(vec![FieldProblem { field: "words".to_owned(), words }])
        }
        ServiceError::Invalid(problems) => {
            AppError::Invalid(problems.into_iter().map(|problem| in_words(language, problem)).collect())
        }
        ServiceError::Store(error) => error.into(),
    }
}

fn in_words(language: Language, Problem { field, fault }: Problem) -> FieldProblem {
    let what = match fault {
        Fault::InThePast { today } => words::in_the_past(language, today),
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
