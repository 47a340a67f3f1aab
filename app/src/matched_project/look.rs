//! How the state of a match looks.

use hatchboard::matched_project::State;
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    ui::{
        badge::{Badge, Tone},
        field::Options,
        language,
    },
};

#[component]
pub(crate) fn StateBadge(state: State) -> AnyView {
    let (tone, sign) = match state {
        State::Matched => (Tone::Accent, "•"),
        State::UnderWay => (Tone::Accent, "→"),
        State::Done => (Tone::Good, "✓"),
        State::FellThrough => (Tone::Calm, "–"),
    };
    view! { <Badge tone=tone sign=sign word=words::state_name(language(), state) /> }.into_any()
}

pub(super) fn state_options(language: Language) -> Options {
    State::ALL.iter().map(|state| (state.code().to_owned(), words::state_name(language, *state).to_owned())).collect()
}
