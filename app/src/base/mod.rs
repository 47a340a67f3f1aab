//! Bases: the frame of their pages, where an administrator founds them, and what the bureau settles for one.

mod at;
pub(crate) mod frame;

pub mod api;
pub mod bases_page;
mod download;
pub mod settings_page;
pub(crate) mod words;

pub use at::At;
pub use download::routes;
pub use frame::Waits;
