//! One page: it loads what it shows, and tells an error as a page with the right status.

use leptos::prelude::*;
use leptos_meta::Title;

pub use super::error_page::NotFoundPage;
use super::{error_page::error_page, language, words};
use crate::{error::AppError, plain::escaped};

/// Renders what `load` gives. A page that needs a sign-in leads to it and back; other errors keep their status.
///
/// Everything is loaded before the first byte is sent, so that the page is whole without scripts.
pub fn page(load: impl Future<Output = Result<AnyView, AppError>> + Send + 'static) -> impl IntoView {
    view! {
        <Suspense>
            {Suspend::new(async move {
                match load.await {
                    Ok(view) => view,
                    Err(error) => error_page(&error),
                }
            })}
        </Suspense>
    }
}

/// A page's title in the browser's tab. Leptos puts it into the head as it is, so it is escaped here.
pub(crate) fn in_tab(title: &str) -> String {
    escaped(&format!("{title} · {}", words::product(language())))
}

/// The head of a page: its title here and in the browser's tab, and beside it what can be done.
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    /// Empty: none.
    #[prop(optional, into)]
    subtitle: String,
    /// Buttons and links.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <Title text=in_tab(&title) />
        <header class="page-head">
            <div class="page-words">
                <h1>{title}</h1>
                {(!subtitle.is_empty()).then(|| view! { <p>{subtitle}</p> })}
            </div>
            {children.map(|children| view! { <div class="page-actions">{children()}</div> })}
        </header>
    }
    .into_any()
}

/// A page without a frame, such as sign-in: one calm column in the middle.
#[component]
pub fn BarePage(#[prop(into)] title: String, #[prop(optional, into)] subtitle: String, children: Children) -> AnyView {
    let language = language();
    view! {
        <Title text=in_tab(&title) />
        <div class="bare">
            <p class="bare-brand">
                <super::icon::BrandMark />
                {words::product(language)}
            </p>
            <main id="main" class="bare-main">
                <h1>{title}</h1>
                {(!subtitle.is_empty()).then(|| view! { <p class="bare-subtitle">{subtitle}</p> })}
                {children()}
            </main>
        </div>
    }
    .into_any()
}
