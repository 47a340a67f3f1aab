//! Reminders: one's own notices and settings, and what a base's operator sees and does of them.

mod api;
mod download;
pub mod kinds;
pub mod letter;
pub mod lines;
pub mod log;
mod names;
pub mod notices;
pub mod now;
pub mod of_base;
mod problem;
pub mod settings;
pub mod steps;
mod words;

pub use download::routes;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{notices::NoticesPage, of_base::RemindersPage, settings::ReminderSettingsPage};
}
