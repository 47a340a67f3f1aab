//! What is wrong with what was typed, and what the rules of surveys refuse.

use hatchboard::{
    survey::{Fault, Field, OtherField, Problem, store::SurveyError},
    typed,
};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

pub(super) fn told(error: SurveyError, language: Language) -> AppError {
    match error {
        SurveyError::NotFound => AppError::NotFound,
        SurveyError::Over => AppError::Refused(Refusal::NotNow),
        SurveyError::QuarterTaken => {
            let words = words::quarter_taken(language).to_owned();
            AppError::Invalid(vec![FieldProblem { field: OtherField::Quarter.code().to_owned(), words }])
        }
        SurveyError::Invalid(problems) => {
            AppError::Invalid(problems.into_iter().map(|problem| in_words(language, problem)).collect())
        }
        SurveyError::Store(error) => error.into(),
    }
}

fn in_words(language: Language, Problem { field, fault }: Problem) -> FieldProblem {
    let what = match fault {
        Fault::NotBegun => words::not_begun(language).to_owned(),
        Fault::NotWithin { first, last } => words::not_within(language, first, last),
        Fault::Typed(typed::Fault::TooLong { limit, found }) => words::too_long(language, limit, found),
        Fault::Typed(typed::Fault::NotADate) => words::not_a_date(language).to_owned(),
        Fault::Typed(typed::Fault::UnknownChoice) => words::choose(language).to_owned(),
        Fault::Typed(_) => words::required(language).to_owned(),
    };
    let name = match field {
        Field::Question(question) => words::question(language, question),
        Field::Other(OtherField::Quarter) => words::quarter(language),
        Field::Other(OtherField::ClosesOn) => words::closes_on(language),
        Field::Other(OtherField::Words) => words::in_words(language),
    };
    FieldProblem { field: field.code().to_owned(), words: words::say(language, name, what) }
}
