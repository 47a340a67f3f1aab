//! What the base is to reach in a year (年度孵化目标任务): divided into quarters, each target with an owner.
//!
//! The targets of a year are written by the operator and approved by the bureau, all at once; a change is a new
//! version with a reason, and what was approved stands meanwhile. Some are counted from the base's records by a
//! [`CountingRule`], the others from entries with evidence that the bureau approves (domain: *Annual targets*).

mod catalogue;
mod change;
mod draft;
#[cfg(feature = "store")]
pub mod entity;
mod entry;
mod judge;
mod measure;
mod people;
mod progress;
#[cfg(feature = "store")]
pub mod store;
mod target;
#[cfg(test)]
mod tests;

pub use catalogue::{CATALOGUE, Standard, standard};
pub use change::{FieldChange, TargetChange, differences};
pub use draft::{Draft, DraftTarget};
pub use entry::{
    Entry, EntryAction, EntryBy, EntryFault, EntryField, EntryProblem, EntryRefusal, EntryState, NewEntry,
};
pub use judge::{Fault, Place, Problem, even_split, judge};
pub use measure::{CountingRule, Evidence, Measure};
pub use people::{PersonLine, people};
pub use progress::{Actual, OnPlan, Progress, forecast};
pub use target::{Target, TargetField};
