//! How this folder's records are kept, a table a file.

pub mod former_state;
pub mod idempotency;
pub mod returned_form;
