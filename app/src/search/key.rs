//! Ctrl-K, or ⌘K, enters the field of the frame.

use leptos::prelude::*;

/// The field's id.
pub const FIELD: &str = "frame-search";

/// Listens for the key; it shows nothing.
#[island]
pub fn SearchKey() -> impl IntoView {
    Effect::new(move |_| listen());
}

#[cfg(feature = "hydrate")]
fn listen() {
    use wasm_bindgen::JsCast;
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let asked = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && event.key().eq_ignore_ascii_case("k");
        let field =
            document().get_element_by_id(FIELD).and_then(|found| found.dyn_into::<web_sys::HtmlInputElement>().ok());
        // On a phone the field is not shown, and the browser keeps its key.
        let Some(field) = field.filter(|field| asked && field.offset_width() > 0) else { return };
        event.prevent_default();
        let _ = field.focus();
        field.select();
    });
    on_cleanup(move || listener.remove());
}

#[cfg(not(feature = "hydrate"))]
fn listen() {}
