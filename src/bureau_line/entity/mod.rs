//! How letters are kept.

pub mod bureau_letter;
pub mod bureau_message;
