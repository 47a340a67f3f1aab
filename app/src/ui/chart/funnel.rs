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
    /// To the records behind it; bars of nothing lead nowhere.
    pub href: Option<String>,
}

/// Where the bars lie; their labels stand before them, their numbers after.
const FROM: i64 = 150;
const TO: i64 = 540;
const ROW: i64 = 48;
/// Above them, where the numbers' unit stands.
const HEAD: i64 = 24;
const BAR: i64 = 26;

/// Steps below each other, each a bar as wide as it is many, in the middle; each with its number beside it.
#[component]
pub fn FunnelChart(
    /// What it shows, in words.
    #[prop(into)]
    said: String,
    parts: Vec<FunnelPart>,
    /// What is counted, above the numbers.
    #[prop(into)]
    unit: String,
) -> AnyView {
    let most = parts.iter().map(|part| i64::from(part.value)).max().unwrap_or_default().max(1);
    let along = Scale { from: 0, to: most, low: 0, high: TO - FROM };
    let rows = i64::try_from(parts.len()).unwrap_or(1);
    let view_box = format!("0 0 {WIDTH} {}", HEAD + rows * ROW + 4);
    let linked = parts.iter().any(|part| part.value > 0 && part.href.is_some());
    let row = |(index, part): (i64, FunnelPart)| {
        let middle = HEAD + index * ROW + ROW / 2;
        // What is there at all is seen.
        let width = along.at(part.value.into()).max(if part.value > 0 { 3 } else { 0 });
        let class = if part.aside { "chart-aside" } else { "chart-column" };
        let spoken = format!("{} {} {unit}", part.label, part.value);
        let bar = view! {
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
        };
        match part.href.filter(|_| part.value > 0) {
            None => bar.into_any(),
            Some(href) => view! {
                <a href=href aria-label=spoken>
                    <rect
                        class="chart-hit"
                        x="0"
                        y=(middle - ROW / 2).to_string()
                        width=WIDTH.to_string()
                        height=ROW.to_string()
                    />
                    {bar}
                </a>
            }
            .into_any(),
        }
    };
    let rows = (0..).zip(parts).map(row).collect_view();
    // A drawing without links is one picture.
    let role = if linked { "group" } else { "img" };
    view! {
        <svg class="chart" viewBox=view_box role=role aria-label=said>
            <text class="chart-after" x=(WIDTH - 8).to_string() y=(HEAD / 2).to_string()>
                {unit}
            </text>
            {rows}
        </svg>
    }
    .into_any()
}
