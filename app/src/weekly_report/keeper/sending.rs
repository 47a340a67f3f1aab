//! A draft on its way to the server.

use std::time::Duration;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

use super::wire::{Kept, Words};
use crate::error::AppError;

/// Why a draft did not reach its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// No answer, or one that may be another in a while.
    Away,
    SignedOut,
    /// The server has understood and does not take it.
    Refused(AppError),
}

/// Sends the words. `leaving` lets them arrive after the page is gone (64 KB at the most, by the browsers' rule).
pub(super) async fn send(address: &str, words: &Words, leaving: bool) -> Result<Kept, Failure> {
    let response = fetch(address, words, leaving).await.map_err(|_| Failure::Away)?;
    let body = text(&response).await.map_err(|_| Failure::Away)?;
    if let Ok(kept) = serde_json::from_str(&body) {
        return Ok(kept);
    }
    match response.status() {
        401 => Err(Failure::SignedOut),
        429 | 500.. => Err(Failure::Away),
        _ => serde_json::from_str(&body).map_or(Err(Failure::Away), |error| Err(Failure::Refused(error))),
    }
}

/// How long to wait before trying for the nth time: 2, 4, 8 … 60 seconds.
pub(super) fn pause(failures: u32) -> Duration {
    Duration::from_secs(2_u64.saturating_pow(failures.clamp(1, 6)).min(60))
}

async fn fetch(address: &str, words: &Words, leaving: bool) -> Result<Response, JsValue> {
    let body = serde_json::to_string(words).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let headers = Object::new();
    for (name, value) in [("Content-Type", "application/json"), ("Accept", "application/json")] {
        Reflect::set(&headers, &name.into(), &value.into())?;
    }
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&body.into());
    Reflect::set(&init, &"keepalive".into(), &leaving.into())?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let promise: Promise = window.fetch_with_str_and_init(address, &init);
    JsFuture::from(promise).await?.dyn_into()
}

async fn text(response: &Response) -> Result<String, JsValue> {
    JsFuture::from(response.text()?).await.map(|text| text.as_string().unwrap_or_default())
}
