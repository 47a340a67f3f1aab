//! What a reader should know before anything else on the page.

use leptos::prelude::*;

use super::{
    badge::Tone,
    icon::{Icon, Picture},
};

/// A line above the content. With `href` the words lead to where it can be mended.
#[component]
pub fn Notice(
    tone: Tone,
    #[prop(into)] words: String,
    /// Empty: no link.
    #[prop(optional, into)]
    href: String,
    /// More below the words, such as a list or a form.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let line = if href.is_empty() {
        view! { <p>{words}</p> }.into_any()
    } else {
        view! {
            <p>
                <a href=href>{words}</a>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="notice" data-tone=tone.code() role=(tone == Tone::Bad).then_some("alert")>
            <Picture icon=sign_of(tone) />
            <div class="notice-body">{line} {children.map(|children| children())}</div>
        </div>
    }
    .into_any()
}

/// What a form has just done.
#[component]
pub fn Toast(#[prop(into)] words: String) -> AnyView {
    view! {
        <div class="toast" role="status">
            <Picture icon=Icon::Check />
            {words}
        </div>
    }
    .into_any()
}

fn sign_of(tone: Tone) -> Icon {
    match tone {
        Tone::Good => Icon::Check,
        Tone::Warn | Tone::Bad => Icon::Warning,
        Tone::Calm | Tone::Accent => Icon::Information,
    }
}
