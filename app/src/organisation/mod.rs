//! Organisations: the list, one file each, and the register that is imported.

mod problem;

pub mod api;
pub mod contacts_page;
pub mod download;
pub mod edit_page;
pub mod file_page;
pub mod help_page;
pub mod import_api;
pub mod import_page;
pub mod import_view;
pub(crate) mod import_words;
pub mod list;
pub mod list_page;
pub mod papers_card;
pub mod people_view;
pub mod person_page;
pub mod row;
pub mod sight;
pub mod stages_card;
pub(crate) mod words;

pub(crate) use problem::paper as told_of_file;
pub(crate) use words::grade_name;
