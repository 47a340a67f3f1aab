//! Instructions (交办/督办) from the bureau to the base, with an owner, a deadline and a closure.

#[cfg(feature = "store")]
pub mod entity;
mod state;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use state::{Action, By, Refusal, State};
