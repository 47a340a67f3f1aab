//! Incubations as they are kept: how they begin, how they move, and what waits for the bureau.
//!
//! A step that has happened rewrites, in its own transaction, the weeks in which a report is asked for and
//! the columns that repeat the newest incubation on its organisation.

mod begin;
mod decide;
mod funnel;
mod passages;
mod read;
mod record;
mod step;

pub use begin::begin;
pub use decide::{decide, withdraw};
pub use funnel::{Funnel, Moved, funnel};
pub use passages::{Passage, passages_until};
pub use read::{ChangeRow, IncubationRow, OpenProposal, count_open_proposals, of_organisation, open_proposals};
pub use step::{change, propose};

pub(crate) use begin::Entered;
