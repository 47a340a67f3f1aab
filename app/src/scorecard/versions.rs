//! Every version that is or was in force, and what it changed.

use hatchboard::assessment::{
    CardChange, Indicator, IndicatorField, Scorecard, changed_fields, differences,
    store::card::{CardPage, Published},
};
use leptos::prelude::*;

use super::{
    look::{WRITTEN_IN, applies_to, scoring},
    shelf::Shelf,
    words,
};
use crate::{
    Language,
    ui::{
        badge::Tone,
        card::{Card, Event},
        time,
    },
};

#[component]
pub(super) fn Versions(at: Shelf, page: CardPage) -> AnyView {
    let before = std::iter::once(None).chain(page.versions.iter().map(Some));
    let kind = page.kind;
    let events: Vec<_> = page
        .versions
        .iter()
        .zip(before)
        .map(|(version, before)| {
            let href = at.path(&format!("/scorecards/{kind}?version={}", version.version.version));
            event(&at, version, before, href)
        })
        .collect();
    let events = events.into_iter().rev().collect_view();
    view! {
        <Card title=words::history(at.language()) id="versions">
            <ol class="history">{events}</ol>
        </Card>
    }
    .into_any()
}

fn event(at: &Shelf, of: &Published, before: Option<&Published>, href: String) -> AnyView {
    let language = at.language();
    let number = of.version.version;
    let (title, tone) = if of.stands {
        (words::version_stands(language, number), Tone::Good)
    } else {
        (words::version(language, number), Tone::Calm)
    };
    let note = of.published.clone().map_or_else(
        || words::first_version(language).to_owned(),
        |(moment, by)| words::published_by(language, by, time::minute(moment, at.zone())),
    );
    let changes = before.map(|before| {
        view! { <Changes old=before.version.card.clone() new=of.version.card.clone() language=language /> }
    });
    let reason = (!of.reason.is_empty()).then(|| view! { <p class="pre">{of.reason.clone()}</p> });
    view! {
        <Event tone=tone title=title note=note>
            {reason}
            {changes}
            <p>
                <a href=href>{words::version(language, number)}</a>
            </p>
        </Event>
    }
    .into_any()
}

/// What one card says otherwise than another.
#[component]
pub(super) fn Changes(old: Scorecard, new: Scorecard, language: Language) -> AnyView {
    let changes = differences(&old, &new);
    let none = changes.is_empty().then(|| view! { <li>{words::no_changes(language)}</li> });
    let lines = changes.iter().flat_map(|change| lines(language, change));
    let lines = lines.map(|line| view! { <li lang=WRITTEN_IN>{line}</li> }).collect_view();
    view! { <ul class="changes">{lines} {none}</ul> }.into_any()
}

fn lines(language: Language, change: &CardChange) -> Vec<String> {
    let worth = |one: &Indicator| format!("{} {}", one.name, words::points(language, one.max));
    match change {
        CardChange::Renamed(old, new) => vec![words::renamed(language, old, new)],
        CardChange::Added(one) => vec![words::added(language, worth(one))],
        CardChange::Removed(one) => vec![words::removed(language, worth(one))],
        CardChange::Moved(one, from, to) => vec![words::moved(language, &one.name, from, to)],
        CardChange::Conditions => vec![words::conditions_changed(language).to_owned()],
        CardChange::Changed(before, now) => {
            let line = |field: IndicatorField| {
                let (old, new) = (value(language, before, field), value(language, now, field));
                words::changed(language, &now.name, words::indicator_field(language, field), old, new)
            };
            changed_fields(before, now).into_iter().map(line).collect()
        }
    }
}

fn value(language: Language, one: &Indicator, field: IndicatorField) -> String {
    let said = match field {
        IndicatorField::Name => one.name.clone(),
        IndicatorField::Max => one.max.to_string(),
        IndicatorField::Scoring => scoring(language, one.scoring),
        IndicatorField::Evidence => one.evidence.clone(),
        IndicatorField::Code => one.code.clone(),
        IndicatorField::Article => one.article.clone(),
        IndicatorField::AppliesTo => applies_to(language, &one.applies_to),
    };
    if said.is_empty() { words::blank(language).to_owned() } else { said }
}
