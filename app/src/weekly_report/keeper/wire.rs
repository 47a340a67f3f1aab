//! What the browser and the server tell each other of a draft while somebody writes.

use hatchboard::weekly_report::Draft;
use serde::{Deserialize, Serialize};

use crate::Language;

/// What the island is woken with: where the draft stands, and where its next words are sent to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    pub language: Language,
    /// The form's `id`.
    pub form: String,
    /// Takes a [`Words`] and answers with a [`Kept`].
    pub address: String,
    /// Tells this draft from every other in the browser's storage, by account too.
    pub key: String,
    /// The draft as the form shows it.
    pub draft: Draft,
    /// The version that it was read with.
    pub version: i32,
    /// The clock time at which it was saved, such as `10:42`; `None` where nothing has been saved.
    pub saved: Option<String>,
}

/// The draft as it is typed, and the version that it stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub version: i32,
    pub draft: Draft,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kept", rename_all = "snake_case")]
pub enum Kept {
    /// `at` is the server's clock time in the base's zone.
    Saved { version: i32, at: String },
    /// Somebody saved newer words; nothing was overwritten.
    Newer { version: i32, draft: Box<Draft>, by: String },
}
