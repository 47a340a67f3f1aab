//! What keeps the weekly rhythm: drafts, filings, reviews, exceptions, and what is read of them.
//!
//! Every function takes a proof, or something made of one ([`Subject`], [`Reviewer`], [`Speaker`],
//! [`Scope`](crate::access::Scope)), and looks at rows of that proof's base alone. Whether a week is expected
//! is computed at each reading by a [`Rhythm`]; what is stored are facts.

mod accepted;
pub(crate) mod as_at;
pub mod base_report;
pub mod cadence;
pub mod counters;
pub mod coverage;
mod deed;
pub mod draft;
mod error;
pub mod exception;
mod exception_list;
pub mod exception_request;
mod facts;
pub mod filing;
mod help;
pub(crate) mod lately;
pub mod listing;
pub mod matrix;
pub(crate) mod month_exception;
pub mod of_week;
pub mod onward;
pub(crate) mod owed;
pub(crate) mod quarter;
pub mod queue;
pub mod read;
mod record;
pub(crate) mod reporter;
pub mod review;
pub(crate) mod reviewed;
mod rhythm;
mod silence;
mod subject;
mod summary;
mod version;

pub(crate) use accepted::accepted_activities;
pub use as_at::AsAt;
pub use error::WeeklyReportError;
pub use facts::{Event, EventKind, ReturnedWith, SubjectName, Version, WeekFacts};
pub use filing::{Receipt, Sending, Sent};
pub use quarter::{FiledBeside, QuarterFiled, filed_beside, quarter_filed, quarter_rate};
pub use rhythm::Rhythm;
pub use subject::{Reviewer, Speaker, Subject};
