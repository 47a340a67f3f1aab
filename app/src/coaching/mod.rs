//! Coaching visits (孵化指导、督导): the list of a base, and one visit.

pub mod api;
mod download;
pub mod list;
pub mod screen;
pub(crate) mod words;

pub use download::routes;

use hatchboard::coaching::store::VisitError;

use crate::{Language, error::AppError};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        list::VisitsPage,
        screen::{NewVisitPage, VisitPage},
    };
}

pub(crate) fn told(error: VisitError, language: Language) -> AppError {
    crate::record::told(error, language, words::field)
}
