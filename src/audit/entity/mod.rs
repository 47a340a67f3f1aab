//! How this folder's records are kept, a table a file.

pub mod audit_event;
pub mod audit_head;
