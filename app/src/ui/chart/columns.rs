//! Columns of a distribution.

use leptos::prelude::*;

use super::{BOTTOM, Grid, LEFT, RIGHT, Scale, TOP, Under, Units, view_box};

/// One column.
#[derive(Debug, Clone, Default)]
pub struct ColumnPart {
    /// What stands under it.
    pub label: String,
    pub value: i64,
    /// What it says to whoever cannot see it, and to the records behind it; columns of nothing lead nowhere.
    pub link: Option<(String, String)>,
}

/// Columns beside each other, such as how many lie where; each with its number above it.
#[component]
pub fn ColumnChart(
    /// What it shows, in words.
    #[prop(into)]
    said: String,
    columns: Vec<ColumnPart>,
    /// The lines of the axis, upwards from nothing, with what they are called.
    scale: Vec<(i64, String)>,
    /// What is counted.
    #[prop(optional, into)]
    unit: Option<String>,
    /// What the labels under the columns are.
    #[prop(optional, into)]
    along: Option<String>,
) -> AnyView {
    let most = scale.last().map_or(1, |(value, _)| *value);
    let up = Scale { from: 0, to: most, low: BOTTOM, high: TOP };
    let number = i64::try_from(columns.len()).unwrap_or(1).max(1);
    let each = (RIGHT - LEFT) / number;
    let width = each * 2 / 3;
    let linked = columns.iter().any(|column| column.link.is_some());
    let column = |(index, column): (usize, ColumnPart)| {
        let middle = LEFT + each * i64::try_from(index).unwrap_or_default() + each / 2;
        let top = up.at(column.value);
        let value = (column.value > 0).then(|| {
            view! {
                <text class="chart-value" x=middle.to_string() y=(top - 6).to_string()>
                    {column.value}
                </text>
            }
        });
        let bar = view! {
            <rect
                class="chart-column"
                x=(middle - width / 2).to_string()
                y=top.to_string()
                width=width.to_string()
                height=(BOTTOM - top).to_string()
            />
            {value}
        };
        let bar = match column.link.filter(|_| column.value > 0) {
            None => bar.into_any(),
            Some((label, href)) => view! {
                <a href=href aria-label=label>
                    <rect
                        class="chart-hit"
                        x=(middle - each / 2).to_string()
                        y=TOP.to_string()
                        width=each.to_string()
                        height=(BOTTOM - TOP).to_string()
                    />
                    {bar}
                </a>
            }
            .into_any(),
        };
        view! {
            {bar}
            <Under x=middle label=column.label minor={index % 2 == 1} />
        }
    };
    let columns = columns.into_iter().enumerate().map(column).collect_view();
    // A drawing without links is one picture.
    let role = if linked { "group" } else { "img" };
    view! {
        <svg class="chart" viewBox=view_box() role=role aria-label=said>
            <Grid up=up marks=scale />
            <Units up=unit along=along />
            {columns}
        </svg>
    }
    .into_any()
}
