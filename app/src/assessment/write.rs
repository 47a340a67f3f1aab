//! The fields in which one party gives its points on a line.

use hatchboard::assessment::{
    Column as Party, Given, Indicator, Scoring,
    store::{LineNotes, LineText},
};
use leptos::prelude::*;

use super::{problem::line_field, words};
use crate::{
    Language,
    request::Request,
    ui::field::{Field, Hidden, TextArea},
};

/// What is kept of a line, as its fields show it.
pub(super) fn stored(given: Option<&Given>, note: &str, notes: &LineNotes) -> LineText {
    LineText {
        points: given.map(|given| given.points.to_string()).unwrap_or_default(),
        note: note.to_owned(),
        evidence: notes.evidence.clone(),
        ..LineText::default()
    }
}

#[component]
pub(super) fn Write(row: usize, indicator: Indicator, typed: LineText, version: i32, party: Party) -> AnyView {
    let language = Request::current().language;
    let Indicator { name, code, scoring, .. } = indicator;
    let labels = labels(language, &name);
    let hint = if matches!(scoring, Scoring::Rule(_)) { words::override_hint(language) } else { "" };
    let evidence = (party == Party::Own).then(|| {
        view! {
            <TextArea
                name=line_field(row, "evidence")
                label=labels.2
                value=typed.evidence
                rows=1
                maxlength=1000
                placeholder=words::evidence(language)
                conditional=true
            />
        }
    });
    view! {
        <Hidden name=line_field(row, "code") value=code />
        <Hidden name=line_field(row, "row_version") value=version.to_string() />
        <Field
            name=line_field(row, "points")
            label=labels.0
            value=typed.points
            hint=hint
            inputmode="decimal"
            maxlength=7
            conditional=true
        />
        <TextArea
            name=line_field(row, "note")
            label=labels.1
            value=typed.note
            rows=1
            maxlength=1000
            placeholder=words::note(language)
            conditional=true
        />
        {evidence}
    }
    .into_any()
}

/// Of points, note and evidence.
fn labels(language: Language, indicator: &str) -> (String, String, String) {
    (
        words::points_of(language, indicator),
        words::note_of(language, indicator),
        words::evidence_of(language, indicator),
    )
}
