//! Several parties' values of the same things, each on one axis.

use leptos::prelude::*;

use super::{Scale, WIDTH};

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

/// Where the axis lies; the labels stand before it.
const FROM: i64 = 224;
const TO: i64 = 596;
const TOP: i64 = 6;
const ROW: i64 = 32;
/// Below the last row, for what the axis' lines are called.
const BELOW: i64 = 26;
/// So many characters of a label have room; the table beside the drawing has all of them.
const ROOM: usize = 12;

/// Things below each other, on each line a mark for every party. A line is one link: marks that lie upon each other would
/// be hard to hit.
#[component]
pub fn DotPlot(
    /// What it shows, in words.
    #[prop(into)]
    said: String,
    /// What the parties are called.
    parties: Vec<(Shape, String)>,
    rows: Vec<DotRow>,
    /// The lines of the axis, from its beginning to its end, with what they are called.
    scale: Vec<(i64, String)>,
) -> AnyView {
    let ends = scale.first().zip(scale.last()).map(|(first, last)| (first.0, last.0)).unwrap_or_default();
    let along = Scale { from: ends.0, to: ends.1, low: FROM, high: TO };
    let bottom = TOP + ROW * i64::try_from(rows.len()).unwrap_or_default();
    let view_box = format!("0 0 {WIDTH} {}", bottom + BELOW);
    let grid = |(value, label): (i64, String)| {
        let x = along.at(value).to_string();
        view! {
            <line class="chart-grid" x1=x.clone() x2=x.clone() y1=TOP.to_string() y2=bottom.to_string() />
            <text class="chart-label" x=x y=(bottom + 18).to_string()>
                {label}
            </text>
        }
    };
    let grid = scale.into_iter().map(grid).collect_view();
    let shapes: Vec<Shape> = parties.iter().map(|(shape, _)| *shape).collect();
    let row = |(index, row): (i64, DotRow)| {
        let y = TOP + ROW * index + ROW / 2;
        let known: Vec<i64> = row.values.iter().flatten().map(|value| along.at(*value)).collect();
        // From the least to the most, so that the eye measures how far they lie apart.
        let reach = known.iter().min().zip(known.iter().max()).map(|(least, most)| {
            let (x1, x2, y) = (least.to_string(), most.to_string(), y.to_string());
            view! { <line class="dot-reach" x1=x1 x2=x2 y1=y.clone() y2=y /> }
        });
        let mark = |(shape, value): (&Shape, &Option<i64>)| value.map(|value| drawn(*shape, along.at(value), y));
        let marks = shapes.iter().zip(&row.values).filter_map(mark).collect_view();
        view! {
            <a href=row.href aria-label=row.said>
                <rect
                    class="chart-hit"
                    x="2"
                    y=(y - ROW / 2 + 1).to_string()
                    width=(WIDTH - 4).to_string()
                    height=(ROW - 2).to_string()
                />
                <text class="chart-before dot-name" x="8" y=y.to_string() lang=row.lang>
                    {shortened(&row.label)}
                </text>
                {reach}
                {marks}
            </a>
        }
    };
    let rows = (0..).zip(rows).map(row).collect_view();
    let party = |(shape, name): (Shape, String)| {
        view! {
            <li>
                <svg class="chart-key" viewBox="0 0 20 20" aria-hidden="true">
                    {drawn(shape, 10, 10)}
                </svg>
                {name}
            </li>
        }
    };
    let parties = parties.into_iter().map(party).collect_view();
    view! {
        <ul class="chart-keys">{parties}</ul>
        <svg class="chart" viewBox=view_box role="group" aria-label=said>
            {grid}
            {rows}
        </svg>
    }
    .into_any()
}

fn drawn(shape: Shape, x: i64, y: i64) -> AnyView {
    match shape {
        Shape::Ring => view! { <circle class="dot-ring" cx=x.to_string() cy=y.to_string() r="7" /> }.into_any(),
        Shape::Square => {
            let (x, y) = ((x - 5).to_string(), (y - 5).to_string());
            view! { <rect class="dot-square" x=x y=y width="10" height="10" /> }.into_any()
        }
        Shape::Diamond => {
            let points = format!("{},{y} {x},{} {},{y} {x},{}", x - 7, y - 7, x + 7, y + 7);
            view! { <polygon class="dot-diamond" points=points /> }.into_any()
        }
    }
}

fn shortened(label: &str) -> String {
    match label.char_indices().nth(ROOM) {
        Some((end, _)) if label.chars().count() > ROOM + 1 => format!("{}…", &label[..end]),
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_shortened_where_it_has_no_room() {
        for (label, expected) in [
            ("春晖", "春晖"),
            // A sign that tells of one more character takes as much room as the character.
            ("株洲市春晖社会工作服务处", "株洲市春晖社会工作服务处"),
            ("株洲市春晖社会工作服务中心", "株洲市春晖社会工作服务中心"),
            ("株洲市春晖社会工作服务促进会", "株洲市春晖社会工作服务促…"),
        ] {
            assert_eq!(shortened(label), expected, "{label}");
        }
    }
}
