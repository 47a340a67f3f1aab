//! Incubations: their history, their steps, and what waits for the bureau.

pub mod api;
pub mod history_view;
mod problem;
pub mod proposals_page;
pub mod step_page;
pub(crate) mod words;

pub(crate) use problem::entry as entry_problems;
