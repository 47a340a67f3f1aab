//! The incubations of an organisation, step by step, with who, when and why.

use chrono_tz::Tz;
use hatchboard::incubation::{
    ProposalState, Stage,
    store::{ChangeRow, IncubationRow},
};
use leptos::prelude::*;

use super::words;
use crate::ui::{
    badge::{Badge, Tone},
    card::Event,
    form::{LinkButton, Weight},
    icon::Icon,
    language, number, time,
};
use crate::{
    Language,
    organisation::words::no_stage,
    print::{approval_form, print_approval},
    request::Request,
};

/// A stage as a badge; the absence of one too.
#[component]
pub fn StageBadge(stage: Option<Stage>) -> AnyView {
    let language = language();
    let (tone, sign) = stage.map_or((Tone::Calm, "·"), words::stage_tone);
    let word = stage.map_or(no_stage(language), |stage| words::stage_name(language, stage));
    view! { <Badge tone=tone sign=sign word=word /> }.into_any()
}

/// One incubation, its newest step first.
#[component]
pub fn History(
    incubation: IncubationRow,
    zone: Tz,
    /// Below where the forms of its steps are printed; empty for whoever prints none.
    #[prop(into)]
    print: String,
) -> AnyView {
    let language = language();
    let term = incubation.term_ends_on.map(|day| words::term_ends(language, day));
    let head = words::admitted_as(language, words::mode_name(language, incubation.mode), incubation.admitted_on);
    let over = incubation.term_ends_on.is_some_and(|end| end < time::day_of(Request::current().now, zone));
    let over = over && !incubation.is_over();
    view! {
        <section class="stack">
            <p class="soft">
                {head} {term.map(|term| format!(" · {term}"))}
                {over.then(|| view! { " " <Badge tone=Tone::Warn sign="!" word=words::term_over(language) /> })}
            </p>
            <ol class="history">
                {incubation
                    .changes
                    .into_iter()
                    .map(|change| view! { <Step change=change zone=zone print=print.clone() /> })
                    .collect_view()}
            </ol>
        </section>
    }
    .into_any()
}

#[component]
fn Step(change: ChangeRow, zone: Tz, print: String) -> AnyView {
    let language = language();
    let form = approval_form(language, &change).filter(|_| !print.is_empty());
    let print = form.map(|_| {
        let href = format!("{print}/{}", change.id);
        view! { <LinkButton href=href label=print_approval(language) weight=Weight::Quiet icon=Icon::Print /> }
    });
    let tone = match change.state {
        ProposalState::Proposed => Tone::Warn,
        ProposalState::Confirmed => words::stage_tone(change.to).0,
        ProposalState::Declined | ProposalState::Withdrawn => Tone::Calm,
    };
    let title = format!("{} · {}", name(language, &change), words::as_of(language, change.effective_on));
    let by = if change.state == ProposalState::Confirmed && change.decided_by.as_deref() == Some(&change.proposed_by) {
        words::recorded_by(language, &change.proposed_by, time::minute(change.proposed_at, zone))
    } else {
        let proposed = words::proposed_by(language, &change.proposed_by, time::minute(change.proposed_at, zone));
        match (change.decided_by.as_deref(), change.decided_at) {
            (Some(who), Some(at)) => {
                format!("{proposed} · {}", words::decided_by(language, who, time::minute(at, zone)))
            }
            _ => proposed,
        }
    };
    let waits = change.state != ProposalState::Confirmed;
    view! {
        <Event tone=tone title=title note=by>
            {waits.then(|| view! { <Badge tone=tone sign="…" word=words::state_name(language, change.state) /> })}
            <Ground change=change />
            {print}
        </Event>
    }
    .into_any()
}

/// What a step rests on: its reason, the exit review, the project, and what the bureau said.
#[component]
pub fn Ground(change: ChangeRow) -> AnyView {
    let language = language();
    let points = change.exit_review.map(|points| words::review_points(language, number::points(points)));
    let project = (!change.project.is_empty()).then(|| words::project_named(language, &change.project));
    let opinion = (!change.decision_reason.is_empty()).then(|| words::opinion_of(language, &change.decision_reason));
    let paragraph = |text: Option<String>| {
        let filled = text.filter(|text| !text.is_empty());
        filled.map(|text| view! { <p>{text}</p> })
    };
    view! {
        {paragraph(Some(change.reason))}
        {paragraph(points)}
        {paragraph(project)}
        {paragraph(opinion)}
    }
    .into_any()
}

/// What a step is called.
pub(crate) fn name(language: Language, change: &ChangeRow) -> &'static str {
    match change.action {
        Some(action) => words::action_name(language, action, change.to),
        None => words::beginning(language),
    }
}
