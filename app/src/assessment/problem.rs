//! What is wrong with points and words, and what the rules of assessments refuse.

use hatchboard::assessment::{
    CorrectionRefusal, ObjectionRefusal, Scorecard,
    store::{AssessmentError, LONGEST_WORDS, LineFault, LineProblem, LineText, ReferenceFault, Written},
};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
    weekly_report::fault,
};

/// Told at the field that forms with words have.
pub(crate) fn told(error: AssessmentError, language: Language) -> AppError {
    told_at(error, language, "words")
}

/// Told at a field of this name.
pub(super) fn told_at(error: AssessmentError, language: Language, field: &str) -> AppError {
    let at = |field: &str, words: String| AppError::Invalid(vec![FieldProblem { field: field.to_owned(), words }]);
    match error {
        AssessmentError::NotFound | AssessmentError::NoSuchVeto => AppError::NotFound,
        AssessmentError::NotOver => at("quarter", words::problem_quarter(language).to_owned()),
        AssessmentError::OpenedBefore => at("quarter", words::problem_opened(language).to_owned()),
        AssessmentError::HasSheet => at("organisation", words::problem_has_sheet(language).to_owned()),
        AssessmentError::RoundPublished => at("organisation", words::late_closed(language).to_owned()),
        AssessmentError::YearOpened => at("organisation", words::late_year(language).to_owned()),
        AssessmentError::Step(_)
        | AssessmentError::NotInExitReview
        | AssessmentError::NotRated
        | AssessmentError::Nothing(_)
        | AssessmentError::Lacks(_)
        | AssessmentError::Objection(ObjectionRefusal::NotPublished) => AppError::Refused(Refusal::NotNow),
        AssessmentError::Part(_) => at(field, words::problem_part(language).to_owned()),
        AssessmentError::NotDecider(Some(name)) => at(field, words::problem_decider(language, name)),
        AssessmentError::SampleInUse => at(field, words::problem_sample_in_use(language).to_owned()),
        AssessmentError::NotDecider(None) => at(field, words::problem_no_decider(language).to_owned()),
        AssessmentError::WordsMissing | AssessmentError::Objection(ObjectionRefusal::WordsMissing) => {
            at(field, words::problem_words(language).to_owned())
        }
        AssessmentError::Objection(ObjectionRefusal::WindowOver) => {
            at(field, words::problem_window(language).to_owned())
        }
        AssessmentError::Objection(ObjectionRefusal::LineTaken) => {
            at("code", words::problem_line_taken(language).to_owned())
        }
        AssessmentError::TooLong => at(field, words::problem_long(language, LONGEST_WORDS)),
        AssessmentError::Correction(refusal) => match refusal {
            CorrectionRefusal::ChangesNothing => at(field, words::problem_changes_nothing(language).to_owned()),
            CorrectionRefusal::OneWaits => at(field, words::problem_one_waits(language).to_owned()),
            CorrectionRefusal::RecordsChanged => at(field, words::problem_records_changed(language).to_owned()),
            CorrectionRefusal::NotSealed | CorrectionRefusal::NotOpen | CorrectionRefusal::NotTheirs => {
                AppError::Refused(Refusal::NotNow)
            }
        },
        AssessmentError::Points | AssessmentError::PointsOf(_) => {
            at("points", words::problem_points(language).to_owned())
        }
        AssessmentError::File(error) => match fault::of_file(language, error) {
            Ok(words) => at("file", words),
            Err(error) => error,
        },
        AssessmentError::FollowUps(error) => crate::follow_up::told(error, language),
        AssessmentError::Store(error) => error.into(),
    }
}

/// The name of a line's field in the form.
pub(super) fn line_field(row: usize, field: &str) -> String {
    format!("lines[{row}][{field}]")
}

/// What is wrong with single lines, each told at its own field; nothing where nothing is.
pub(super) fn of_lines(
    language: Language,
    card: &Scorecard,
    typed: &[LineText],
    written: &Written,
) -> Option<AppError> {
    let name = |code: &str| card.indicator(code).map(|indicator| indicator.name.clone()).unwrap_or_default();
    let place = |code: &str, field: &str| {
        let row = typed.iter().position(|line| line.code == code).unwrap_or_default();
        line_field(row, field)
    };
    let problem = |LineProblem { code, fault }: &LineProblem| {
        let (name, note) = (name(code), "note");
        let (field, words) = match fault {
            LineFault::NoPoints => ("points", words::problem_no_points(language, name)),
            LineFault::TooMany { max } => ("points", words::problem_too_many(language, name, max)),
            LineFault::ReasonMissing { from } => (note, words::problem_reason(language, name, from)),
            LineFault::Computed => ("points", words::problem_computed(language, name)),
            LineFault::LeftOut => ("points", words::problem_left_out(language, name)),
            LineFault::TooLong { limit } => (note, words::problem_too_long(language, name, limit)),
            LineFault::Changed => ("points", words::problem_changed(language, name)),
        };
        FieldProblem { field: place(code, field), words }
    };
    let lacking = |code: &String| FieldProblem {
        field: place(code, "points"),
        words: words::problem_lacks(language, name(code)),
    };
    let reference = written.reference.map(|fault| FieldProblem {
        field: "reference[words]".to_owned(),
        words: match fault {
            ReferenceFault::Missing => words::problem_reference(language).to_owned(),
            ReferenceFault::TooLong { limit } => words::problem_long(language, limit),
            ReferenceFault::Changed => words::problem_reference_changed(language).to_owned(),
        },
    });
    let lines = written.problems.iter().map(problem).chain(written.lacks.iter().map(lacking));
    let problems: Vec<FieldProblem> = lines.chain(reference).collect();
    (!problems.is_empty()).then_some(AppError::Invalid(problems))
}
