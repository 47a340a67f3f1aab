use super::super::Fault;
use crate::{evidence::FilesError, store::StoreError};

/// Why something with a workbook was not done.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    /// No such workbook, as far as the asker may know.
    #[error("there is no such workbook")]
    NotFound,
    /// The quarter cannot be asked for.
    #[error("the quarter cannot be accepted")]
    Invalid(Fault),
    /// Too many of theirs wait already.
    #[error("as many workbooks as one may ask for at once wait already")]
    TooMany,
    /// It is done, or has ended otherwise.
    #[error("the workbook is not waiting any more")]
    Over,
    #[error(transparent)]
    Files(#[from] FilesError),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It could not be made.
    #[error("the workbook could not be made: {0}")]
    Broken(String),
}

impl From<sea_orm::DbErr> for WorkbookError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
