//! What is wrong with what was typed about annual targets, and what their rules refuse.

use hatchboard::{
    annual_target::{Draft, EntryFault, EntryProblem, Fault, Measure, Place, Problem, store::TargetError},
    typed,
};

use super::{look, words};
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
    ui::number::grouped,
};

/// An error of this area for the person who asked; what is wrong with a form keeps its place there.
pub(crate) fn told(error: TargetError, language: Language) -> AppError {
    of_draft(error, language, &Draft::default())
}

/// As [`told`], with the names of the rows that were typed.
pub(super) fn of_draft(error: TargetError, language: Language, draft: &Draft) -> AppError {
    use TargetError as E;
    match error {
        E::NotFound => AppError::NotFound,
        E::NotThisYear | E::NotOpen(_) | E::Step(_) | E::EntryStep(_) | E::CountedByRecords => {
            AppError::Refused(Refusal::NotNow)
        }
        E::Invalid(problems) => {
            AppError::Invalid(problems.into_iter().map(|problem| of_year(language, problem, draft)).collect())
        }
        E::InvalidEntry(problems) => {
            AppError::Invalid(problems.into_iter().map(|problem| of_entry(language, problem)).collect())
        }
        E::ReasonMissing => AppError::Invalid(vec![field("reason", words::reason_missing(language).to_owned())]),
        E::TooLong => {
            let limit = hatchboard::annual_target::store::LONGEST_WORDS;
            AppError::Invalid(vec![field("reason", words::too_long(language, limit, format!("> {limit}")))])
        }
        E::OwnSubject => AppError::Forbidden,
        E::Store(error) => error.into(),
    }
}

/// The name of a row's field in the form of a year.
pub(super) fn target_field(row: impl std::fmt::Display, field: &str) -> String {
    format!("targets[{row}][{field}]")
}

fn of_year(language: Language, Problem { place, fault }: Problem, draft: &Draft) -> FieldProblem {
    let what = in_words(language, fault);
    match place {
        Place::Targets => field("targets", what),
        Place::Target(row, of) => {
            let name = draft.targets.get(row).map(|row| row.name.trim()).filter(|name| !name.is_empty());
            let name = name.map_or_else(|| words::row(language, row + 1), str::to_owned);
            let said = words::say_target(language, name, words::field_name(language, of), what);
            field(&target_field(row, of.code()), said)
        }
    }
}

fn in_words(language: Language, fault: Fault) -> String {
    match fault {
        Fault::Typed(fault) => of_text(language, fault),
        Fault::NoTarget => words::no_target(language).to_owned(),
        Fault::Zero => words::zero(language).to_owned(),
        Fault::NamedTwice => words::named_twice(language).to_owned(),
        Fault::CountsOtherwise { measure } => {
            let said = match measure {
                Measure::Count => words::counts_pieces(language),
                Measure::Money => words::counts_money(language),
                Measure::Rate => words::counts_share(language),
            };
            said.to_owned()
        }
        Fault::DoesNotAddUp { annual, quarters, measure } => {
            let said = |number| look::plain(language, measure, number);
            words::does_not_add_up(language, said(annual), said(quarters))
        }
    }
}

fn of_entry(language: Language, EntryProblem { field: of, fault }: EntryProblem) -> FieldProblem {
    let what = match fault {
        EntryFault::Typed(fault) => of_text(language, fault),
        EntryFault::Zero => words::zero_entry(language).to_owned(),
        EntryFault::NotInYear { first, last } => words::not_in_year(language, first, last),
    };
    field(of.code(), words::say(language, words::entry_field(language, of), what))
}

fn of_text(language: Language, fault: typed::Fault) -> String {
    use typed::Fault as F;
    match fault {
        F::TooLong { limit, found } => words::too_long(language, limit, found),
        F::TooMany { limit, found } => words::too_many(language, limit, found),
        F::TooLarge { limit } => words::too_large(language, grouped(i64::try_from(limit).unwrap_or(i64::MAX))),
        F::NotADate => words::not_a_date(language).to_owned(),
        F::NotANumber | F::Negative | F::Fraction | F::TooPrecise => words::not_a_number(language).to_owned(),
        F::UnknownChoice => words::choose(language).to_owned(),
        _ => words::required(language).to_owned(),
    }
}

fn field(name: &str, words: String) -> FieldProblem {
    FieldProblem { field: name.to_owned(), words }
}

/// How the amount of an entry is asked for.
pub(super) fn amount_label(language: Language, measure: Measure) -> &'static str {
    match measure {
        Measure::Count => words::amount(language),
        Measure::Money => words::amount_money(language),
        Measure::Rate => words::amount_rate(language),
    }
}
