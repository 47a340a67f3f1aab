//! Nothing there: why, and what to do about it.

use leptos::prelude::*;

use super::icon::{Icon, Picture};

/// Stands where a list would. The children are what can be done, such as a link.
#[component]
pub fn Empty(
    #[prop(into)] title: String,
    /// What to do, or why there is nothing to do.
    #[prop(optional, into)]
    words: String,
    #[prop(default = Icon::Check)] icon: Icon,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    view! {
        <div class="empty">
            <Picture icon=icon />
            <p class="empty-title">{title}</p>
            {(!words.is_empty()).then(|| view! { <p class="soft">{words}</p> })}
            {children.map(|children| view! { <div class="row">{children()}</div> })}
        </div>
    }
    .into_any()
}
