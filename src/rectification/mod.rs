//! Faults that have to be repaired (整改), from the day on which one is found to its closing (销号).
//!
//! A report, an assessment or a visit brings it up; whoever it concerns says what was repaired; the operator closes
//! what it gave an organisation, the bureau what it gave itself and whatever concerns the base. Open ones block
//! hatching, and those that were not repaired by their day take points away (domain: *Scores*). Whoever gave one by
//! mistake withdraws it: it stays listed and counts nowhere. One that is open can be given more time.

#[cfg(feature = "store")]
pub mod entity;
mod found;
mod judge;
mod state;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;
mod timely;

pub use found::{FoundIn, NoSuchRecord};
pub use judge::{
    Extension, ExtensionText, Fault, Field, Finding, FindingText, LONGEST_OWNER, LONGEST_WORDS, Problem, remark, said,
};
pub use state::{Action, Matter, Party, Refusal, Source, State};
pub use timely::{Tally, Timely};
