//! Opens the browser's own window for printing.

use leptos::prelude::*;

/// Nothing without scripts: the browser's menu prints the page all the same.
#[island]
pub fn PrintButton(label: String) -> impl IntoView {
    let ready = RwSignal::new(false);
    Effect::new(move |_| ready.set(true));
    view! {
        {move || {
            let label = label.clone();
            ready
                .get()
                .then(|| {
                    view! {
                        <button type="button" class="button main" on:click=move |_| print()>
                            {label.clone()}
                        </button>
                    }
                })
        }}
    }
}

#[cfg(feature = "hydrate")]
fn print() {
    let _ = window().print();
}

#[cfg(not(feature = "hydrate"))]
fn print() {}
