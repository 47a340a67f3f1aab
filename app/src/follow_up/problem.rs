//! What is wrong with what was typed about a follow-up, and what its rules refuse.

use hatchboard::{
    follow_up::{
        Fault, Field, Kind, Problem,
        store::{FollowUpError, LONGEST_WORDS},
    },
    typed,
};

use super::{names, words};
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
    ui::number::grouped,
};

/// An error of this area for the person who asked; what is wrong with a form keeps its place there.
pub(crate) fn told(error: FollowUpError, language: Language) -> AppError {
    of_form(error, language, |field| field.code().to_owned())
}

/// As [`told`], for the form of a visit.
pub(super) fn of_visit(error: FollowUpError, language: Language) -> AppError {
    of_form(error, language, visit_field)
}

/// The name of a field in the form of a visit; whoever answers a questionnaire is none of the visit.
pub(super) fn visit_field(field: Field) -> String {
    if field == Field::Respondent { field.code().to_owned() } else { format!("visit[{field}]") }
}

fn of_form(error: FollowUpError, language: Language, name: impl Fn(Field) -> String) -> AppError {
    use FollowUpError as E;
    match error {
        E::NotFound | E::NotHatched => AppError::NotFound,
        E::Ended | E::NotOpen(_) | E::Step(_) | E::Shut(_) => AppError::Refused(Refusal::NotNow),
        E::Invalid(problems) => {
            let problem = |Problem { field, fault }| {
                let said = words::say(language, names::field_name(language, field), in_words(language, field, fault));
                FieldProblem { field: name(field), words: said }
            };
            AppError::Invalid(problems.into_iter().map(problem).collect())
        }
        E::WordsMissing => of_words(words::reason_missing(language).to_owned()),
        E::TooLong => of_words(words::too_long(language, LONGEST_WORDS, format!("> {LONGEST_WORDS}"))),
        E::Store(error) => error.into(),
    }
}

fn of_words(words: String) -> AppError {
    AppError::Invalid(vec![FieldProblem { field: "reason".to_owned(), words }])
}

fn in_words(language: Language, field: Field, fault: Fault) -> String {
    match fault {
        Fault::Typed(fault) => of_text(language, field, fault),
        Fault::SecondVisitorMissing => words::second_missing(language).to_owned(),
        Fault::SameVisitor => words::same_visitor(language).to_owned(),
        Fault::OfTheNextAge { opened } => words::next_age(language, opened),
        Fault::NotLost(missing) => words::not_lost(language, missing.attempts, missing.days),
        Fault::ActivityMissing => words::activity_missing(language).to_owned(),
        Fault::HelpIncomplete => words::help_incomplete(language).to_owned(),
    }
}

fn of_text(language: Language, field: Field, fault: typed::Fault) -> String {
    use typed::Fault as F;
    match fault {
        F::TooLong { limit, found } => words::too_long(language, limit, found),
        F::TooLarge { limit } => words::too_large(language, grouped(i64::try_from(limit).unwrap_or(i64::MAX))),
        F::NotADate => words::not_a_date(language).to_owned(),
        F::InTheFuture { today } => words::in_the_future(language, today),
        F::TooEarly { earliest } => words::too_early(language, earliest),
        F::UnknownChoice => words::unknown_choice(language).to_owned(),
        F::NotANumber | F::Negative | F::Fraction | F::TooPrecise if field.kind() == Kind::Money => {
            words::not_money(language).to_owned()
        }
        F::NotANumber | F::Negative | F::Fraction | F::TooPrecise => words::whole_number(language).to_owned(),
        _ => words::required(language).to_owned(),
    }
}
