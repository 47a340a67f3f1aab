//! Keeping rectifications.

mod error;
mod give;
pub mod listing;
mod read;
mod step;
mod tally;

pub use error::RectificationError;
pub use give::{Subject, give};
pub use read::{
    OrganisationCounts, Rectification, RectificationFilter, Waits, choices, counts_of, evidence_of, list, one, waits,
    week_of,
};
pub use step::{Repairer, Seen, close, extend, report, send_back, withdraw};
pub(crate) use tally::overdue;
pub use tally::{late_within, open_of, timely_within};
