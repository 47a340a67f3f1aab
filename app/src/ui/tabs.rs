//! Views of the same thing beside each other, each with a link of its own.

use leptos::prelude::*;

use super::badge::Count;

#[derive(Debug, Clone)]
pub struct TabLink {
    pub href: String,
    pub label: String,
    pub count: u32,
    pub current: bool,
}

#[component]
pub fn Tabs(
    /// What the views are of.
    #[prop(into)]
    label: String,
    links: Vec<TabLink>,
) -> AnyView {
    view! {
        <nav class="tabs" aria-label=label>
            {links
                .into_iter()
                .map(|tab| {
                    view! {
                        <a href=tab.href aria-current=tab.current.then_some("page")>
                            {tab.label}
                            <Count value=tab.count />
                        </a>
                    }
                })
                .collect_view()}
        </nav>
    }
    .into_any()
}
