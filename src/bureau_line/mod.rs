//! The line to the bureau past the operator (直通民政局): an organisation's complaint, suggestion or question, and what
//! the bureau says to it.
//!
//! The operator, whom it may be about, learns nothing of it: no list, number or workbook of the operator's has it, and
//! its deeds stand in the audit log without words, person and organisation. Whoever is of the operator's team has no
//! part in it, whatever else they are (see [`Asker::apart`](crate::access::Asker::apart)).

#[cfg(feature = "store")]
pub mod entity;
mod judge;
mod state;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use judge::{Fault, Field, LONGEST_WORDS, Letter, LetterKind, LetterText, Problem, said};
pub use state::{Action, By, Refusal, State};
