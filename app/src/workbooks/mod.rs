//! The workbook of a base's quarter: asked for, made in the background, downloaded.

pub mod api;
mod download;
pub mod page;
mod problem;
mod wording;
mod words;

pub use download::routes;
pub(crate) use page::WorkbookLink;
pub use wording::wording;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::page::WorkbooksPage;
}
