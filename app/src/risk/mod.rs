//! Risks (风险提示): whom to see to, why in numbers, and what to do about it.

pub mod card;
mod download;
pub mod list;
pub mod look;
mod words;

pub(crate) use card::{RiskCard, first};
pub use download::routes;
pub(crate) use words::title;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::list::RisksPage;
}
