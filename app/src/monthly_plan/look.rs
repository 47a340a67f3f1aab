//! How a plan's state, its timeliness and its rate look.

use chrono::TimeDelta;
use hatchboard::{
    monthly_plan::{Completion, Outcome, Progress, Release, State, store::PlanFacts},
    period::Month,
    weekly_report::Timeliness,
};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    ui::{
        badge::{Badge, Tone},
        field::Options,
        language,
        number::percent,
        time,
    },
};

/// `2026年4月`, `April 2026`
pub(super) fn month_name(language: Language, month: Month) -> String {
    time::month(language, month)
}

/// What every state is called, for filters; `none` for plans that nobody has begun.
pub(super) fn state_options(language: Language) -> Options {
    let none = ("none".to_owned(), words::state_name(language, None).to_owned());
    let states =
        State::ALL.iter().map(|state| (state.code().to_owned(), words::state_name(language, Some(*state)).to_owned()));
    std::iter::once(none).chain(states).collect()
}

/// Where a plan stands.
#[component]
pub(crate) fn StateBadge(facts: PlanFacts) -> AnyView {
    let language = language();
    let (tone, sign, word) = match facts.state {
        None if !facts.expected => (Tone::Calm, "–", words::not_asked(language)),
        Some(State::Draft | State::Returned) if facts.stands => (Tone::Warn, "✎", words::changing(language)),
        Some(State::Approved) if facts.by_lapse => (Tone::Good, "✓", words::approved_by_lapse(language)),
        state => {
            let (tone, sign) = match state {
                None => (Tone::Calm, "○"),
                Some(State::Draft) => (Tone::Calm, "✎"),
                Some(State::Submitted) => (Tone::Warn, "?"),
                Some(State::Returned) => (Tone::Bad, "←"),
                Some(State::Approved) => (Tone::Good, "✓"),
                Some(State::Closed) => (Tone::Calm, "■"),
            };
            (tone, sign, words::state_name(language, state))
        }
    };
    view! { <Badge tone=tone sign=sign word=word /> }.into_any()
}

/// How timely the plan was submitted; nothing where none is asked for.
#[component]
pub(super) fn TimelinessBadge(facts: PlanFacts) -> AnyView {
    let language = language();
    if !facts.expected {
        return ().into_any();
    }
    let (tone, sign, word) = match facts.judgement.timeliness {
        Timeliness::Pending => (Tone::Calm, "○", words::pending(language).to_owned()),
        Timeliness::OnTime => (Tone::Good, "✓", words::on_time(language).to_owned()),
        Timeliness::Late { minutes } => {
            let by = time::length(language, TimeDelta::minutes(minutes.into()));
            (Tone::Warn, "!", words::late(language, by))
        }
        Timeliness::Missing => (Tone::Bad, "✕", words::missing(language).to_owned()),
    };
    view! { <Badge tone=tone sign=sign word=word /> }.into_any()
}

#[component]
pub(super) fn ProgressBadge(progress: Progress) -> AnyView {
    let (tone, sign) = match progress {
        Progress::NotBegun => (Tone::Calm, "○"),
        Progress::UnderWay => (Tone::Accent, "◐"),
        Progress::Overdue => (Tone::Bad, "!"),
        Progress::Done => (Tone::Good, "✓"),
    };
    view! { <Badge tone=tone sign=sign word=words::progress_name(language(), progress) /> }.into_any()
}

#[component]
pub(super) fn OutcomeBadge(outcome: Outcome, release: Option<Release>) -> AnyView {
    let (tone, sign) = match (outcome, release) {
        (Outcome::Done, _) => (Tone::Good, "✓"),
        (Outcome::CarriedOver, _) => (Tone::Warn, "→"),
        (Outcome::Dropped, Some(Release::Asked)) => (Tone::Warn, "?"),
        (Outcome::Dropped, Some(Release::Refused)) => (Tone::Bad, "✕"),
        (Outcome::Dropped, _) => (Tone::Calm, "–"),
    };
    view! { <Badge tone=tone sign=sign word=words::outcome_name(language(), outcome, release) /> }.into_any()
}

/// `66.67%`, or a dash where no item counts.
pub(super) fn rate(completion: Completion) -> String {
    completion.basis_points().map_or_else(|| "–".to_owned(), |points| percent(points.into()))
}
