//! How a rectification's state and its day look.

use chrono::TimeDelta;
use hatchboard::rectification::{Party, Source, State, Timely, store::Rectification};
use leptos::prelude::*;

use super::{here::Here, words};
use crate::{
    Language,
    request::Request,
    ui::{
        badge::{Badge, Tone},
        field::Options,
        language, time,
    },
};

pub(super) fn state_options(language: Language) -> Options {
    State::ALL.iter().map(|state| (state.code().to_owned(), words::state_name(language, *state).to_owned())).collect()
}

pub(super) fn source_options(language: Language) -> Options {
    let option = |source: &Source| (source.code().to_owned(), words::source_name(language, *source).to_owned());
    Source::ALL.iter().map(option).collect()
}

pub(super) fn party_options(language: Language) -> Options {
    let option = |party: &Party| (party.code().to_owned(), words::party_name(language, *party).to_owned());
    Party::ALL.iter().map(option).collect()
}

#[component]
pub(super) fn StateBadge(state: State) -> AnyView {
    let (tone, sign) = match state {
        State::Open => (Tone::Accent, "→"),
        State::Reported => (Tone::Warn, "?"),
        State::Closed => (Tone::Good, "✓"),
        State::Withdrawn => (Tone::Calm, "–"),
    };
    view! { <Badge tone=tone sign=sign word=words::state_name(language(), state) /> }.into_any()
}

/// Whether it is repaired in time, or by how much its day has passed; nothing while there is time.
#[component]
pub(super) fn TimelyBadge(here: Here, of: Rectification) -> AnyView {
    let language = language();
    if of.timely == Timely::Overdue {
        let today = here.base.day(Request::current().now);
        let late = time::length(language, TimeDelta::days((today - of.due_on).num_days()));
        return view! { <Badge tone=Tone::Bad sign="!" word=words::overdue_by(language, late) /> }.into_any();
    }
    let badge = words::timely_name(language, of.timely).map(|word| {
        let (tone, sign) = if of.timely.missed() { (Tone::Warn, "!") } else { (Tone::Good, "✓") };
        view! { <Badge tone=tone sign=sign word=word /> }
    });
    badge.into_any()
}

/// Whom it waits for, and how long; nothing at its end.
pub(super) fn waits(of: &Rectification) -> String {
    let request = Request::current();
    let length = time::length(request.language, request.now - of.since);
    match of.state.waits_for(of.matter) {
        Some(Party::Organisation) => words::waits_organisation(request.language, length),
        Some(Party::Operator) => words::waits_operator(request.language, length),
        Some(Party::Bureau) => words::waits_bureau(request.language, length),
        None => String::new(),
    }
}
