//! What went wrong, as a calm page without a frame: it needs neither a place nor the database.

use leptos::prelude::*;

use super::{language, page::BarePage, words};
use crate::{
    error::AppError,
    form::{see_other, set_status, with_parameter},
    request::Request,
};

/// A link that leads nowhere.
#[component]
pub fn NotFoundPage() -> AnyView {
    error_page(&AppError::NotFound)
}

/// Tells an error with its status; where nobody is signed in it leads to the sign-in and back.
pub(super) fn error_page(error: &AppError) -> AnyView {
    if *error == AppError::NotSignedIn {
        see_other(&with_parameter("/sign-in", "next", &Request::current().uri.to_string()));
    } else {
        set_status(error.status());
    }
    view! { <ErrorBody error=error.clone() /> }.into_any()
}

/// What an error page says: what is wrong, what to do, and the id to tell where there is one.
#[component]
pub fn ErrorBody(error: AppError) -> AnyView {
    let language = language();
    let status = error.status();
    let may_pass = matches!(status, 429 | 500 | 503);
    let id = match &error {
        AppError::Internal { id } => Some(id.clone()),
        _ => None,
    };
    view! {
        <BarePage title=words::error_title(language, status)>
            <p>{error.words(language)}</p>
            {id
                .map(|id| {
                    view! {
                        <p class="error-id">
                            {words::error_id(language)} " " <code>{id}</code>
                        </p>
                    }
                })}
            <p class="row">
                {may_pass
                    .then(|| {
                        view! {
                            <a class="button" href="">
                                {words::error_again(language)}
                            </a>
                        }
                    })}
                <a class="button main" href="/">
                    {words::error_home(language)}
                </a>
            </p>
            <p class="error-status" aria-hidden="true">
                {status}
            </p>
        </BarePage>
    }
    .into_any()
}
