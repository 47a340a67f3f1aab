//! Trainings (能力培训): sessions to which organisations are invited, and who came.
//!
//! Attendances (人次), people (人数) and organisations (机构数) are counted apart, always (domain: *Terms*). Whoever comes
//! signs in on the spot by a link, on the session's day only, or is entered from a list by the operator. What is put
//! right after the day stands on the record with its reason.

mod attend;
#[cfg(feature = "store")]
pub mod entity;
mod judge;
mod state;
#[cfg(feature = "store")]
pub mod store;
mod tally;
#[cfg(test)]
mod tests;

pub use attend::{AttendField, ListText, Listed, MOST_NAMES, SignIn, SignInText};
pub use judge::{Field, Invited, MOST_OUTSIDERS, Training, TrainingText};
pub use state::{Action, Closed, Refusal, State, Topic, signing_in};
pub use tally::{Came, Party, Tally};
