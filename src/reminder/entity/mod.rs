//! How this folder's records are kept, a table a file.

pub mod job_lease;
pub mod reminder_delivery;
pub mod reminder_rule;
pub mod reminder_setting;
pub mod reminder_steps;
pub mod reminder_told;
