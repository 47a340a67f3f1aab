//! Coaching visits (孵化指导、督导): with whom, when and how, what was looked at and what was agreed.

#[cfg(feature = "store")]
pub mod entity;
mod judge;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use judge::{Field, Method, Visit, VisitText};
