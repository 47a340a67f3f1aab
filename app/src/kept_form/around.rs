//! What a keeper asks of the page around its form, and of the server.

use js_sys::Promise;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

use super::fate::Came;

/// As the address of the page tells it.
pub(super) fn how_it_came() -> Came {
    let query = window().location().search().unwrap_or_default();
    if query.contains("returned=") {
        Came::Back
    } else if query.contains("done=") {
        Came::Done
    } else {
        Came::Opened
    }
}

/// Whether a chosen file is still being made smaller or kept (`pictures.js`).
pub(super) fn is_at_work() -> bool {
    document().query_selector("[data-at-work]").is_ok_and(|found| found.is_some())
}

/// Whether the server answers.
pub(super) async fn is_there() -> bool {
    let promise: Promise = window().fetch_with_str_and_init("/healthz", &RequestInit::new());
    JsFuture::from(promise).await.is_ok_and(|answer| answer.dyn_into().is_ok_and(|answer: Response| answer.ok()))
}
