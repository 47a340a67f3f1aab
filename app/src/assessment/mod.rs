//! Assessments by the quarter (季季有考核) and by the year: rounds, sheets, the bureau's check, objections.
//!
//! One screen serves every role: what may be done on it follows from who looks at it ([`here::Here`]) and from where the
//! sheet stands.

pub mod api;
pub mod correct;
pub mod corrections;
pub mod deeds;
mod download;
pub mod exits;
mod file_api;
pub mod files;
pub mod grants;
pub(crate) mod here;
pub mod history;
pub mod latecomers;
pub mod later;
pub mod lines;
pub mod look;
pub mod lost;
mod lost_words;
pub mod names;
pub mod objections;
pub mod ours;
pub mod print_links;
mod problem;
pub mod records;
pub mod reference;
pub mod report_sample;
mod report_sample_api;
pub mod rhythm;
mod rhythm_words;
pub mod round;
pub mod round_head;
pub mod rounds;
pub mod sections;
pub mod sheet;
mod sheet_download;
pub mod summary;
pub mod todo;
pub mod version;
pub(crate) mod words;
pub mod write;

pub use download::routes;
pub(crate) use here::{ITSELF, sheet_path, subject};
pub(crate) use look::{band_tone, facts_words, shown, state_tone};
pub(crate) use lost::{LastLostCard, PLACE as LOST, last as last_published};
pub(crate) use problem::told;
pub(crate) use todo::{AssessmentCard, AssessmentTodos, DeskCards};
pub(crate) use words::{band_name, occasion_name, state_name};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        ours::OurAssessmentsPage,
        round::RoundPage,
        rounds::RoundsPage,
        sheet::{OurSheetPage, SheetPage},
    };
}
