//! Keeping the jobs that make workbooks, and their files.
//!
//! A job belongs to whoever asked: it is read by the role by which they asked, so that it holds what they may see, and
//! nobody else lists, cancels or downloads it.

mod error;
mod job;
mod run;

pub use error::WorkbookError;
pub use job::{Job, ask, cancel, file, mine, sweep};
pub(super) use run::Watch;
pub use run::{LEASE, Say, Taken, carry_out, run_next, straight, take_next};
