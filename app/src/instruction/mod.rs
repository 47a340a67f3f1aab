//! What the bureau asks of the base (交办): given, answered, closed or sent back.

mod api;
pub mod detail;
mod download;
pub mod list;
pub mod new;
mod problem;
pub mod status;
mod words;

pub use download::routes;
pub(crate) use problem::told;
pub(crate) use status::StateBadge;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{detail::InstructionPage, list::InstructionsPage, new::NewInstructionPage};
}
