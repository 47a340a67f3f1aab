//! The quarter's anonymous survey: the bureau opens it, sends a link to each group, and reads what came of it.

pub mod answering;
pub mod api;
mod download;
pub mod list;
pub mod look;
pub mod opening;
mod problem;
pub mod results;
mod words;

pub use download::routes;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{answering::AnswerPage, list::SurveysPage, opening::NewSurveyPage, results::SurveyPage};
}
