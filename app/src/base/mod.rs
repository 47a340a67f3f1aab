//! Bases: the frame of their pages, and where an administrator founds them.

mod at;
pub(crate) mod frame;

pub mod api;
pub mod bases_page;
pub(crate) mod words;

pub use at::At;
pub use frame::Waits;
