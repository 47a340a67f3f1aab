//! Who did what with a sheet.

use hatchboard::{
    access::Role,
    assessment::{
        Step,
        store::{SheetPage as Found, StepRow},
    },
};
use leptos::prelude::*;

use super::{corrections::Differences, files::Vetoes, here::Here, words};
use crate::{
    ui::{
        card::{Card, Event},
        time,
    },
    weekly_report::attachments::Attachments,
};

#[component]
pub(super) fn History(here: Here, found: Found, vetoes: Vetoes) -> AnyView {
    let language = crate::ui::language();
    let zone = here.base.zone;
    let event = |step: StepRow| {
        let by = if step.role == Role::System.code() { words::program(language) } else { &step.by };
        let note = words::by_at(language, by, time::minute(step.at, zone));
        let skipped = step.skipped.then(|| words::history_skipped(language));
        let title = match skipped {
            Some(skipped) => format!("{}（{skipped}）", words::step_name(language, step.kind)),
            None => words::step_name(language, step.kind).to_owned(),
        };
        let files = vetoes.get(&step.id).cloned().unwrap_or_default();
        let changed = step.difference.map(|difference| {
            view! { <Differences found=found.clone() difference=difference /> }
        });
        // Of a line, its name; else what was said.
        let line = found.sheet.card.indicator(&step.words).map(|indicator| indicator.name.clone());
        let words = if step.kind == Step::Sealed { String::new() } else { line.unwrap_or(step.words) };
        view! {
            <Event title=title note=note>
                <p class="pre">{words}</p>
                {changed}
                <Attachments files=files />
            </Event>
        }
    };
    let events = found.steps.iter().rev().cloned().map(event).collect_view();
    view! {
        <Card title=words::history(language)>
            <ol class="history">{events}</ol>
        </Card>
    }
    .into_any()
}
