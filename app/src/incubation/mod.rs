//! Incubations: their history, their steps, and what waits for the bureau.

pub mod api;
mod download;
pub mod history_view;
mod problem;
pub mod proposals_page;
pub mod step_page;
pub(crate) mod words;

pub use download::routes;
pub(crate) use problem::entry as entry_problems;
