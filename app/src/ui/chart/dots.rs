//! Several parties' values of the same things, each on one axis.

use leptos::prelude::*;

use super::Scale;

/// How a party's marks look: never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Ring,
    Square,
    Diamond,
}

/// One thing, and what each party says of it.
#[derive(Debug, Clone)]
pub struct DotRow {
    pub label: String,
    /// The language of the label, where it is another than the page's.
    pub lang: Option<&'static str>,
    /// One for each party, in the unit of the scale; none where it has said nothing.
    pub values: Vec<Option<i64>>,
    /// What it shows, in words: the thing, and every party's value.
    pub said: String,
    /// To the records behind it.
    pub href: String,
}

/// The axis' length, in hundredths of a percent: it is as wide as there is room, and its marks keep their size.
const LENGTH: i64 = 10_000;
/// A line's height and its middle, in pixels.
const HEIGHT: &str = "24";
const MIDDLE: &str = "12";

/// Things below each other, on each line a mark for every party. A line is one link: marks that lie upon each other could
/// not be hit one by one.
#[component]
pub fn DotPlot(
    /// What it shows, in words.
    #[prop(into)]
    said: String,
    /// What the parties are called.
    parties: Vec<(Shape, String)>,
    rows: Vec<DotRow>,
    /// The lines of the axis, as far from each other, with what they are called.
    scale: Vec<(i64, String)>,
    /// What the axis counts.
    #[prop(optional, into)]
    unit: Option<String>,
) -> AnyView {
    let ends = scale.first().zip(scale.last()).map(|(first, last)| (first.0, last.0)).unwrap_or_default();
    let along = Scale { from: ends.0, to: ends.1, low: 0, high: LENGTH };
    let lines: Vec<String> = scale.iter().map(|(value, _)| place(along, *value)).collect();
    let shapes: Vec<Shape> = parties.iter().map(|(shape, _)| *shape).collect();
    let row = |row: DotRow| {
        let grid = lines.iter().map(|x| {
            view! { <line class="chart-grid" x1=x.clone() x2=x.clone() y1="0" y2=HEIGHT /> }
        });
        let known = || row.values.iter().flatten().copied();
        // From the least to the most, so that the eye measures how far they lie apart.
        let reach = known().min().zip(known().max()).map(|(least, most)| {
            let (x1, x2) = (place(along, least), place(along, most));
            view! { <line class="dot-reach" x1=x1 x2=x2 y1=MIDDLE y2=MIDDLE /> }
        });
        let mark = |(shape, value): (&Shape, &Option<i64>)| {
            let x = place(along, (*value)?);
            Some(view! {
                <svg class="dot" x=x y=MIDDLE>
                    {drawn(*shape)}
                </svg>
            })
        };
        let (grid, marks) = (grid.collect_view(), shapes.iter().zip(&row.values).filter_map(mark).collect_view());
        view! {
            <li>
                <a href=row.href aria-label=row.said>
                    <span class="dot-name" lang=row.lang>
                        {row.label}
                    </span>
                    <svg class="dot-line" height=HEIGHT aria-hidden="true">
                        {grid}
                        {reach}
                        {marks}
                    </svg>
                </a>
            </li>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    let party = |(shape, name): (Shape, String)| {
        view! {
            <li>
                <svg class="chart-key" viewBox="-10 -10 20 20" aria-hidden="true">
                    {drawn(shape)}
                </svg>
                {name}
            </li>
        }
    };
    let parties = parties.into_iter().map(party).collect_view();
    let names = scale.into_iter().map(|(_, name)| view! { <span>{name}</span> }).collect_view();
    view! {
        <figure class="dot-plot">
            <figcaption class="read-only">{said}</figcaption>
            <ul class="chart-keys">{parties}</ul>
            <ul class="dot-rows">{rows}</ul>
            <div class="dot-axis" aria-hidden="true">
                <span>{unit}</span>
                <span class="dot-scale">{names}</span>
            </div>
        </figure>
    }
    .into_any()
}

/// `82.35%` of the way along the axis.
fn place(along: Scale, value: i64) -> String {
    let at = along.at(value);
    format!("{}.{:02}%", at / 100, at % 100)
}

/// Around the place where it stands.
fn drawn(shape: Shape) -> AnyView {
    match shape {
        Shape::Ring => view! { <circle class="dot-ring" r="7" /> }.into_any(),
        Shape::Square => view! { <rect class="dot-square" x="-5" y="-5" width="10" height="10" /> }.into_any(),
        Shape::Diamond => view! { <polygon class="dot-diamond" points="-7,0 0,-7 7,0 0,7" /> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_lies_as_far_along_as_its_value_whatever_the_width() {
        let along = Scale { from: 0, to: 10_000, low: 0, high: LENGTH };
        for (value, at) in
            [(0, "0.00%"), (8_235, "82.35%"), (8_205, "82.05%"), (10_000, "100.00%"), (12_000, "100.00%")]
        {
            assert_eq!(place(along, value), at, "{value}");
        }
        let along = Scale { from: 0, to: 3, low: 0, high: LENGTH };
        assert_eq!(place(along, 1), "33.33%");
    }
}
