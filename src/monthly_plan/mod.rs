//! The plan that an organisation, or the base itself, makes for a month (月计划), and what became of it.
//!
//! A plan is text until it is submitted: a [`Draft`], of which [`judge`] makes [`Item`]s. Approved, it stands; a
//! change of it is a new version that is approved anew. Weekly reports tell progress on its items, and the
//! month's [result](ItemResult) is proposed from them, corrected by a person, and closed (domain: *Monthly plans*).

mod change;
mod closing;
mod completion;
mod draft;
#[cfg(feature = "store")]
pub mod entity;
mod item;
mod item_state;
mod judge;
mod outcome;
mod start;
mod state;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use change::{FieldChange, ItemChange, differences};
pub use closing::Closing;
pub use completion::{Completion, ItemShare, WHOLE};
pub use draft::{Draft, DraftItem};
pub use item::{Item, ItemField, Progress};
pub use item_state::ItemState;
pub use judge::{Fault, Place, Problem, judge};
pub use outcome::{
    ItemResult, Outcome, OutcomeFault, OutcomeField, OutcomeProblem, Release, TypedOutcome, judge_result, proposed,
};
pub use start::{carried, day_in, start};
pub use state::{Action, By, Refusal, Standing, State, is_expected};
