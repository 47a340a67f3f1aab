//! One line of the list, and the pieces that the file shows too.

use hatchboard::organisation::store::Listed;
use leptos::prelude::*;

use super::words;
use crate::{
    incubation::{history_view::StageBadge, words as incubation_words},
    ui::{
        badge::{Badge, Tone},
        language, time,
    },
};

/// Strengths as tags.
#[component]
pub fn Tags(tags: Vec<String>) -> AnyView {
    let tags = tags.into_iter().map(|tag| view! { <li>{tag}</li> }).collect_view();
    view! { <ul class="tags">{tags}</ul> }.into_any()
}

#[component]
pub fn Row(slug: String, row: Listed) -> AnyView {
    let language = language();
    let href = format!("/b/{slug}/organisations/{}", row.id);
    let mode = row.mode.map(|mode| incubation_words::mode_name(language, mode)).unwrap_or_default();
    let admitted = row.admitted_on.map(|day| day.to_string()).unwrap_or_default();
    let report = row.last_report_week.and_then(|week| week.parse().ok()).map(|week| time::week_of_year(language, week));
    let report = report.unwrap_or_else(|| words::never(language).to_owned());
    view! {
        <tr>
            <td class="card-title">
                <a href=href>{row.name}</a>
                <br />
                <small class="soft">{row.code.unwrap_or_default()}</small>
            </td>
            <td data-label=words::kind_label(language)>
                {words::kind(language, row.kind)} " · " {words::standing(language, row.standing)}
            </td>
            <td class="short" data-label=words::district(language)>{row.district}</td>
            <td data-label=words::stage(language)>
                <StageBadge stage=row.stage />
                {row
                    .proposal_open
                    .then(|| view! { <Badge tone=Tone::Warn sign="…" word=words::proposal_open(language) /> })}
            </td>
            <td data-label=words::mode(language)>{mode}</td>
            <td class="short" data-label=words::admitted_on(language)>{admitted}</td>
            <td class="short" data-label=words::last_report(language)>{report}</td>
            <td class="short" data-label=words::contact_name(language)>{row.contact_name}</td>
            <td data-label=words::strengths(language)>
                <Tags tags=row.strengths />
            </td>
        </tr>
    }
    .into_any()
}
