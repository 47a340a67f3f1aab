//! What the pages of plain records share: how one comes from one list to the next, what is wrong with what was typed,
//! and what an organisation sees of all of them.

mod download;
pub mod look;
pub mod ours;
mod problem;
mod words;

pub use download::routes;
pub(crate) use look::{Kind, RecordTabs, StrikeForm, StruckNote, every_year, seen, struck_options, typed_yuan, year};
pub(crate) use problem::{problems, told};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::ours::OurRecordsPage;
}
