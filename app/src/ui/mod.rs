//! What every page is built from: the frame, fields, tables, badges. Nothing here knows a rule of the base.
//!
//! Components render HTML that works without scripts, take words as arguments where the page knows them, and
//! name no colour: a [`badge::Tone`] says what is meant, the stylesheet how it looks. They give an `AnyView`:
//! the types of whole pages would otherwise grow past what the compiler follows.

pub mod account_menu;
pub mod badge;
pub mod card;
pub mod chart;
pub mod confirm;
pub mod empty;
pub mod error_page;
pub mod field;
pub mod file_input;
pub mod form;
pub mod frame;
pub mod icon;
pub mod keys;
pub mod list_query;
pub mod month;
pub mod nav;
pub mod navigation;
pub mod notice;
pub mod number;
pub mod page;
pub mod qr;
pub mod quarter;
pub mod stretch;
pub mod table;
pub mod tabs;
pub mod text;
pub mod time;
pub(crate) mod words;

use leptos::prelude::use_context;

use crate::{Language, request::Request};

/// The language of the page that is being rendered.
pub fn language() -> Language {
    use_context::<Language>().unwrap_or_else(|| Request::current().language)
}
