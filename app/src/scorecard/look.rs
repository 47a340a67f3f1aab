//! How parts of a scorecard are said and shown.

use hatchboard::assessment::{Applicability, Scoring, store::card::Published};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    assessment::names,
    incubation::words as incubation,
    organisation::words as organisation,
    ui::{
        badge::{Badge, Tone},
        language,
    },
};

/// In what language a card is written: it is a document of a Chinese office, whatever the interface speaks.
pub(super) const WRITTEN_IN: &str = "zh-CN";

pub(super) fn scoring(language: Language, scoring: Scoring) -> String {
    match scoring {
        Scoring::Rule(rule) => words::by_rule(language, names::name(language, rule)),
        Scoring::Judgement => words::judgement(language).to_owned(),
    }
}

/// `登记、壳内`; `全部` where nobody is left out.
pub(super) fn applies_to(language: Language, applies: &Applicability) -> String {
    let standings = applies.standings.iter().map(|one| organisation::standing(language, *one));
    let modes = applies.modes.iter().map(|one| incubation::mode_name(language, *one));
    let said = standings.chain(modes).map(str::to_owned).reduce(|before, after| words::listed(language, before, after));
    said.unwrap_or_else(|| words::everybody(language).to_owned())
}

/// Text that may be empty.
pub(super) fn or_nothing(language: Language, text: &str) -> String {
    if text.is_empty() { words::nothing(language).to_owned() } else { text.to_owned() }
}

/// Where a version stands.
#[component]
pub(super) fn VersionBadge(of: Published) -> AnyView {
    let (language, number) = (language(), of.version.version);
    let (tone, sign, word) = if of.stands {
        (Tone::Good, "✓", words::version_stands(language, number))
    } else {
        (Tone::Calm, "–", words::version_old(language, number))
    };
    view! { <Badge tone=tone sign=sign word=word /> }.into_any()
}
