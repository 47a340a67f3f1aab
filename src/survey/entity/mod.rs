//! How surveys are kept.

pub mod survey;
pub mod survey_group;
pub mod survey_words;
