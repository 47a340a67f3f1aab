//! A way that fewer and fewer have gone to its end.

use leptos::prelude::*;

use super::{Scale, WIDTH};

/// One step of the way.
#[derive(Debug, Clone, Default)]
pub struct FunnelPart {
    /// What stands before it.
    pub label: String,
    pub value: u32,
    /// It is no step of the way: whoever stands here has left it. Drawn as an outline.
    pub aside: bool,
}

/// Where the bars lie; their labels stand before them, their numbers after.
const FROM: i64 = 150;
const TO: i64 = 540;
const ROW: i64 = 40;
const BAR: i64 = 26;

/// Steps below each other, each a bar as wide as it is many, in the middle; each with its number beside it.
#[component]
pub fn FunnelChart(
    /// What it shows, in words.
    #[prop(into)]
    said: String,
    parts: Vec<FunnelPart>,
) -> AnyView {
    let most = parts.iter().map(|part| i64::from(part.value)).max().unwrap_or_default().max(1);
    let along = Scale { from: 0, to: most, low: 0, high: TO - FROM };
    let rows = i64::try_from(parts.len()).unwrap_or(1);
    let view_box = format!("0 0 {WIDTH} {}", rows * ROW + 8);
    let row = |(index, part): (i64, FunnelPart)| {
        let middle = 4 + index * ROW + ROW / 2;
        // What is there at all is seen.
        let width = along.at(part.value.into()).max(if part.value > 0 { 3 } else { 0 });
        let class = if part.aside { "chart-aside" } else { "chart-column" };
        view! {
            <text class="chart-before" x="8" y=middle.to_string()>
                {part.label}
            </text>
            <rect
                class=class
                x=(FROM + (TO - FROM - width) / 2).to_string()
                y=(middle - BAR / 2).to_string()
                width=width.to_string()
                height=BAR.to_string()
            />
            <text class="chart-value chart-after" x=(WIDTH - 8).to_string() y=middle.to_string()>
                {part.value}
            </text>
        }
    };
    let rows = (0..).zip(parts).map(row).collect_view();
    view! {
        <svg class="chart" viewBox=view_box role="img" aria-label=said>
            {rows}
        </svg>
    }
    .into_any()
}
