//! The statutory calendar, as an administrator sees, adds and corrects it.

pub mod api;
pub mod calendar_page;
pub(crate) mod words;
