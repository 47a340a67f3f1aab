//! What an organisation's first screen says of its requests.

use hatchboard::{
    access::SubjectReader,
    service_request::store::{self, OrganisationCounts},
};
use leptos::prelude::*;

use super::words;
use crate::{
    error::AppError,
    request::Request,
    ui::{
        badge::Tone,
        card::{Card, Todo},
        language,
    },
};

/// What an organisation has open and to rate.
#[derive(Debug, Clone, Copy)]
pub struct ServiceTodos(OrganisationCounts);

impl ServiceTodos {
    pub(crate) async fn load(request: &Request, reader: &SubjectReader) -> Result<Self, AppError> {
        Ok(Self(store::counts_of(&request.store, reader).await?))
    }
}

/// Nothing where nothing is open.
#[component]
pub(crate) fn ServiceCard(services: ServiceTodos, path: String) -> AnyView {
    let language = language();
    let OrganisationCounts { open, to_rate } = services.0;
    if open + to_rate == 0 {
        return ().into_any();
    }
    let rate = (to_rate > 0).then(|| {
        let href = format!("{path}?state=done");
        view! { <Todo href=href title=words::todo_rate(language, to_rate) tone=Tone::Warn /> }
    });
    let under_way =
        (open > 0).then(|| view! { <Todo href=path title=words::todo_open(language, open) tone=Tone::Calm /> });
    view! {
        <Card title=words::title(language) flush=true>
            <ul class="todos">{rate} {under_way}</ul>
        </Card>
    }
    .into_any()
}
