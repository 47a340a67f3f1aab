//! What the rules of trainings refuse, as the person who typed it is told.

use hatchboard::training::store::TrainingError;

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
    record::problems,
};

/// `field` is where words of a refusal stand that no field of the form has caused.
pub(super) fn told(error: TrainingError, language: Language, field: &str) -> AppError {
    let at = |words: &str| AppError::Invalid(vec![FieldProblem { field: field.to_owned(), words: words.to_owned() }]);
    match error {
        TrainingError::NotFound => AppError::NotFound,
        TrainingError::Invalid(all) => problems(all, language, words::field),
        TrainingError::Attendance(all) => problems(all, language, words::attend_field),
        TrainingError::Step(refusal) => match words::refusal(language, refusal) {
            Some(words) => at(words),
            None => AppError::Refused(Refusal::NotNow),
        },
        TrainingError::Closed(_) => AppError::Refused(Refusal::NotNow),
        TrainingError::TakenOff => at(words::taken_off(language)),
        TrainingError::Full => at(words::full(language)),
        TrainingError::Store(error) => error.into(),
    }
}
