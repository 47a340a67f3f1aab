//! What an organisation's first screen says of its rectifications.

use chrono::NaiveDate;
use hatchboard::{
    access::SubjectReader,
    rectification::store::{self, OrganisationCounts},
};
use leptos::prelude::*;

use super::{problem::told, words};
use crate::{
    error::AppError,
    request::Request,
    ui::{
        badge::Tone,
        card::{Card, Todo},
        language,
    },
};

/// What an organisation has to repair.
#[derive(Debug, Clone, Copy)]
pub struct RectificationTodos(OrganisationCounts);

impl RectificationTodos {
    pub(crate) async fn load(request: &Request, reader: &SubjectReader, today: NaiveDate) -> Result<Self, AppError> {
        let counts = store::counts_of(&request.store, reader, today).await;
        Ok(Self(counts.map_err(|error| told(error, request.language))?))
    }
}

/// Nothing where nothing is open.
#[component]
pub(crate) fn RectificationCard(faults: RectificationTodos, path: String) -> AnyView {
    let language = language();
    let OrganisationCounts { open, overdue, reported } = faults.0;
    if open + reported == 0 {
        return ().into_any();
    }
    let of_state = |state: &str| format!("{path}?state={state}");
    let late = (overdue > 0).then(|| {
        let href = format!("{path}?show=overdue");
        view! { <Todo href=href title=words::todo_overdue(language, overdue) tone=Tone::Bad /> }
    });
    let in_time = open - overdue;
    let to_repair = (in_time > 0).then(|| {
        view! { <Todo href=of_state("open") title=words::todo_open(language, in_time) tone=Tone::Warn /> }
    });
    let waiting = (reported > 0).then(|| {
        view! { <Todo href=of_state("reported") title=words::todo_reported(language, reported) tone=Tone::Calm /> }
    });
    view! {
        <Card title=words::title(language) flush=true>
            <ul class="todos">{late} {to_repair} {waiting}</ul>
        </Card>
    }
    .into_any()
}
