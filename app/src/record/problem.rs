//! What is wrong with what was typed about a plain record.

use hatchboard::{
    record::{Fault, Problem, store::RecordError},
    typed,
};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
    ui::number::grouped,
};

/// How an area calls the fields of its forms: the name in the form, and the words for it.
pub(crate) type Named<F> = fn(Language, F) -> (&'static str, &'static str);

pub(crate) fn told<F: std::fmt::Debug + Copy>(error: RecordError<F>, language: Language, named: Named<F>) -> AppError {
    match error {
        RecordError::NotFound => AppError::NotFound,
        RecordError::Struck => AppError::Refused(Refusal::NotNow),
        RecordError::Invalid(all) => problems(all, language, named),
        RecordError::Store(error) => error.into(),
    }
}

pub(crate) fn problems<F: Copy>(all: Vec<Problem<F>>, language: Language, named: Named<F>) -> AppError {
    let told = |Problem { field, fault }: Problem<F>| {
        let (field, name) = named(language, field);
        FieldProblem { field: field.to_owned(), words: words::say(language, name, fault_words(language, fault)) }
    };
    AppError::Invalid(all.into_iter().map(told).collect())
}

fn fault_words(language: Language, fault: Fault) -> String {
    let words = match fault {
        Fault::NotATime => words::not_a_time,
        Fault::NotQuarterHours => words::not_quarter_hours,
        Fault::NotFourDigits => words::not_four_digits,
        Fault::Zero => words::zero,
        Fault::StillThere => words::still_there,
        Fault::Typed(typed) => return typed_words(language, typed),
    };
    words(language).to_owned()
}

fn typed_words(language: Language, fault: typed::Fault) -> String {
    use typed::Fault;
    let words = match fault {
        Fault::TooLong { limit, found } => return words::too_long(language, limit, found),
        Fault::TooMany { limit, found } => return words::too_many(language, limit, found),
        Fault::TooLarge { limit } => {
            return words::too_large(language, grouped(i64::try_from(limit).unwrap_or(i64::MAX)));
        }
        Fault::InTheFuture { today } => return words::in_the_future(language, today),
        Fault::TooEarly { earliest } => return words::too_early(language, earliest),
        Fault::NotANumber | Fault::Fraction => words::not_a_number,
        Fault::Negative => words::negative,
        Fault::TooPrecise => words::too_precise,
        Fault::NotADate => words::not_a_date,
        Fault::UnknownChoice => words::choose,
        Fault::Required | Fault::NotConfirmed | Fault::FilledInDespiteNothing | Fault::DescribedButNotWanted => {
            words::required
        }
    };
    words(language).to_owned()
}
