//! How this folder's records are kept, a table a file.

pub mod follow_up;
pub mod follow_up_attempt;
pub mod follow_up_questionnaire;
