//! How sessions look: their state, their time, and whom one can choose.

use hatchboard::training::{
    State, Topic,
    store::{Guest, TrainingRow},
};
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
        State::Planned => (Tone::Accent, "→"),
        State::Held => (Tone::Good, "✓"),
        State::Cancelled => (Tone::Calm, "–"),
    };
    view! { <Badge tone=tone sign=sign word=words::state_name(language(), state) /> }.into_any()
}

/// Nothing where somebody has said what became of it, or its day has not passed.
#[component]
pub(super) fn UnsettledBadge(unsettled: bool) -> AnyView {
    let language = language();
    unsettled.then(|| view! { <Badge tone=Tone::Warn sign="!" word=words::unsettled(language) /> }).into_any()
}

/// `14:30–17:00`
pub(crate) fn clock(begins_at: u16, minutes: u16) -> String {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60 % 24, minute % 60);
    format!("{}–{}", time(begins_at), time(begins_at.saturating_add(minutes)))
}

/// `2026-04-09 14:30–17:00`
pub(super) fn when(row: &TrainingRow) -> String {
    format!("{} {}", row.held_on, clock(row.begins_at, row.minutes))
}

/// `2.5`
pub(super) fn hours(minutes: u16) -> String {
    let part = match minutes % 60 {
        15 => ".25",
        30 => ".5",
        45 => ".75",
        _ => "",
    };
    format!("{}{part}", minutes / 60)
}

pub(super) fn topic_options(language: Language) -> Options {
    Topic::ALL.iter().map(|topic| (topic.code().to_owned(), words::topic_name(language, *topic).to_owned())).collect()
}

pub(super) fn state_options(language: Language) -> Options {
    State::ALL.iter().map(|state| (state.code().to_owned(), words::state_name(language, *state).to_owned())).collect()
}

/// Those whom a form of attendance offers, and somebody else at last.
pub(super) fn party_options(language: Language, guests: &[Guest]) -> Options {
    let other = ("outside".to_owned(), words::other_outside(language).to_owned());
    guests.iter().map(|guest| (guest.party.choice(), guest.name.clone())).chain([other]).collect()
}

#[cfg(test)]
mod tests {
    use super::{clock, hours};

    #[test]
    fn a_time_runs_over_midnight_and_hours_have_quarters() {
        assert_eq!(clock(14 * 60 + 30, 150), "14:30–17:00");
        assert_eq!(clock(23 * 60, 90), "23:00–00:30");
        for (minutes, text) in [(60, "1"), (15, "0.25"), (150, "2.5"), (105, "1.75")] {
            assert_eq!(hours(minutes), text);
        }
    }
}
