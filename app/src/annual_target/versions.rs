//! Every version of a year's targets that was submitted, and what it changed.

use hatchboard::annual_target::{
    CountingRule, Measure, TargetChange, TargetField, differences,
    store::{Version, YearPage},
};
use leptos::prelude::*;

use super::{
    look::{name, planned},
    words,
};
use crate::{
    Language,
    base::At,
    ui::{
        badge::Tone,
        card::{Card, Event},
        time,
    },
};

#[component]
pub(super) fn Versions(at: At, page: YearPage) -> AnyView {
    if page.versions.is_empty() {
        return ().into_any();
    }
    let before = std::iter::once(None).chain(page.versions.iter().map(Some));
    let events: Vec<_> =
        page.versions.iter().zip(before).map(|(version, before)| event(&at, version, before)).collect();
    let events = events.into_iter().rev().collect_view();
    view! {
        <Card title=words::history(at.language()) id="versions">
            <ol class="history">{events}</ol>
        </Card>
    }
    .into_any()
}

fn event(at: &At, version: &Version, before: Option<&Version>) -> AnyView {
    let language = at.language();
    let (title, tone) = if version.stands {
        (words::version_stands(language, version.number), Tone::Good)
    } else {
        (words::version(language, version.number), Tone::Calm)
    };
    let submitted = time::minute(version.submitted_at, at.zone());
    let note = words::submitted_by(language, &version.submitted_by, submitted);
    let changes = before.map(|before| differences(&before.targets, &version.targets));
    let lines = changes.map(|changes| {
        let none = changes.is_empty().then(|| view! { <li>{words::no_changes(language)}</li> });
        let lines = changes.iter().flat_map(|change| lines(language, change));
        let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <ul class="changes">{lines} {none}</ul> }
    });
    let why = (!version.why.is_empty()).then(|| view! { <p class="pre">{version.why.clone()}</p> });
    view! {
        <Event tone=tone title=title note=note>
            {why}
            {lines}
        </Event>
    }
    .into_any()
}

fn lines(language: Language, change: &TargetChange) -> Vec<String> {
    match change {
        TargetChange::Added(target) => {
            vec![words::added(language, format!("{} {}", name(language, target), planned(language, target)))]
        }
        TargetChange::Removed(target) => {
            vec![words::removed(language, format!("{} {}", name(language, target), planned(language, target)))]
        }
        TargetChange::Changed(target, fields) => fields
            .iter()
            .map(|field| {
                let said = |text: &str| value(language, field.field, text);
                let of = words::field_name(language, field.field);
                words::changed(language, name(language, target), of, said(&field.old), said(&field.new))
            })
            .collect(),
    }
}

fn value(language: Language, field: TargetField, text: &str) -> String {
    let word = match field {
        TargetField::Measure => Measure::from_code(text).map(|measure| words::measure_name(language, measure)),
        // Between versions it changes from entries to records and back, whatever adds up.
        TargetField::Rule => {
            CountingRule::from_code(text).map(|rule| words::rule_words(language, rule, Measure::Count))
        }
        TargetField::Evidence => text.parse().ok().map(|evidence| words::evidence_name(language, evidence)),
        _ if text.is_empty() => Some(words::blank(language)),
        _ => None,
    };
    word.unwrap_or(text).to_owned()
}
