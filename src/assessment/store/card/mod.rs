//! Keeping scorecards: versions that never change once they are published, and one draft of the next at the most.
//!
//! Version 1 is what the program ships. A base that has published none of its own keeps no row of it; the first that it
//! publishes puts version 1 beside it as it was that day, so that a later program changes nothing of what was in force.
//!
//! **Who writes.** A scorecard belongs to one base. The admin of the installation, who scores nothing, keeps it, and so
//! does an officer of the bureau that answers for the base's scores; an admin who runs the base as well does not.
//! Everyone who reads the base's records reads its cards.

mod draft;
mod error;
mod publish;
mod read;
mod record;
mod upload;

pub use draft::{Saved, begin, drop_draft, save};
pub use error::CardError;
pub use publish::publish;
pub use read::{CardPage, CardRow, DraftRow, Published, cards, in_force, in_force_at, one};
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
