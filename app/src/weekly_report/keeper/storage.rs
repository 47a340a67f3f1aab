//! Words that have not reached the server yet, in the browser's storage.

use hatchboard::weekly_report::Draft;
use serde::{Deserialize, Serialize};

use crate::kept_form::storage::{storage, sweep};

const PREFIX: &str = "hatchboard.draft.";

/// What was typed, and the words that it was typed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Unsent {
    pub(super) base: Draft,
    pub(super) draft: Draft,
    /// The device's clock, in milliseconds.
    at: f64,
}

/// One draft's place in the storage. A browser that keeps nothing (private windows) is borne with.
#[derive(Debug)]
pub(super) struct Place {
    key: String,
}

impl Place {
    pub(super) fn new(key: &str) -> Self {
        sweep(PREFIX);
        Self { key: format!("{PREFIX}{key}") }
    }

    pub(super) fn read(&self) -> Option<Unsent> {
        serde_json::from_str(&storage()?.get_item(&self.key).ok()??).ok()
    }

    pub(super) fn write(&self, base: &Draft, draft: &Draft) {
        let unsent = Unsent { base: base.clone(), draft: draft.clone(), at: js_sys::Date::now() };
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(&unsent)) {
            // A full storage leaves the server's copy, two seconds later.
            let _ = storage.set_item(&self.key, &text);
        }
    }

    pub(super) fn clear(&self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key);
        }
    }
}
