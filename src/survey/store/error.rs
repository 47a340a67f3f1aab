use super::super::Problem;
use crate::store::StoreError;

/// Why something with a survey was not done.
#[derive(Debug, thiserror::Error)]
pub enum SurveyError {
    /// No such survey, as far as the asker may know; or a link that leads to none.
    #[error("there is no such survey")]
    NotFound,
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<Problem>),
    /// A quarter has one survey.
    #[error("this quarter has a survey already")]
    QuarterTaken,
    #[error("the survey is over")]
    Over,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for SurveyError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
