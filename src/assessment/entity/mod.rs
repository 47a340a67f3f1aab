//! How scorecards are kept.

pub mod scorecard_version;
