//! How annual targets are kept.

pub mod target_entry;
pub mod target_version;
pub mod target_year;
