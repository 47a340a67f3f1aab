//! Cards: a section of a page, a number that wants something done, facts of a record, a line to work off.

use leptos::prelude::*;

use super::{
    badge::Tone,
    icon::{Icon, Picture},
};

/// A section of a page with a head of its own.
#[component]
pub fn Card(
    #[prop(into)] title: String,
    /// Beside the title: a number, a badge, a link.
    #[prop(optional)]
    aside: Option<ViewFn>,
    /// The content touches the edges, as tables do.
    #[prop(optional)]
    flush: bool,
    /// Where links lead to.
    #[prop(optional, into)]
    id: Option<String>,
    /// The language of the title, where it is another than the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
    children: Children,
) -> AnyView {
    view! {
        <section class="card" id=id>
            <header class="card-head">
                <h2 lang=lang>{title}</h2>
                {aside.map(|aside| view! { <div class="card-aside">{aside.run()}</div> })}
            </header>
            <div class=if flush { "card-body flush" } else { "card-body" }>{children()}</div>
        </section>
    }
    .into_any()
}

/// A dated, counted line of the first screen: one look says what, one tap leads there.
#[component]
pub fn DueCard(
    #[prop(into)] href: String,
    /// The number, or `82%`.
    #[prop(into)]
    figure: String,
    /// What is counted, such as `份周报待审`.
    #[prop(into)]
    label: String,
    #[prop(optional, into)] note: String,
    #[prop(optional)] tone: Tone,
) -> AnyView {
    view! {
        <a class="due" data-tone=tone.code() href=href>
            <strong>{figure}</strong>
            <span class="due-label">{label}</span>
            {(!note.is_empty()).then(|| view! { <small>{note}</small> })}
        </a>
    }
    .into_any()
}

/// Due cards beside each other.
#[component]
pub fn DueCards(#[prop(into)] label: String, children: Children) -> AnyView {
    view! {
        <section class="dues" aria-label=label>
            {children()}
        </section>
    }
    .into_any()
}

/// A line of a list of things to do, in a `<ul class="todos">`. The children stand at its end: a badge, a date.
#[component]
pub fn Todo(
    #[prop(into)] href: String,
    #[prop(into)] title: String,
    #[prop(optional, into)] note: String,
    #[prop(optional)] tone: Tone,
    /// Beside the link rather than within it, such as pictures.
    #[prop(optional_no_strip)]
    beside: Option<AnyView>,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    let class = if beside.is_some() { "todo pictured" } else { "todo" };
    view! {
        <li class=class data-tone=tone.code()>
            <a href=href>
                <span class="todo-words">
                    <span class="todo-title">{title}</span>
                    {(!note.is_empty()).then(|| view! { <span class="soft">{note}</span> })}
                </span>
                {children.map(|children| view! { <span class="todo-end">{children()}</span> })}
                <Picture icon=Icon::Next />
            </a>
            {beside}
        </li>
    }
    .into_any()
}

/// What is known of a record, term by term, in a `<dl class="facts">`.
#[component]
pub fn Fact(#[prop(into)] term: String, children: Children) -> AnyView {
    view! {
        <div class="fact">
            <dt>{term}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}

/// One event of a history, in an `<ol class="history">`, the newest first.
#[component]
pub fn Event(
    #[prop(optional)] tone: Tone,
    /// What happened.
    #[prop(into)]
    title: String,
    /// When and by whom.
    #[prop(into)]
    note: String,
    #[prop(optional)] children: Option<Children>,
) -> AnyView {
    view! {
        <li class="event" data-tone=tone.code()>
            <p class="event-title">{title}</p>
            <p class="soft">{note}</p>
            {children.map(|children| view! { <div class="event-body">{children()}</div> })}
        </li>
    }
    .into_any()
}
