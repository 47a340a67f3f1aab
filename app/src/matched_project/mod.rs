//! Matched projects (项目对接): the list of a base, and one match.

pub mod api;
mod download;
pub mod list;
pub mod look;
pub mod screen;
pub(crate) mod words;

pub use download::routes;

use hatchboard::matched_project::store::ProjectError;

use crate::{Language, error::AppError};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        list::ProjectsPage,
        screen::{NewProjectPage, ProjectPage},
    };
}

pub(crate) fn told(error: ProjectError, language: Language) -> AppError {
    crate::record::told(error, language, words::field)
}
