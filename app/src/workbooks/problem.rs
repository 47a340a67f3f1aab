//! What the rules of workbooks refuse.

use hatchboard::workbook::{Fault, MOST_OPEN, store::WorkbookError};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

pub(super) fn told(error: WorkbookError, language: Language) -> AppError {
    let at_quarter = |words: String| AppError::Invalid(vec![FieldProblem { field: "quarter".to_owned(), words }]);
    match error {
        WorkbookError::NotFound => AppError::NotFound,
        WorkbookError::Over => AppError::Refused(Refusal::NotNow),
        WorkbookError::TooMany => at_quarter(words::too_many(language, MOST_OPEN)),
        WorkbookError::Invalid(Fault::Missing | Fault::Unknown) => at_quarter(words::choose(language).to_owned()),
        WorkbookError::Invalid(Fault::NotBegun) => at_quarter(words::not_begun(language).to_owned()),
        WorkbookError::Store(error) => error.into(),
        error @ (WorkbookError::Files(_) | WorkbookError::Broken(_)) => AppError::unknown(&error),
    }
}
