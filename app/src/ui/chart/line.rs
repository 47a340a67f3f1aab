//! A line over time.

use leptos::prelude::*;

use super::{BOTTOM, Grid, LEFT, RIGHT, Scale, TOP, Under, Units, view_box};

/// So many points have their value beside them.
const TOLD: usize = 8;

/// So many points keep their labels on the narrowest screen.
const FEW: usize = 5;

/// A place of a line.
#[derive(Debug, Clone, Default)]
pub struct LinePoint {
    /// Where it lies, such as a week's number.
    pub at: i64,
    /// What stands under it.
    pub label: String,
    /// What its link calls it, where what stands under it is too short for that.
    pub spoken: Option<String>,
    /// In the unit of the scale; the line breaks where there is none.
    pub value: Option<i64>,
    /// The value as people read it.
    pub words: String,
    /// To the records behind it.
    pub href: Option<String>,
}

/// A line over time, upwards as the scale goes. A single point is a mark.
#[component]
pub fn LineChart(
    /// What it shows, in words.
    #[prop(into)]
    said: String,
    points: Vec<LinePoint>,
    /// The lines of the axis, upwards, with what they are called.
    scale: Vec<(i64, String)>,
    /// What is counted upwards, where the scale does not say so itself.
    #[prop(optional, into)]
    unit: Option<String>,
    /// What the labels under the line are.
    #[prop(optional, into)]
    along: Option<String>,
) -> AnyView {
    let ends =
        |values: &[i64]| (values.first().copied().unwrap_or_default(), values.last().copied().unwrap_or_default());
    let (from, to) = ends(&scale.iter().map(|(value, _)| *value).collect::<Vec<_>>());
    let up = Scale { from, to, low: BOTTOM, high: TOP };
    let (first, last) = ends(&points.iter().map(|point| point.at).collect::<Vec<_>>());
    let across = Scale { from: first, to: last, low: LEFT + 16, high: RIGHT - 16 };
    let lines = runs(&points, |point| point.value.is_some()).map(|run| {
        let place = |point: &&LinePoint| Some(format!("{},{}", across.at(point.at), up.at(point.value?)));
        let places: Vec<String> = run.iter().filter_map(|point| place(&point)).collect();
        view! { <polyline class="chart-line" points=places.join(" ") /> }
    });
    let lines = lines.collect_view();
    let (number, told) = (points.len(), points.len() <= TOLD);
    let linked = points.iter().any(|point| point.href.is_some());
    let marks = points.into_iter().enumerate().map(|(index, point)| {
        let x = across.at(point.at);
        // The last one keeps its label, whatever goes.
        let minor = number > FEW && (number - 1 - index) % 2 == 1;
        let mark = point.value.map(|value| {
            let y = up.at(value);
            let link = point.href.clone().map(|href| {
                let label = format!("{} {}", point.spoken.as_deref().unwrap_or(&point.label), point.words);
                // Where it is narrow, every one of many could not be hit: as many lead on as keep their labels.
                let class = (minor && !told).then_some("chart-minor");
                view! {
                    <a class=class href=href aria-label=label>
                        <circle class="chart-hit" cx=x.to_string() cy=y.to_string() r="22" />
                        <circle class="chart-mark" cx=x.to_string() cy=y.to_string() r="4" />
                    </a>
                }
            });
            view! {
                <Mark x=x y=y words=point.words.clone() told=told minor=minor />
                {link}
            }
        });
        view! {
            {mark}
            <Under x=x label=point.label minor=minor />
        }
    });
    let marks = marks.collect_view();
    // A drawing without links is one picture.
    let role = if linked { "group" } else { "img" };
    view! {
        <svg class="chart" viewBox=view_box() role=role aria-label=said>
            <Grid up=up marks=scale />
            <Units up=unit along=along />
            {lines}
            {marks}
        </svg>
    }
    .into_any()
}

#[component]
fn Mark(x: i64, y: i64, words: String, told: bool, minor: bool) -> AnyView {
    let class = if minor { "chart-value chart-minor" } else { "chart-value" };
    let words = told.then(|| {
        view! {
            <text class=class x=x.to_string() y=(y - 10).to_string()>
                {words}
            </text>
        }
    });
    view! {
        <circle class="chart-mark" cx=x.to_string() cy=y.to_string() r="4" />
        {words}
    }
    .into_any()
}

/// Points that are known and follow each other without a gap.
pub(super) fn runs<T>(points: &[T], is_known: impl Fn(&T) -> bool) -> impl Iterator<Item = &[T]> {
    points.split(move |point| !is_known(point)).filter(|run| run.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_breaks_where_nothing_is_known() {
        let points: Vec<LinePoint> = [Some(1), Some(2), None, Some(3), None, Some(4), Some(5), Some(6)]
            .into_iter()
            .map(|value| LinePoint { value, ..LinePoint::default() })
            .collect();
        assert_eq!(runs(&points, |point| point.value.is_some()).map(<[_]>::len).collect::<Vec<_>>(), [2, 3]);
    }
}
