//! What the rules of incubations refuse, as the person who typed it is told.

use hatchboard::incubation::{EntryProblem, IncubationError, ProposalRefusal, StepProblem};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

pub(super) fn told(error: IncubationError, language: Language) -> AppError {
    match error {
        IncubationError::Store(error) => error.into(),
        IncubationError::NotFound => AppError::NotFound,
        IncubationError::Step(problems) => steps(&problems, language),
        IncubationError::Entry(problems) => AppError::Invalid(entry(&problems, language)),
        IncubationError::ProposalOpen => AppError::Refused(Refusal::ProposalOpen),
        IncubationError::OwnProposal => AppError::Refused(Refusal::OwnProposal),
        IncubationError::OwnSubject => AppError::Forbidden,
        IncubationError::Refused(_)
        | IncubationError::UnderWay
        | IncubationError::Proposal(
            ProposalRefusal::Settled { .. }
            | ProposalRefusal::NotTheirs { .. }
            | ProposalRefusal::StageMovedOn { .. }
            | ProposalRefusal::Step(_),
        ) => AppError::Refused(Refusal::NotNow),
        IncubationError::GateClosed(unmet) => AppError::Invalid(
            unmet
                .iter()
                .map(|unmet| {
                    let (field, words) = words::unmet(language, unmet);
                    FieldProblem { field: field.to_owned(), words }
                })
                .collect(),
        ),
        IncubationError::History(error) => AppError::unknown(&error),
    }
}

pub(super) fn steps(problems: &[StepProblem], language: Language) -> AppError {
    let told = |problem: &StepProblem| FieldProblem {
        field: problem.field.code().to_owned(),
        words: words::step_problem(language, problem),
    };
    AppError::Invalid(problems.iter().map(told).collect())
}

pub(crate) fn entry(problems: &[EntryProblem], language: Language) -> Vec<FieldProblem> {
    let told = |problem: &EntryProblem| FieldProblem {
        field: problem.field.code().to_owned(),
        words: words::entry_problem(language, *problem),
    };
    problems.iter().map(told).collect()
}
