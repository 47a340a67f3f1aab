//! Keeping annual targets: the operator writes, the bureau decides, records and entries count.

mod count;
mod decide;
mod draft;
mod enter;
mod error;
mod file;
mod read;
mod record;
mod record_count;
mod serving;

pub use count::{Counted, Source};
pub use decide::{approve, send_back};
pub use draft::{Saved, save};
pub use enter::{decide_entry, enter, withdraw_entry};
pub use error::TargetError;
pub use file::{change, discard, submit, withdraw};
pub(crate) use read::reached;
pub use read::{EnteredRow, TargetLine, TargetPage, TargetWaits, Version, YearPage, on_plan, one, waits, year};
pub(crate) use record::standing;

pub use serving::{Serving, serving};

use super::{Draft, Target};

/// The longest reason, in characters.
pub const LONGEST_WORDS: usize = 500;

/// What a year can be begun with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    Catalogue,
    /// What stands approved of the year before.
    LastYear,
}

impl Beginning {
    /// The draft that it stands for; `before` are last year's targets.
    pub fn draft(self, before: &[Target]) -> Draft {
        match self {
            Self::Catalogue => Draft::of_catalogue(),
            Self::LastYear => Draft::from(before),
        }
    }
}
