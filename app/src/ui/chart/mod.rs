//! Charts: inline drawings over numbers that the page has computed, the same as in the table beside them.
//!
//! None is needed to read a page: each says in words what it shows, and stands beside its numbers. They are few: a line
//! over time, columns of a distribution, a bar of parts, the phases of a way, what several parties say of the same, and a
//! line as small as a word. On narrow screens their letters grow and their minor labels go. A mark that leads somewhere is
//! a link, and its axes say their units.

pub mod columns;
pub mod dots;
pub mod funnel;
pub mod line;
pub mod parts;
mod scale;
pub mod sparkline;

pub use columns::{ColumnChart, ColumnPart};
pub use dots::{DotPlot, DotRow, Shape};
pub use funnel::{FunnelChart, FunnelPart};
pub use line::{LineChart, LinePoint};
pub use parts::{Part, PartsBar};
pub use sparkline::Sparkline;

pub(crate) use super::words::{unit_months, unit_organisations, unit_points, unit_weeks};

use leptos::prelude::*;
use scale::Scale;

/// The drawing's measures; its width is the page's to give.
const WIDTH: i64 = 620;
const LEFT: i64 = 64;
const RIGHT: i64 = 596;
const TOP: i64 = 28;
const BOTTOM: i64 = 190;
const HEIGHT: i64 = 224;

fn view_box() -> String {
    format!("0 0 {WIDTH} {HEIGHT}")
}

/// The axis' lines, each with what it is called.
#[component]
fn Grid(up: Scale, marks: Vec<(i64, String)>) -> AnyView {
    let mark = |(value, label): (i64, String)| {
        let y = up.at(value).to_string();
        view! {
            <line class="chart-grid" x1=LEFT.to_string() x2=RIGHT.to_string() y1=y.clone() y2=y.clone() />
            <text class="chart-scale" x=(LEFT - 8).to_string() y=y>
                {label}
            </text>
        }
    };
    marks.into_iter().map(mark).collect_view().into_any()
}

/// What is counted upwards, above the axis, and along it, below; where it is narrow, the labels need the room.
#[component]
fn Units(up: Option<String>, along: Option<String>) -> AnyView {
    let unit = |class: Option<&'static str>, y: i64, unit: Option<String>| {
        unit.map(|unit| {
            view! {
                <text class=class x="0" y=y.to_string()>
                    {unit}
                </text>
            }
        })
    };
    let (up, along) = (unit(None, 15, up), unit(Some("chart-along"), BOTTOM + 24, along));
    view! {
        {up}
        {along}
    }
    .into_any()
}

/// What stands under a place of the axis; every second one goes where it is narrow.
#[component]
fn Under(x: i64, label: String, minor: bool) -> AnyView {
    let class = if minor { "chart-label chart-minor" } else { "chart-label" };
    view! {
        <text class=class x=x.to_string() y=(BOTTOM + 24).to_string()>
            {label}
        </text>
    }
    .into_any()
}

/// From nothing to hundred, in a unit's hundredths, with what its ends and its middle are called.
pub fn hundred(name: impl Fn(i64) -> String) -> Vec<(i64, String)> {
    [0, 5_000, 10_000].map(|value| (value, name(value))).into()
}

/// From nothing to `most` or a little more, by steps that people count in.
pub fn counted(most: u32) -> Vec<(i64, String)> {
    scale::steps(i64::from(most)).into_iter().map(|value| (value, value.to_string())).collect()
}
