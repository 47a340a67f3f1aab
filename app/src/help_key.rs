//! `?` tells what the keys of the page do, wherever nobody is typing.

use leptos::prelude::*;

/// Id of the dialog that tells them; the frame has it.
pub const DIALOG: &str = "keys-dialog";

/// Listens for the key; it shows nothing.
#[island]
pub fn HelpKey() -> impl IntoView {
    Effect::new(move |_| listen());
}

#[cfg(feature = "hydrate")]
fn listen() {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        // A Chinese keyboard has a wide one.
        let asked = matches!(event.key().as_str(), "?" | "？");
        let alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if asked && alone && !is_typing() {
            event.prevent_default();
            toggle();
        }
    });
    on_cleanup(move || listener.remove());
}

#[cfg(not(feature = "hydrate"))]
fn listen() {}

/// Opens the dialog, or closes it. The browser closes it by Escape, and gives the focus back where it was.
#[cfg(feature = "hydrate")]
pub(crate) fn toggle() {
    let Some(dialog) = dialog() else { return };
    if dialog.open() {
        dialog.close();
    } else {
        let _ = dialog.show_modal();
    }
}

#[cfg(not(feature = "hydrate"))]
pub(crate) fn toggle() {}

/// While it is open, the page's other keys rest.
#[cfg(feature = "hydrate")]
pub(crate) fn is_open() -> bool {
    dialog().is_some_and(|dialog| dialog.open())
}

/// Within a field keys are letters.
#[cfg(feature = "hydrate")]
pub(crate) fn is_typing() -> bool {
    let tag = document().active_element().map(|element| element.tag_name().to_ascii_lowercase());
    matches!(tag.as_deref(), Some("input" | "textarea" | "select"))
}

#[cfg(feature = "hydrate")]
fn dialog() -> Option<web_sys::HtmlDialogElement> {
    use wasm_bindgen::JsCast;
    document().get_element_by_id(DIALOG)?.dyn_into().ok()
}
