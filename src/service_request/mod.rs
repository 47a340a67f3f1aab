//! Help that an organisation asks for, made into work (服务事项): with an owner, a day and a result.
//!
//! It comes out of a weekly report or of a visit after hatching, or is asked for directly; the operator accepts it,
//! sees to it and says what came of it; the organisation says how good that was, or, once, that it was not enough
//! (domain: *Terms*).

mod age;
mod due;
#[cfg(feature = "store")]
pub mod entity;
mod judge;
mod link;
mod state;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use age::Age;
pub use due::{Timely, advice_asked_for, default_due, working_days};
pub use judge::{
    AcceptText, Accepted, Asking, AskingText, Fault, Field, LONGEST_NAME, LONGEST_WORDS, Problem, Rating, RatingText,
    said,
};
pub use link::{LinkKind, LinkText, Linked};
pub use state::{Action, By, Refusal, State};

pub use crate::weekly_report::HelpKind;
