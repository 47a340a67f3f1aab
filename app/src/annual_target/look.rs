//! How numbers of targets, their bars, and the states of years and entries look.

use hatchboard::{
    annual_target::{EntryState, Measure, Target, store::YearPage},
    annual_target::{Standard, standard},
    monthly_plan::State,
};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    ui::{
        badge::{Badge, Tone},
        language,
        number::{grouped, percent, yuan_in_summary, yuan_under_a_unit},
    },
};

/// What a target is called: by the catalogue in both languages, by its own name otherwise.
pub(crate) fn name(language: Language, target: &Target) -> String {
    let of_catalogue = |standard: &Standard| match language {
        Language::Chinese => standard.chinese.to_owned(),
        Language::English => standard.english.to_owned(),
    };
    standard(&target.code).map_or_else(|| target.name.clone(), of_catalogue)
}

/// In which language that is, where it is the user's own words.
pub(super) fn name_language(target: &Target) -> Option<&'static str> {
    standard(&target.code).is_none().then_some("zh-CN")
}

/// What the target of a code is called, among those of a year; the code itself where it is none of them.
pub(crate) fn name_of_code(language: Language, targets: &[Target], code: &str) -> String {
    let of_year = targets.iter().find(|target| target.code == code).map(|target| name(language, target));
    of_year.unwrap_or_else(|| code.to_owned())
}

/// What it counts, in a word; empty for money and rates.
pub(super) fn unit(language: Language, target: &Target) -> String {
    let of_catalogue = |standard: &Standard| match language {
        Language::Chinese => standard.unit.to_owned(),
        Language::English => standard.unit_english.to_owned(),
    };
    standard(&target.code).map_or_else(|| target.unit.clone(), of_catalogue)
}

/// `1,200`, `100.00 万元`, `90.0%`
pub(super) fn plain(language: Language, measure: Measure, number: i64) -> String {
    match measure {
        Measure::Count => grouped(number),
        Measure::Money => yuan_in_summary(language, number),
        Measure::Rate => percent(number),
    }
}

/// Reached against planned in one quarter: `3 / 6`, `35.00 / 25.00`; of a rate what was reached, since the plan is the
/// same all year.
pub(super) fn of_quarter(language: Language, target: &Target, reached: Option<i64>, planned: i64) -> String {
    let short = |number: i64| match target.measure {
        Measure::Money => yuan_under_a_unit(language, number),
        measure => plain(language, measure, number),
    };
    let reached = reached.map_or_else(|| "–".to_owned(), short);
    if target.measure.adds_up() { words::of_plan(language, reached, short(planned)) } else { reached }
}

/// `24 场`, `≥ 90.0%`
pub(crate) fn planned(language: Language, target: &Target) -> String {
    let number = plain(language, target.measure, target.annual);
    match target.measure {
        Measure::Count => format!("{number} {}", unit(language, target)),
        Measure::Money => number,
        Measure::Rate => format!("≥ {number}"),
    }
}

/// A number that may not be known.
pub(crate) fn known(language: Language, measure: Measure, number: Option<i64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| plain(language, measure, number))
}

/// How much of the plan is reached, as a bar with its words; more than all is a full one.
#[component]
pub(super) fn Bar(#[prop(into)] label: String, achieved: u32, #[prop(optional)] behind: bool) -> AnyView {
    let width = (achieved.min(10_000) / 100).to_string();
    let tone = match (achieved >= 10_000, behind) {
        (true, _) => Tone::Good,
        (false, true) => Tone::Warn,
        (false, false) => Tone::Accent,
    };
    view! {
        <svg class="bar" data-tone=tone.code() viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label=label>
            <rect class="bar-whole" width="100" height="6" />
            <rect class="bar-part" width=width height="6" />
        </svg>
    }
    .into_any()
}

/// Where a year stands.
#[component]
pub(super) fn YearBadge(page: YearPage) -> AnyView {
    let language = language();
    let (tone, sign, word) = match page.state {
        None => (Tone::Calm, "○", words::not_begun(language)),
        Some(State::Draft | State::Returned) if page.stands => (Tone::Warn, "✎", words::changing(language)),
        Some(State::Draft) => (Tone::Calm, "✎", words::draft(language)),
        Some(State::Submitted) => (Tone::Warn, "?", words::submitted(language)),
        Some(State::Returned) => (Tone::Bad, "←", words::returned(language)),
        Some(State::Approved | State::Closed) => (Tone::Good, "✓", words::approved(language)),
    };
    view! { <Badge tone=tone sign=sign word=word /> }.into_any()
}

#[component]
pub(super) fn EntryBadge(state: EntryState) -> AnyView {
    let (tone, sign) = match state {
        EntryState::Pending => (Tone::Warn, "?"),
        EntryState::Approved => (Tone::Good, "✓"),
        EntryState::Refused => (Tone::Bad, "✕"),
        EntryState::Withdrawn => (Tone::Calm, "–"),
    };
    view! { <Badge tone=tone sign=sign word=words::entry_state(language(), state) /> }.into_any()
}
