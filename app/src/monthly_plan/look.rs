//! How a plan's state, its timeliness and its rate look.

use chrono::TimeDelta;
use hatchboard::{
    monthly_plan::{Closing, Completion, ItemState, Outcome, Progress, Release, State, store::PlanFacts},
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

/// How an item can stand, for filters.
pub(super) fn item_state_options(language: Language) -> Options {
    let named = |state: &ItemState| (state.code().to_owned(), words::item_state_name(language, *state).to_owned());
    ItemState::ALL.iter().map(named).collect()
}

/// Where a plan stands, in a word.
pub(crate) fn state_word(language: Language, facts: &PlanFacts) -> &'static str {
    match facts.state {
        None if facts.excused.is_some() => words::excused(language),
        None if !facts.expected => words::not_asked(language),
        Some(State::Draft | State::Returned) if facts.stands => words::changing(language),
        Some(State::Approved) if facts.by_lapse => words::approved_by_lapse(language),
        state => words::state_name(language, state),
    }
}

/// Where a plan stands.
#[component]
pub(crate) fn StateBadge(facts: PlanFacts) -> AnyView {
    let (tone, sign) = match facts.state {
        None if !facts.expected => (Tone::Calm, "–"),
        None => (Tone::Calm, "○"),
        Some(State::Draft | State::Returned) if facts.stands => (Tone::Warn, "✎"),
        Some(State::Draft) => (Tone::Calm, "✎"),
        Some(State::Submitted) => (Tone::Warn, "?"),
        Some(State::Returned) => (Tone::Bad, "←"),
        Some(State::Approved) => (Tone::Good, "✓"),
        Some(State::Closed) => (Tone::Calm, "■"),
    };
    view! { <Badge tone=tone sign=sign word=state_word(language(), &facts) /> }.into_any()
}

/// How timely the plan was submitted, in words; `None` where none is asked for.
pub(super) fn timeliness_word(language: Language, facts: &PlanFacts) -> Option<String> {
    if facts.excused.is_some() && facts.state.is_some() {
        return Some(words::excused(language).to_owned());
    }
    facts.expected.then(|| match facts.judgement.timeliness {
        Timeliness::Pending => words::pending(language).to_owned(),
        Timeliness::OnTime => words::on_time(language).to_owned(),
        Timeliness::Late { minutes } => {
            words::late(language, time::length(language, TimeDelta::minutes(minutes.into())))
        }
        Timeliness::Missing => words::missing(language).to_owned(),
    })
}

/// How timely the plan was submitted; nothing where none is asked for.
#[component]
pub(super) fn TimelinessBadge(facts: PlanFacts) -> AnyView {
    let (tone, sign) = match facts.judgement.timeliness {
        _ if facts.excused.is_some() => (Tone::Calm, "–"),
        Timeliness::Pending => (Tone::Calm, "○"),
        Timeliness::OnTime => (Tone::Good, "✓"),
        Timeliness::Late { .. } => (Tone::Warn, "!"),
        Timeliness::Missing => (Tone::Bad, "✕"),
    };
    timeliness_word(language(), &facts).map(|word| view! { <Badge tone=tone sign=sign word=word /> }).into_any()
}

/// Whether the month was closed in time, in words; `None` where there is nothing to close.
pub(super) fn closing_word(language: Language, facts: &PlanFacts) -> Option<String> {
    Some(match facts.closing? {
        Closing::Pending => words::to_be_closed(language).to_owned(),
        Closing::InTime => words::closed_in_time(language).to_owned(),
        Closing::Late { days } => words::closed_late(language, days),
        Closing::Overdue { days } => words::overdue_to_close(language, days),
    })
}

/// That a month was closed late, or is overdue to close; nothing otherwise.
#[component]
pub(super) fn LateClosing(facts: PlanFacts) -> AnyView {
    let (tone, sign) = match facts.closing {
        Some(Closing::Late { .. }) => (Tone::Warn, "!"),
        Some(Closing::Overdue { .. }) => (Tone::Bad, "✕"),
        Some(Closing::Pending | Closing::InTime) | None => return ().into_any(),
    };
    closing_word(language(), &facts).map(|word| view! { " " <Badge tone=tone sign=sign word=word /> }).into_any()
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
pub(crate) fn rate(completion: &Completion) -> String {
    completion.basis_points().map_or_else(|| "–".to_owned(), |points| percent(points.into()))
}
