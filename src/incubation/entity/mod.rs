//! How this folder's records are kept, a table a file.

pub mod incubation;
pub mod reporting_span;
pub mod stage_change;
