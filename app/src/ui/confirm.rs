//! A second look before what cannot be undone, without scripts: the real button is folded away.

use leptos::prelude::*;

/// Opens on `label` and says what will happen; the children are the form that does it.
#[component]
pub fn Confirm(
    /// The words of the button that opens it, such as `停用账号`.
    #[prop(into)]
    label: String,
    /// What will happen and what cannot be taken back.
    #[prop(into)]
    consequence: String,
    /// Something is lost by it, rather than settled.
    #[prop(optional)]
    danger: bool,
    /// The one thing that the page is for.
    #[prop(optional)]
    main: bool,
    /// Shown open, as after a form came back.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> AnyView {
    let class = match (main, danger) {
        (true, _) => "button main",
        (_, true) => "button danger",
        _ => "button",
    };
    view! {
        <details class="confirm" open=open>
            <summary class=class>{label}</summary>
            <div class="confirm-sheet">
                <p>{consequence}</p>
                {children()}
            </div>
        </details>
    }
    .into_any()
}

/// Folds what is seldom wanted, such as the further fields of a form.
#[component]
pub fn Fold(
    #[prop(into)] label: String,
    /// What is inside, in a word or a number.
    #[prop(optional, into)]
    note: String,
    #[prop(optional)] open: bool,
    children: Children,
) -> AnyView {
    view! {
        <details class="fold" open=open>
            <summary>
                <span>{label}</span>
                {(!note.is_empty()).then(|| view! { <span class="soft">{note}</span> })}
            </summary>
            <div class="fold-body">{children()}</div>
        </details>
    }
    .into_any()
}
