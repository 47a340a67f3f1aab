//! A line as small as a word, beside the number that it ends in.

use leptos::prelude::*;

use super::{Scale, line::runs};

/// In units of the drawing: as wide as a few words whatever it shows, so that those of a column end below each other; as
/// high as a line of them.
const WIDTH: i64 = 80;
const HEIGHT: i64 = 24;
/// Around it, so that its last mark stays whole.
const EDGE: i64 = 4;

/// How a number went, without axis and labels: what it shows stands in words, its last value beside it. A single value is a
/// dot; nothing where none is known.
#[component]
pub fn Sparkline(
    /// What it shows, in words.
    #[prop(into)]
    said: String,
    /// Oldest first, in any unit; the line breaks where there is none.
    values: Vec<Option<i64>>,
    /// The ends of the unit.
    from: i64,
    to: i64,
) -> AnyView {
    if values.iter().all(Option::is_none) {
        return ().into_any();
    }
    let places = places(&values, from, to);
    let line = |run: &[Option<(i64, i64)>]| {
        let points: Vec<String> = run.iter().flatten().map(|(x, y)| format!("{x},{y}")).collect();
        view! { <polyline class="chart-line" points=points.join(" ") /> }
    };
    let lines = runs(&places, Option::is_some).map(line).collect_view();
    let mark = places.iter().flatten().next_back().map(|(x, y)| {
        view! { <circle class="chart-mark" cx=x.to_string() cy=y.to_string() r="3" /> }
    });
    view! {
        <svg
            class="sparkline"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            width=WIDTH.to_string()
            height=HEIGHT.to_string()
            role="img"
            aria-label=said
        >
            {lines}
            {mark}
        </svg>
    }
    .into_any()
}

/// Where each value lies: over the whole width, the last one at its end.
fn places(values: &[Option<i64>], from: i64, to: i64) -> Vec<Option<(i64, i64)>> {
    let up = Scale { from, to, low: HEIGHT - EDGE, high: EDGE };
    let last = i64::try_from(values.len()).unwrap_or(i64::MAX) - 1;
    // A single value lies at the end, too.
    let across = Scale { from: last.min(1) - 1, to: last, low: EDGE, high: WIDTH - EDGE };
    let place = |(at, value): (i64, &Option<i64>)| value.map(|value| (across.at(at), up.at(value)));
    (0..).zip(values).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_lies_as_high_as_it_is_and_nothing_where_none_is_known() {
        let values = [Some(0), Some(100), None, Some(50), Some(120)];
        let expected = [Some((4, 20)), Some((22, 4)), None, Some((58, 12)), Some((76, 4))];
        assert_eq!(places(&values, 0, 100), expected);
    }

    #[test]
    fn the_whole_width_is_used_however_many_values_there_are() {
        for (number, expected) in [(1, &[76][..]), (2, &[4, 76]), (3, &[4, 40, 76]), (4, &[4, 28, 52, 76])] {
            let across: Vec<i64> =
                places(&vec![Some(50); number], 0, 100).into_iter().flatten().map(|(x, _)| x).collect();
            assert_eq!(across, expected, "{number}");
        }
    }

    #[test]
    fn the_line_breaks_where_nothing_is_known() {
        let places = places(&[Some(0), Some(100), None, Some(50), None, Some(1), Some(2), Some(3)], 0, 100);
        assert_eq!(runs(&places, Option::is_some).map(<[_]>::len).collect::<Vec<_>>(), [2, 3]);
    }
}
