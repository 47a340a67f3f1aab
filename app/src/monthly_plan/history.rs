//! Every version of a plan that was submitted, and what it changed.

use hatchboard::{
    annual_target::Target,
    monthly_plan::{
        DraftItem, ItemChange, ItemField, differences,
        store::{PlanPage, PlanVersion},
    },
};
use leptos::prelude::*;

use super::{Here, words};
use crate::{
    Language,
    annual_target::name_of_code,
    ui::{
        badge::Tone,
        card::{Card, Event},
        language, time,
    },
};

#[component]
pub(super) fn Versions(here: Here, page: PlanPage) -> AnyView {
    let language = language();
    if page.versions.is_empty() {
        return ().into_any();
    }
    let before = std::iter::once(None).chain(page.versions.iter().map(Some));
    let events: Vec<_> =
        page.versions.iter().zip(before).map(|(version, before)| event(&here, &page, version, before)).collect();
    let events = events.into_iter().rev().collect_view();
    view! {
        <Card title=words::history(language) id="versions">
            <ol class="history">{events}</ol>
        </Card>
    }
    .into_any()
}

fn event(here: &Here, page: &PlanPage, version: &PlanVersion, before: Option<&PlanVersion>) -> AnyView {
    let language = language();
    let title = if version.stands {
        words::version_stands(language, version.number)
    } else {
        words::version(language, version.number)
    };
    let at = time::minute(version.submitted_at, here.base.zone);
    let note = words::submitted_by(language, &version.submitted_by, at);
    let changes = before.map(|before| differences(&before.items, &version.items));
    let lines = changes.map(|changes| {
        let none = changes.is_empty().then(|| view! { <li>{words::no_changes(language)}</li> });
        let lines = changes.iter().flat_map(|change| lines(language, &page.targets, change));
        let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <ul class="changes">{lines} {none}</ul> }
    });
    let why = (!version.why.is_empty()).then(|| view! { <p class="pre">{version.why.clone()}</p> });
    let source = (!version.source.is_empty()).then(|| {
        view! { <p class="pre">{words::behalf_source(language, version.source.clone())}</p> }
    });
    let tone = if version.stands { Tone::Good } else { Tone::Calm };
    view! {
        <Event tone=tone title=title note=note>
            {source}
            {why}
            {lines}
        </Event>
    }
    .into_any()
}

fn lines(language: Language, targets: &[Target], change: &ItemChange) -> Vec<String> {
    let summary = |item: &DraftItem| {
        format!("{} {} {} · {} · {}", item.what, item.quantity, item.unit, item.responsible, item.due_on)
    };
    match change {
        ItemChange::Added(item) => {
            let from = item.carried_from.map(|_| format!(" · {}", words::carried_in(language))).unwrap_or_default();
            vec![words::added(language, summary(&DraftItem::from(item)) + &from)]
        }
        ItemChange::Removed(item) => vec![words::removed(language, summary(&DraftItem::from(item)))],
        ItemChange::Changed { what, fields, .. } => fields
            .iter()
            .map(|field| {
                let said = |text: &str| value(language, targets, field.field, text);
                let name = words::field_name(language, field.field);
                words::changed(language, what, name, said(&field.old), said(&field.new))
            })
            .collect(),
    }
}

fn value(language: Language, targets: &[Target], field: ItemField, text: &str) -> String {
    match field {
        ItemField::Recurring if text.is_empty() => words::recurring_no(language).to_owned(),
        ItemField::Recurring => words::recurring_yes(language).to_owned(),
        ItemField::Serves if text.is_empty() => words::serves_none(language).to_owned(),
        ItemField::Serves => name_of_code(language, targets, text),
        _ => text.to_owned(),
    }
}
