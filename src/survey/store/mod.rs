//! Keeping surveys.

mod answering;
mod error;
mod read;
mod run;
mod satisfied;

pub use answering::{Asked, answer, asked};
pub use error::SurveyError;
pub(crate) use read::kept;
pub use read::{GroupResult, SurveyPage, SurveyResult, SurveyRow, list, one, results};
pub(crate) use run::{NewSurvey, rows};
pub use run::{Seen, close, open};
pub(crate) use satisfied::{Satisfied, satisfied};
