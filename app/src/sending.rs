//! What a form shows while it is sent and its answer is awaited: files, and what is done with them, take their time.

use leptos::{html, prelude::*};

/// Stands inside a form and says that it is under way, until the next page comes. Without scripts the browser's own
/// sign of loading has to do.
#[island]
pub fn Sending(label: String) -> impl IntoView {
    let under_way = RwSignal::new(false);
    let place = NodeRef::<html::P>::new();
    Effect::new(move |_| {
        if let Some(place) = place.get() {
            watch(&place, under_way);
        }
    });
    view! {
        <p node_ref=place class="sending" role="status">
            {move || {
                let label = label.clone();
                under_way
                    .get()
                    .then(|| {
                        view! {
                            <progress aria-label=label.clone()></progress>
                            <span>{label.clone()}</span>
                        }
                    })
            }}
        </p>
    }
}

#[cfg(feature = "hydrate")]
fn watch(place: &leptos::web_sys::Element, under_way: RwSignal<bool>) {
    use wasm_bindgen::{JsCast, closure::Closure};
    let Ok(Some(form)) = place.closest("form") else { return };
    let sent = Closure::<dyn Fn()>::new(move || under_way.set(true)).into_js_value();
    let _ = form.add_event_listener_with_callback("submit", sent.unchecked_ref());
    // The browser may bring back the page as it was left.
    let back = Closure::<dyn Fn()>::new(move || under_way.set(false)).into_js_value();
    let _ = window().add_event_listener_with_callback("pageshow", back.unchecked_ref());
}

#[cfg(not(feature = "hydrate"))]
fn watch(_place: &leptos::web_sys::Element, _under_way: RwSignal<bool>) {}
