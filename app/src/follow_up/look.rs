//! How a visit's standing, its outcome and its record look.

use chrono::{NaiveDate, TimeDelta};
use hatchboard::follow_up::{
    Outcome, Standing, State,
    store::{Line, What},
};
use leptos::prelude::*;

use super::{names, words};
use crate::{
    Language,
    ui::{
        badge::{Badge, Tone},
        field::Options,
        language, time,
    },
};

/// Every variant of a coded enum with its words.
pub(super) fn options<T: Copy>(
    all: &[T],
    code: impl Fn(T) -> &'static str,
    words: impl Fn(T) -> &'static str,
) -> Options {
    all.iter().map(|one| (code(*one).to_owned(), words(*one).to_owned())).collect()
}

/// Which visit it is: `出壳 12 个月`, `增加：列入异常名录`.
pub(crate) fn visit_name(language: Language, what: &What) -> String {
    match what {
        What::Scheduled(due) => words::months_after(language, due.age.months()),
        What::Extra { signal, .. } => words::extra_for(language, names::signal_name(language, *signal)),
    }
}

/// `2026-02-10 至 2026-04-11`
pub(super) fn window(language: Language, what: &What) -> String {
    words::window_of(language, what.from(), what.until())
}

/// How long there is still time, or by how much it has passed; nothing where nobody has to go.
pub(super) fn left(language: Language, line: &Line, today: NaiveDate) -> Option<String> {
    let days = |from: NaiveDate, to: NaiveDate| time::length(language, TimeDelta::days((to - from).num_days()));
    match line.standing {
        // The last day of the window is one more day to go.
        Standing::Due => Some(words::closes_in(language, days(today, line.what.until().succ_opt()?))),
        Standing::Overdue => Some(words::overdue_by(language, days(line.what.until(), today))),
        Standing::History => Some(words::not_scored(language).to_owned()),
        _ => None,
    }
}

#[component]
pub(super) fn StandingBadge(standing: Standing) -> AnyView {
    let (tone, sign) = match standing {
        Standing::Overdue => (Tone::Bad, "!"),
        Standing::Due => (Tone::Warn, "→"),
        Standing::Ahead => (Tone::Calm, "○"),
        Standing::OnTime => (Tone::Good, "✓"),
        Standing::Late => (Tone::Warn, "✓"),
        Standing::Missed => (Tone::Bad, "×"),
        Standing::History => (Tone::Calm, "…"),
        Standing::Ended => (Tone::Calm, "–"),
    };
    view! { <Badge tone=tone sign=sign word=names::standing_name(language(), standing) /> }.into_any()
}

pub(super) fn outcome_look(outcome: Outcome) -> (Tone, &'static str) {
    match outcome {
        Outcome::Thriving => (Tone::Good, "★"),
        Outcome::Steady => (Tone::Good, "●"),
        Outcome::Struggling => (Tone::Warn, "▲"),
        Outcome::Dormant => (Tone::Warn, "■"),
        Outcome::Lost => (Tone::Bad, "?"),
        Outcome::Dissolved => (Tone::Bad, "×"),
    }
}

#[component]
pub(super) fn OutcomeBadge(outcome: Outcome) -> AnyView {
    let (tone, sign) = outcome_look(outcome);
    view! { <Badge tone=tone sign=sign word=names::outcome_name(language(), outcome) /> }.into_any()
}

/// Where a filed record stands between operator and organisation.
#[component]
pub(super) fn StateBadge(state: State) -> AnyView {
    let (tone, sign) = match state {
        State::Open => (Tone::Calm, "○"),
        State::Filed => (Tone::Warn, "?"),
        State::Confirmed => (Tone::Good, "✓"),
        State::Commented => (Tone::Bad, "!"),
    };
    view! { <Badge tone=tone sign=sign word=names::state_name(language(), state) /> }.into_any()
}
