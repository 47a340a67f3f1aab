//! From a record that says that help is needed to the service request that it leads to.

use leptos::prelude::*;
use uuid::Uuid;

use super::words;
use crate::{
    base::At,
    ui::{form::LinkButton, icon::Icon, list_query::ListQuery},
};

/// Opens the request that a record has led to, or the form of a new one with what the record says already; nothing
/// where there is neither.
#[component]
pub(crate) fn LedTo(
    at: At,
    led_to: Option<Uuid>,
    /// What the form of a new one is opened with, for whoever may make one.
    making: Option<ListQuery>,
) -> AnyView {
    let language = at.language();
    let link = match (led_to, making) {
        (Some(request), _) => Some((at.path(&format!("/services/{request}")), words::open_request(language))),
        (None, Some(query)) => Some((query.at(&at.path("/services/new")), words::make_request(language))),
        (None, None) => None,
    };
    link.map(|(href, label)| {
        view! {
            <p class="row">
                <LinkButton href=href label=label icon=Icon::Service />
            </p>
        }
    })
    .into_any()
}
