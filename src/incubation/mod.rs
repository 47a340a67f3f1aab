//! One incubation of one organisation, from application to the end of tracking.
//!
//! [`Stage::next`] is the only way from stage to stage; what the bureau confirms is first a [`Proposal`] of
//! the operator. The dated stages make the [`Timeline`] that says in which weeks a report is asked for.
//! A re-entry is a new incubation (domain: *Stages of an incubation*).

#[cfg(feature = "store")]
pub mod entity;
mod entry;
#[cfg(feature = "store")]
mod error;
mod funnel;
mod gate;
mod history;
mod proposal;
mod stage;
mod step;
#[cfg(feature = "store")]
pub mod store;
mod term;
#[cfg(test)]
mod tests;

pub use entry::{EnteredAs, Entry, EntryFault, EntryField, EntryProblem, EntryText, Step};
#[cfg(feature = "store")]
pub use error::IncubationError;
pub use funnel::{Flow, Phase, flows};
pub use gate::{Gate, GateFacts, Unmet};
pub use history::{HistoryFault, Presence, Span, StageChange, Timeline, reporting_spans};
pub use proposal::{Decision, Proposal, ProposalRefusal, ProposalState};
pub use stage::{Action, By, ExitCause, Refusal, Stage};
pub use step::{StepAsked, StepFault, StepField, StepProblem, StepText};
pub use term::{Mode, Term, TermFault};
