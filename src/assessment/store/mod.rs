//! Keeping assessments.

pub mod card;
