//! How a request's state, its day and its rating look.

use hatchboard::service_request::{By, HelpKind, State, Timely, store::RequestRow};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    request::Request,
    ui::{
        badge::{Badge, Tone},
        field::Options,
        language, time,
    },
    weekly_report::help_kind,
};

pub(super) fn kind_options(language: Language) -> Options {
    HelpKind::ALL.iter().map(|kind| (kind.code().to_owned(), help_kind(language, *kind).to_owned())).collect()
}

pub(super) fn state_options(language: Language) -> Options {
    State::ALL.iter().map(|state| (state.code().to_owned(), words::state_name(language, *state).to_owned())).collect()
}

#[component]
pub(super) fn StateBadge(state: State) -> AnyView {
    let (tone, sign) = match state {
        State::Asked => (Tone::Warn, "?"),
        State::UnderWay => (Tone::Accent, "→"),
        State::Done => (Tone::Good, "✓"),
        State::Rated => (Tone::Calm, "■"),
        State::Declined => (Tone::Bad, "✕"),
        State::Withdrawn => (Tone::Calm, "–"),
    };
    view! { <Badge tone=tone sign=sign word=words::state_name(language(), state) /> }.into_any()
}

/// Whether it is seen to in time; nothing while that is open.
#[component]
pub(super) fn TimelyBadge(timely: Option<Timely>) -> AnyView {
    let language = language();
    let badge = timely.and_then(|timely| {
        let (tone, sign) = match timely {
            Timely::Overdue => (Tone::Bad, "!"),
            Timely::Late => (Tone::Warn, "!"),
            Timely::OnTime | Timely::Pending => (Tone::Good, "✓"),
        };
        let word = words::timely_name(language, timely)?;
        Some(view! { <Badge tone=tone sign=sign word=word /> })
    });
    badge.into_any()
}

/// Whom it waits for, and how long; nothing at its end.
pub(super) fn waits(row: &RequestRow) -> String {
    let request = Request::current();
    let length = time::length(request.language, request.now - row.since);
    match row.state.waits_for() {
        Some(By::Operator) => words::waits_operator(request.language, length),
        Some(By::Organisation) => words::waits_organisation(request.language, length),
        None => String::new(),
    }
}
