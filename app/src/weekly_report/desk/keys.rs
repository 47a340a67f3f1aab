//! What the keyboard does on the review page. Plain links and buttons do the same; the keys only press them.

use leptos::prelude::*;

use crate::help_key;

/// Ids of what the keys press or enter.
pub const NEXT: &str = "review-next";
pub const PREVIOUS: &str = "review-previous";
pub const ACCEPT: &str = "review-accept";
/// The field `reason` of the form `return`.
#[cfg(feature = "hydrate")]
const RETURN: &str = "return-reason";

/// Listens to the keys, and then offers to tell them, as `?` does.
#[island]
pub fn ReviewKeys(
    /// Words of the button that tells the keys.
    label: String,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    Effect::new(move |_| {
        awake.set(true);
        listen();
    });
    move || {
        let label = label.clone();
        awake.get().then(|| {
            view! {
                <div class="keys">
                    <button class="button quiet" type="button" aria-haspopup="dialog" on:click=move |_| help_key::toggle()>
                        {label}
                    </button>
                </div>
            }
        })
    }
}

/// Ticks every box of a name at once.
#[island]
pub fn SelectAll(
    /// The boxes' name.
    name: String,
    label: String,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    move || {
        let (name, label) = (name.clone(), label.clone());
        awake.get().then(|| {
            view! {
                <label class="choice">
                    <input type="checkbox" on:change=move |event| tick_all(&name, event_target_checked(&event)) />
                    <span>{label}</span>
                </label>
            }
        })
    }
}

#[cfg(feature = "hydrate")]
fn listen() {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || help_key::is_typing() || help_key::is_open() {
            return;
        }
        match event.key().as_str() {
            "j" => press(NEXT),
            "k" => press(PREVIOUS),
            "a" => enter(ACCEPT, &event),
            "r" => enter(RETURN, &event),
            _ => (),
        }
    });
    on_cleanup(move || listener.remove());
}

#[cfg(not(feature = "hydrate"))]
fn listen() {}

#[cfg(feature = "hydrate")]
fn element(id: &str) -> Option<web_sys::HtmlElement> {
    use wasm_bindgen::JsCast;
    document().get_element_by_id(id)?.dyn_into().ok()
}

#[cfg(feature = "hydrate")]
fn press(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Moves there; what is folded around it is opened first.
#[cfg(feature = "hydrate")]
fn enter(id: &str, event: &web_sys::KeyboardEvent) {
    let Some(element) = element(id) else { return };
    event.prevent_default();
    if let Ok(Some(fold)) = element.closest("details") {
        let _ = fold.set_attribute("open", "");
    }
    let _ = element.focus();
}

#[cfg(feature = "hydrate")]
fn tick_all(name: &str, ticked: bool) {
    use wasm_bindgen::JsCast;
    let boxes = document().get_elements_by_tag_name("input");
    (0..boxes.length())
        .filter_map(|n| boxes.item(n)?.dyn_into::<web_sys::HtmlInputElement>().ok())
        .filter(|field| field.name() == name)
        .for_each(|field| field.set_checked(ticked));
}

#[cfg(not(feature = "hydrate"))]
fn tick_all(_name: &str, _ticked: bool) {}
