//! The audit log: of a base for its auditors, of the installation for administrators.

pub mod log_page;
pub(crate) mod words;
