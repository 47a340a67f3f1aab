//! How monthly plans are kept.

pub mod monthly_plan;
pub mod monthly_plan_version;
pub mod plan_progress;
