//! The entries of a place: all of them in the side of wide screens, a few at the thumb of narrow ones.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{
    badge::{Count, Tone},
    frame::NavItem,
    icon::{Icon, Picture},
    nav::Group,
    words,
};
use crate::Language;

/// In the order of their headings, what stands under none first; below a heading in their own order.
fn grouped(items: Vec<NavItem>) -> BTreeMap<Option<Group>, Vec<NavItem>> {
    let mut groups: BTreeMap<Option<Group>, Vec<NavItem>> = BTreeMap::new();
    for item in items {
        groups.entry(item.group).or_default().push(item);
    }
    groups
}

/// All entries, under their headings.
#[component]
pub fn Navigation(items: Vec<NavItem>, language: Language) -> AnyView {
    let group = |(group, items): (Option<Group>, Vec<NavItem>)| match group {
        None => view! { <NavList items=items /> }.into_any(),
        Some(group) => view! {
            <p class="nav-group" id=group.id()>
                {group.words(language)}
            </p>
            <NavList items=items labelled_by=group.id() />
        }
        .into_any(),
    };
    grouped(items).into_iter().map(group).collect_view().into_any()
}

/// The same where there is little room: each heading opens its entries. That of the page is open, and all are where
/// they fit.
#[component]
fn Folded(items: Vec<NavItem>, language: Language) -> AnyView {
    const FITTING: usize = 8;
    let all_fit = items.len() <= FITTING;
    let group = |(group, items): (Option<Group>, Vec<NavItem>)| match group {
        None => view! { <NavList items=items /> }.into_any(),
        Some(group) => {
            let waiting: u32 = items.iter().filter_map(|item| item.count).sum();
            let open = all_fit || items.iter().any(|item| item.current);
            view! {
                <details class="nav-fold" open=open>
                    <summary>
                        <span class="nav-word">{group.words(language)}</span>
                        <Count value=waiting brief=true />
                        <Picture icon=Icon::Down />
                    </summary>
                    <NavList items=items label=group.words(language) />
                </details>
            }
            .into_any()
        }
    };
    grouped(items).into_iter().map(group).collect_view().into_any()
}

#[component]
fn NavList(
    items: Vec<NavItem>,
    /// The element that says what the list is of.
    #[prop(optional)]
    labelled_by: Option<&'static str>,
    /// What it is of, where no element says so.
    #[prop(optional)]
    label: Option<&'static str>,
) -> AnyView {
    view! {
        <ul class="nav-list" aria-labelledby=labelled_by aria-label=label>
            {items
                .into_iter()
                .map(|item| {
                    view! {
                        <li>
                            <NavLink item=item />
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn NavLink(item: NavItem, #[prop(optional)] brief: bool) -> AnyView {
    let tone = if item.current { Tone::Accent } else { Tone::Calm };
    view! {
        <a class="nav-link" href=item.href aria-current=item.current.then_some("page")>
            <Picture icon=item.icon />
            <span class="nav-word">{item.label}</span>
            <Count value=item.count.unwrap_or_default() tone=tone brief=brief />
        </a>
    }
    .into_any()
}

/// Phones: the first entries at the thumb, the others folded behind one more.
#[component]
pub fn BottomBar(items: Vec<NavItem>, language: Language) -> AnyView {
    const ENTRIES: usize = 5;
    let mut shown = items;
    let rest = if shown.len() > ENTRIES { shown.split_off(ENTRIES - 1) } else { Vec::new() };
    let inside_rest = rest.iter().any(|item| item.current);
    let waiting: u32 = rest.iter().filter_map(|item| item.count).sum();
    view! {
        <nav class="frame-bar" aria-label=words::quick_navigation(language)>
            {shown.into_iter().map(|item| view! { <NavLink item=item brief=true /> }).collect_view()}
            {(!rest.is_empty())
                .then(|| {
                    view! {
                        <details class="frame-more">
                            <summary class="nav-link" data-current=inside_rest.then_some("yes")>
                                <Picture icon=Icon::More />
                                <span class="nav-word">{words::more(language)}</span>
                                <Count value=waiting brief=true />
                            </summary>
                            <div class="frame-sheet">
                                <Folded items=rest language=language />
                            </div>
                        </details>
                    }
                })}
        </nav>
    }
    .into_any()
}
