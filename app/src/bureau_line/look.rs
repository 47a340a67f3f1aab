//! How a letter's state looks, and how long it has waited.

use hatchboard::bureau_line::{LetterKind, State, store::LetterRow};
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
};

pub(super) fn kind_options(language: Language) -> Options {
    LetterKind::ALL.iter().map(|kind| (kind.code().to_owned(), words::kind_name(language, *kind).to_owned())).collect()
}

pub(super) fn state_options(language: Language) -> Options {
    State::ALL.iter().map(|state| (state.code().to_owned(), words::state_name(language, *state).to_owned())).collect()
}

#[component]
pub(super) fn StateBadge(state: State) -> AnyView {
    let (tone, sign) = match state {
        State::Asked => (Tone::Warn, "?"),
        State::Answered => (Tone::Good, "✓"),
        State::Closed => (Tone::Calm, "■"),
    };
    view! { <Badge tone=tone sign=sign word=words::state_name(language(), state) /> }.into_any()
}

/// How long it has waited for the bureau; nothing where it does not.
pub(super) fn waits(row: &LetterRow) -> String {
    let request = Request::current();
    if !row.state.waits() {
        return String::new();
    }
    words::waits_bureau(request.language, time::length(request.language, request.now - row.since))
}
