//! A whole and its parts.

use leptos::prelude::*;

use super::Scale;
use crate::ui::badge::Tone;

/// One part of a whole.
#[derive(Debug, Clone, Default)]
pub struct Part {
    pub label: String,
    pub count: u32,
    pub tone: Tone,
    /// Tells parts apart without their colour, as a badge's does.
    pub sign: &'static str,
    /// To the records behind it.
    pub href: Option<String>,
}

/// In units of the drawing.
const LENGTH: i64 = 1_000;
/// Between two parts, so that neighbours of like colour stay apart.
const GAP: i64 = 4;

/// A whole as a bar of its parts, with a line for each part under it. Parts of nothing have a line and no bar.
#[component]
pub fn PartsBar(
    /// What the whole is.
    #[prop(into)]
    caption: String,
    parts: Vec<Part>,
) -> AnyView {
    let whole: i64 = parts.iter().map(|part| i64::from(part.count)).sum();
    let along = Scale { from: 0, to: whole, low: 0, high: LENGTH };
    let mut before = 0;
    let bars = parts.iter().filter(|part| part.count > 0).map(|part| {
        let x = along.at(before);
        before += i64::from(part.count);
        let gap = if before < whole { GAP } else { 0 };
        let width = (along.at(before) - x - gap).max(1);
        view! {
            <rect class="parts-bar" data-tone=part.tone.code() x=x.to_string() width=width.to_string() height="12" />
        }
    });
    let bars = bars.collect_view();
    let line = |part: Part| {
        let count = match part.href {
            Some(href) if part.count > 0 => view! { <a href=href>{part.count}</a> }.into_any(),
            _ => part.count.into_any(),
        };
        view! {
            <li data-tone=part.tone.code()>
                <span class="parts-sign" aria-hidden="true">
                    {part.sign}
                </span>
                <span class="parts-label">{part.label}</span>
                <strong>{count}</strong>
            </li>
        }
    };
    let lines = parts.into_iter().map(line).collect_view();
    view! {
        <figure class="parts">
            <figcaption class="read-only">{caption}</figcaption>
            <svg class="parts-whole" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
                {bars}
            </svg>
            <ul>{lines}</ul>
        </figure>
    }
    .into_any()
}
