//! Words that have not reached the server yet, in the browser's storage.

use leptos::prelude::window;
use serde::Deserialize;

use super::fate::Kept;

const PREFIX: &str = "hatchboard.form.";
/// What nobody came back for is thrown away after this many milliseconds (30 days).
const FORGOTTEN_AFTER: f64 = 30.0 * 86_400_000.0;

/// Everything that is kept has the time at which it was.
#[derive(Debug, Deserialize)]
struct Dated {
    at: f64,
}

/// One form's place in the storage. A browser that keeps nothing (private windows) is borne with.
#[derive(Debug)]
pub(super) struct Place {
    key: String,
}

impl Place {
    pub(super) fn new(key: &str) -> Self {
        sweep(PREFIX);
        Self { key: format!("{PREFIX}{key}") }
    }

    pub(super) fn read(&self) -> Option<Kept> {
        serde_json::from_str(&storage()?.get_item(&self.key).ok()??).ok()
    }

    pub(super) fn write(&self, kept: &Kept) {
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(kept)) {
            let _ = storage.set_item(&self.key, &text);
        }
    }

    pub(super) fn clear(&self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key);
        }
    }
}

/// Throws away what has lain for too long under names that begin so, and what an earlier program kept otherwise.
pub(crate) fn sweep(prefix: &str) {
    let Some(storage) = storage() else { return };
    let length = storage.length().unwrap_or_default();
    let keys: Vec<String> =
        (0..length).filter_map(|n| storage.key(n).ok()?).filter(|key| key.starts_with(prefix)).collect();
    for key in keys {
        let dated = storage.get_item(&key).ok().flatten().and_then(|text| serde_json::from_str::<Dated>(&text).ok());
        if dated.is_none_or(|dated| js_sys::Date::now() - dated.at > FORGOTTEN_AFTER) {
            let _ = storage.remove_item(&key);
        }
    }
}

pub(crate) fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}
