//! Keeping scorecards: versions that never change once they are published, and one draft of the next at the most.
//!
//! Version 1 is what the program ships. A base that has published none of its own keeps no row of it; the first that it
//! publishes puts version 1 beside it as it was that day, so that a later program changes nothing of what was in force.
//!
//! **Who writes.** A scorecard belongs to one base, and the administrator of an installation has no page of a base. The
//! officer of the bureau that supervises it and answers for its scores writes its cards, as with the reporting cadence.
//! Everyone who reads the base's records reads them.

mod draft;
mod error;
mod publish;
mod read;
mod record;
mod upload;

pub use draft::{Saved, begin, drop_draft, save};
pub use error::CardError;
pub use publish::publish;
pub use read::{CardPage, CardRow, DraftRow, Published, cards, in_force, one};
pub use upload::{Upload, upload};

use super::super::Scorecard;

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 500;

/// A scorecard, and which version of its kind it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardVersion {
    /// From 1.
    pub version: i32,
    pub card: Scorecard,
}
