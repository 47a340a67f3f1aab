//! Trainings (能力培训): the list of a base, one session with who came, the code on the wall, and the page behind it,
//! which needs neither account nor script.

pub mod api;
pub mod came;
pub mod code;
pub mod deeds;
mod download;
pub mod files;
pub mod form;
pub mod list;
pub mod look;
mod problem;
pub mod screen;
pub mod spot;
pub mod todo;
pub(crate) mod words;

pub use download::routes;

use hatchboard::training::store::TrainingError;

use crate::{Language, error::AppError};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        code::CodePage,
        form::{EditTrainingPage, NewTrainingPage},
        list::TrainingsPage,
        screen::TrainingPage,
        spot::SpotPage,
    };
}

/// For pages elsewhere that only read.
pub(crate) fn told(error: TrainingError, language: Language) -> AppError {
    problem::told(error, language, "")
}
