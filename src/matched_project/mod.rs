//! Matched projects (项目对接): an organisation, its project, and the partner that was found for it.

#[cfg(feature = "store")]
pub mod entity;
mod judge;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use judge::{Field, MatchedProject, ProjectText, State};
