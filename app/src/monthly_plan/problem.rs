//! What is wrong with what was typed about a plan, and what its rules refuse.

use hatchboard::{
    monthly_plan::{Fault, Item, OutcomeFault, OutcomeField, OutcomeProblem, Place, Problem, store::MonthlyPlanError},
    typed,
};
use uuid::Uuid;

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
    ui::number::grouped,
};

/// An error of this area for the person who asked; what is wrong with a form keeps its place there.
pub(crate) fn told(error: MonthlyPlanError, language: Language) -> AppError {
    use MonthlyPlanError as E;
    match error {
        E::NotFound => AppError::NotFound,
        E::NotAsked | E::NotYet => AppError::Refused(Refusal::PlanNotAsked),
        E::NotOpen(_) | E::Step(_) | E::MonthNotOver => AppError::Refused(Refusal::NotNow),
        E::Invalid(problems) => {
            AppError::Invalid(problems.into_iter().map(|problem| of_plan(language, problem)).collect())
        }
        E::InvalidResult(problems) => {
            AppError::Invalid(problems.into_iter().map(|problem| of_result(language, problem)).collect())
        }
        E::ReasonMissing => AppError::Invalid(vec![field("reason", words::reason_missing(language).to_owned())]),
        E::SourceMissing => AppError::Invalid(vec![field("source", words::source_missing(language).to_owned())]),
        E::TooLong => {
            let limit = hatchboard::monthly_plan::store::LONGEST_WORDS;
            AppError::Invalid(vec![field("reason", words::too_long(language, limit, format!("> {limit}")))])
        }
        E::OwnSubject => AppError::Forbidden,
        E::Store(error) => error.into(),
    }
}

/// The name of a row's field in the form of a plan.
pub(super) fn item_field(row: impl std::fmt::Display, field: &str) -> String {
    format!("items[{row}][{field}]")
}

/// The name of a field in the form of a result.
pub(super) fn result_field(row: usize, field: &str) -> String {
    format!("results[{row}][{field}]")
}

fn of_plan(language: Language, Problem { place, fault }: Problem) -> FieldProblem {
    let what = in_words(language, fault);
    match place {
        Place::Items => field("items", words::say(language, words::items(language), what)),
        Place::Item(row, of) => {
            let said = words::say_item(language, row + 1, words::field_name(language, of), what);
            field(&item_field(row, of.code()), said)
        }
    }
}

fn in_words(language: Language, fault: Fault) -> String {
    match fault {
        Fault::Typed(fault) => of_text(language, fault),
        Fault::NoItem => words::no_item(language).to_owned(),
        Fault::Zero => words::zero(language).to_owned(),
        Fault::NotInMonth { first, last } => words::not_in_month(language, first, last),
    }
}

fn of_text(language: Language, fault: typed::Fault) -> String {
    use typed::Fault as F;
    match fault {
        F::TooLong { limit, found } => words::too_long(language, limit, found),
        F::TooMany { limit, found } => words::too_many(language, limit, found),
        F::TooLarge { limit } => words::too_large(language, grouped(i64::try_from(limit).unwrap_or(i64::MAX))),
        F::NotADate => words::not_a_date(language).to_owned(),
        F::NotANumber | F::Negative | F::Fraction | F::TooPrecise => words::whole_number(language).to_owned(),
        _ => words::required(language).to_owned(),
    }
}

/// Problems of a result carry their item's id; the form's fields go by their row.
fn of_result(language: Language, OutcomeProblem { item, field: of, fault }: OutcomeProblem) -> FieldProblem {
    let what = match fault {
        OutcomeFault::Typed(fault) => of_text(language, fault),
        OutcomeFault::NotChosen => words::not_chosen(language).to_owned(),
        OutcomeFault::CorrectedWithoutReason { reported } => words::corrected_without_reason(language, reported),
        OutcomeFault::DroppedWithoutReason => words::dropped_without_reason(language).to_owned(),
    };
    let name = match of {
        OutcomeField::Done => words::done_quantity(language),
        OutcomeField::Outcome => words::if_unfinished(language),
        OutcomeField::Reason => words::reason_if(language),
    };
    field(&format!("{item}.{of}"), words::say(language, name, what))
}

/// Gives the problems of a result the names that the form has for their rows.
pub(super) fn by_row(language: Language, error: AppError, items: &[Item]) -> AppError {
    let AppError::Invalid(problems) = error else { return error };
    let placed = |problem: FieldProblem| {
        let row = problem.field.split_once('.').and_then(|(id, of)| {
            let id: Uuid = id.parse().ok()?;
            let row = items.iter().position(|item| item.id == id)?;
            Some((row, of.to_owned()))
        });
        match row {
            None => problem,
            Some((row, of)) => {
                let said = words::say(language, &items[row].what, problem.words);
                FieldProblem { field: result_field(row, &of), words: said }
            }
        }
    };
    AppError::Invalid(problems.into_iter().map(placed).collect())
}

fn field(name: &str, words: String) -> FieldProblem {
    FieldProblem { field: name.to_owned(), words }
}
