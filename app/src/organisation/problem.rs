//! What the rules of organisations refuse, as the person who typed it is told.

use hatchboard::{
    evidence::{EvidenceError, FileFault},
    organisation::{OrganisationError, Problem},
};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

pub(super) fn told(error: OrganisationError, language: Language) -> AppError {
    match error {
        OrganisationError::Store(error) => error.into(),
        OrganisationError::NotFound => AppError::NotFound,
        OrganisationError::Invalid(problems) => AppError::Invalid(fields(&problems, language)),
        OrganisationError::CodeTaken => one("code", words::code_taken(language)),
        OrganisationError::NameTaken => one("name", words::name_taken(language)),
        OrganisationError::Person(faults) => AppError::Invalid(
            faults
                .into_iter()
                .map(|fault| {
                    let (field, words) = words::person_fault(language, fault);
                    FieldProblem { field: field.to_owned(), words: words.to_owned() }
                })
                .collect(),
        ),
        OrganisationError::History(error) => AppError::unknown(&error),
    }
}

pub(super) fn fields(problems: &[Problem], language: Language) -> Vec<FieldProblem> {
    let told = |problem: &Problem| FieldProblem {
        field: problem.field.code().to_owned(),
        words: words::problem(language, problem),
    };
    problems.iter().map(told).collect()
}

pub(crate) fn paper(error: EvidenceError) -> AppError {
    let refusal = match error {
        EvidenceError::NotFound => return AppError::NotFound,
        EvidenceError::Store(error) => return error.into(),
        EvidenceError::Closed => Refusal::NotNow,
        EvidenceError::TooMany => Refusal::TooManyAttachments,
        EvidenceError::File(fault) => file(fault),
        EvidenceError::Report(error) => return AppError::unknown(&error),
        EvidenceError::Files(error) => return AppError::unknown(&error),
    };
    AppError::Refused(refusal)
}

fn file(fault: FileFault) -> Refusal {
    match fault {
        FileFault::Heic => Refusal::FileHeic,
        FileFault::Wps => Refusal::FileWps,
        FileFault::TooLarge { .. } => Refusal::FileTooLarge,
        FileFault::Damaged | FileFault::Empty | FileFault::TooManyPixels => Refusal::FileDamaged,
        FileFault::OldOffice | FileFault::OtherKind => Refusal::FileKind,
    }
}

fn one(field: &str, words: &str) -> AppError {
    AppError::Invalid(vec![FieldProblem { field: field.to_owned(), words: words.to_owned() }])
}
