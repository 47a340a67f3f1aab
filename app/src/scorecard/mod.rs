//! Scorecards (评分表): what is scored and for how much, in versions; read by everyone of the base, written by the admin and the bureau.

pub mod api;
pub mod card;
mod change;
mod download;
pub mod editor;
pub mod list;
pub mod look;
mod problem;
pub mod rows;
pub mod sheet;
pub mod shelf;
pub mod steps;
pub mod versions;
mod words;

pub use download::routes;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{card::CardPage, editor::EditCardPage, list::CardsPage};
}
