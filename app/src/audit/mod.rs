//! The audit log: of a base for its auditors, of the installation for administrators.

mod download;
pub mod log_page;
pub(crate) mod words;

pub use download::routes;
