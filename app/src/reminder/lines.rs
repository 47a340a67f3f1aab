//! The lines of a digest, each with a link to what it is about.

use chrono_tz::Tz;
use hatchboard::reminder::{Line, Party};
use leptos::prelude::*;

use super::{names, words};
use crate::ui::{
    badge::{Badge, Tone},
    language, time,
};

#[component]
pub fn Lines(
    lines: Vec<Line>,
    /// The base's short name in links.
    slug: String,
    zone: Tz,
    /// More are told in a number.
    #[prop(default = 10)]
    shown: usize,
    /// They are shown to somebody of the base, whoever they are told to.
    #[prop(optional)]
    in_base: bool,
) -> AnyView {
    let language = language();
    let named = in_base || names::of_several(&lines);
    let more = lines.len().saturating_sub(shown);
    let line = |line: Line| {
        let reader = if in_base { Party::Operator } else { line.told_as };
        let href = names::href_as(reader, &line, &slug);
        let subject = names::subject(&line, named).map(str::to_owned).map(|name| {
            view! {
                <span lang="zh-CN">{name}</span>
                " · "
            }
        });
        let (step, tone) = names::step(language, &line);
        let sign = if tone == Tone::Bad { "!" } else { "•" };
        view! {
            <li>
                <a href=href>{subject} {names::what(language, &line)}</a>
                <p class="soft">
                    <Badge tone=tone sign=sign word=step />
                    " "
                    {words::due_at(language, time::deadline(language, line.owed.due_at, zone))}
                </p>
            </li>
        }
    };
    let shown: Vec<_> = lines.into_iter().take(shown).map(line).collect();
    view! {
        <ul class="plain">{shown}</ul>
        {(more > 0).then(|| view! { <p class="soft">{words::and_more(language, more)}</p> })}
    }
    .into_any()
}
