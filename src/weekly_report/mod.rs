//! The report that an organisation, or the base itself, files for a week.
//!
//! Three facts about a week are kept apart (domain: *State of a filing*): whether a report was
//! [expected](Expectation), how [timely](Timeliness) it came, and what it says ([`Report`] or nothing to
//! report). Nothing typed is judged before it is kept: a [`Draft`] is text, [`judge`] makes a report of it.

mod among;
mod cell;
mod compare;
mod draft;
#[cfg(feature = "store")]
pub mod entity;
mod expectation;
mod field;
mod filed_weeks;
mod judge;
mod rate;
mod receipt;
mod reopening;
mod report;
mod state;
#[cfg(feature = "store")]
pub mod store;
mod summary;
#[cfg(test)]
mod tests;
mod timeliness;

pub use crate::typed::{Fault, MAX_YUAN, read_cents, read_count};
pub use among::Among;
pub use cell::{Cell, Content};
pub use compare::{Change, FieldConflict, Merged, Value, conflicts, differences, merge};
pub use draft::{Draft, DraftActivity, NoSuchRow};
pub use expectation::{Cadence, Circumstances, Excuse, Expectation, NoSuchCadence, Why};
pub use field::{ActivityField, Field, FieldPath, NoSuchField};
pub use filed_weeks::FiledWeeks;
pub use judge::{Context, FIRST_REPORT_REACHES_BACK, Problem, judge};
pub use rate::{MoreThanExpected, Rate};
pub use receipt::{NoSuchReceipt, ReceiptNumber};
pub use reopening::{OutOfReopening, Reopening, ReopeningFault};
pub use report::{Activity, ActivityKind, Help, HelpKind, Notice, Report};
pub use state::{Action, By, Refusal, State};
pub use summary::{HelpNeeded, OrganisationWeek, Summary, Told};
pub use timeliness::{Extension, Filing, Judgement, Rework, Reworked, Timeliness, extended};
