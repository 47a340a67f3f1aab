//! How an instruction's state looks.

use chrono::{NaiveDate, TimeDelta};
use hatchboard::instruction::State;
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    ui::{
        badge::{Badge, Tone},
        field::Options,
        language,
        time::length,
    },
};

/// What a state is called.
pub(crate) fn state_words(language: Language, state: State) -> &'static str {
    match state {
        State::Open => words::open(language),
        State::Answered => words::answered(language),
        State::Closed => words::closed(language),
    }
}

pub(crate) fn state_options(language: Language) -> Options {
    State::ALL.iter().map(|state| (state.code().to_owned(), state_words(language, *state).to_owned())).collect()
}

#[component]
pub(crate) fn StateBadge(state: State) -> impl IntoView {
    let (tone, sign) = match state {
        State::Open => (Tone::Accent, "→"),
        State::Answered => (Tone::Warn, "?"),
        State::Closed => (Tone::Good, "✓"),
    };
    view! { <Badge tone=tone sign=sign word=state_words(language(), state) /> }
}

/// By how many days it is overdue.
pub(crate) fn overdue_by(language: Language, due_on: NaiveDate, today: NaiveDate) -> String {
    words::overdue_by(language, length(language, TimeDelta::days((today - due_on).num_days())))
}
