//! What happened to a report and what was said about it; its versions, two of which can be compared.

use chrono_tz::Tz;
use hatchboard::weekly_report::store::{EventKind, read::ReportPage};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    ui::{
        badge::Tone,
        card::{Card, Event},
        language, time, words as frame_words,
    },
};

/// Newest first.
#[component]
pub fn History(
    report: ReportPage,
    zone: Tz,
    /// Two versions are compared at `?compare=1..2` of this page.
    #[prop(into)]
    compare_path: String,
) -> AnyView {
    let language = language();
    let events = report.events.into_iter().rev().map(|event| {
        let (tone, title) = kind(language, event.kind);
        let by =
            format!("{} · {} · {}", time::minute(event.at, zone), event.by, frame_words::role(language, event.by_role));
        view! {
            <Event tone=tone title=title note=by>
                {(!event.words.is_empty()).then(|| view! { <p class="said">{event.words}</p> })}
            </Event>
        }
    });
    let events = events.collect_view();
    let versions = report.versions;
    let several = versions.len() > 1;
    let lines = versions.iter().rev().map(|version| {
        let before = version.number - 1;
        let compare = (before > 0).then(|| {
            let href = format!("{compare_path}?compare={before}..{}#compare", version.number);
            view! {
                <a class="not-on-paper" href=href>
                    {words::compare(language)}
                </a>
            }
        });
        let filed = words::receipt_filed(language, time::minute(version.filed_at, zone), &version.filed_by);
        let behalf = version.on_behalf.then(|| format!(" · {}", words::receipt_on_behalf(language)));
        view! {
            <li class="row">
                <span>{words::version_line(language, version.number)}</span>
                <span class="soft">{filed}{behalf}</span>
                {compare}
            </li>
        }
    });
    let lines = lines.collect_view();
    view! {
        {several
            .then(|| {
                view! {
                    <Card title=words::versions(language)>
                        <ul class="lines">{lines}</ul>
                    </Card>
                }
            })}
        <Card title=words::comments(language)>
            <ol class="history">{events}</ol>
        </Card>
    }
    .into_any()
}

/// What happened, in a word.
pub(crate) fn kind(language: Language, kind: EventKind) -> (Tone, &'static str) {
    match kind {
        EventKind::Submitted => (Tone::Accent, words::event_submitted(language)),
        EventKind::Withdrawn => (Tone::Calm, words::event_withdrawn(language)),
        EventKind::Returned => (Tone::Warn, words::event_returned(language)),
        EventKind::Accepted => (Tone::Good, words::event_accepted(language)),
        EventKind::Reopened => (Tone::Warn, words::event_reopened(language)),
        EventKind::Commented => (Tone::Calm, words::event_commented(language)),
        EventKind::Confirmed => (Tone::Good, words::event_confirmed(language)),
    }
}
