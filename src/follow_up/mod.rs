//! Looking back at the hatched (出壳回头看): when each is visited again, what was found, and how many live on.
//!
//! The [schedule](schedule) follows from the day of hatching and is never stored; a visit that is kept belongs to an
//! [`Age`], or is an extra one for a [`Signal`] of risk. What is found is text until it is filed: a [`Draft`], of
//! which [`judge`] makes a [`Visit`] (domain: *Follow-ups*).

mod attempt;
mod draft;
#[cfg(feature = "store")]
pub mod entity;
mod field;
mod judge;
mod outcome;
mod plan;
mod questionnaire;
mod risk;
mod schedule;
mod signal;
mod standing;
mod state;
#[cfg(feature = "store")]
pub mod store;
mod survival;
#[cfg(test)]
mod tests;
mod visit;

pub use attempt::{Attempt, Means, NewAttempt, NotLost, Reached, may_be_lost};
pub use draft::Draft;
pub use field::{Field, Kind, Section};
pub use judge::{Context, Fault, Problem, judge};
pub use outcome::Outcome;
pub use plan::{Assignment, NewAssignment};
pub use questionnaire::{Answered, Shut, open_on, open_until};
pub use risk::{Looked, QuarterResult, Risk, Signs, risks};
pub use schedule::{Age, Due, LEEWAY_DAYS, schedule};
pub use signal::{NewSignal, Signal, SignalRaised, silent_since};
pub use standing::{Hatching, Standing};
pub use state::{Action, By, CONFIRMED_WITHIN, Refusal, State};
pub use survival::{AtAge, Life, Survival, SurvivalCell, SurvivalRow, survival};
pub use visit::{Answer, HelpNeeded, Method, Visit};
