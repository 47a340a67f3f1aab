//! How the quarter's weeks were filed, and who filed nothing.

use hatchboard::{
    period::Quarter,
    weekly_report::store::{QuarterFiled, SubjectName, matrix::WeekSummary},
};
use leptos::prelude::*;

use super::words;
use crate::{
    base::At,
    ui::{
        card::Card,
        chart::{self, LineChart, LinePoint},
        number::percent,
        table::Matrix,
        text::joined,
        time,
    },
};

#[component]
pub(super) fn Filed(
    at: At,
    quarter: Quarter,
    filed: QuarterFiled,
    /// What stands beside the line.
    children: Children,
) -> AnyView {
    let language = at.language();
    let matrix = at.path(&format!("/reports?quarter={quarter}"));
    let aside: ViewFn = {
        let matrix = matrix.clone();
        (move || view! { <a href=matrix.clone()>{words::matrix(language)}</a> }).into()
    };
    if filed.weeks.is_empty() {
        return view! {
            <Card title=words::filed(language) aside=aside>
                <p class="soft">{words::filed_none(language)}</p>
            </Card>
            {children()}
        }
        .into_any();
    }
    let point = |(at, week): (i64, &WeekSummary)| {
        let rate = week.rate.basis_points();
        LinePoint {
            at,
            label: week.week.number().to_string(),
            value: rate.map(i64::from),
            words: rate.map(|rate| percent(rate.into())).unwrap_or_default(),
            href: None,
        }
    };
    let points: Vec<LinePoint> = (0..).zip(&filed.weeks).map(point).collect();
    let told =
        points.iter().filter(|point| point.value.is_some()).map(|point| format!("{} {}", point.label, point.words));
    let said = words::filed_said(language, joined(language, told));
    let head = |week: &WeekSummary| {
        let href = at.path(&format!("/reports?last={}", week.week));
        let spoken = time::week_of_year(language, week.week);
        view! {
            <th scope="col" class="number">
                <a href=href aria-label=spoken>
                    {week.week.number()}
                </a>
            </th>
        }
    };
    let heads = filed.weeks.iter().map(head).collect_view();
    let row = |label: &'static str, told: &dyn Fn(&WeekSummary) -> String| {
        let cells = filed.weeks.iter().map(|week| view! { <td class="number">{told(week)}</td> }).collect_view();
        view! {
            <tr>
                <th scope="row">{label}</th>
                {cells}
            </tr>
        }
    };
    let rate =
        |week: &WeekSummary| week.rate.basis_points().map_or_else(|| "–".to_owned(), |rate| percent(rate.into()));
    let rows = [
        row(words::asked(language), &|week| week.expected.to_string()),
        row(words::on_time(language), &|week| week.on_time.to_string()),
        row(words::late(language), &|week| week.late.to_string()),
        row(words::missing(language), &|week| week.missing.to_string()),
        row(words::rate(language), &rate),
    ];
    let rows = rows.into_iter().collect_view();
    view! {
        <div class="pairs">
            <Card title=words::filed(language) aside=aside>
                <div class="chart-box">
                    <LineChart said=said points=points scale=chart::hundred(|rate| format!("{}%", rate / 100)) />
                </div>
            </Card>
            <div class="stack">{children()}</div>
        </div>
        <Card title=words::filed_weeks(language) flush=true>
            <div class="in-numbers">
                <Matrix caption=words::filed_weeks(language)>
                    <thead>
                        <tr>
                            <th scope="col">{words::week(language)}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </Matrix>
            </div>
        </Card>
    }
    .into_any()
}

#[component]
pub(super) fn Silent(at: At, silent: Vec<SubjectName>) -> AnyView {
    let language = at.language();
    let body = if silent.is_empty() {
        view! { <p class="soft">{words::silent_none(language)}</p> }.into_any()
    } else {
        let line = |one: SubjectName| {
            let href = at.path(&format!("/organisations/{}", one.id));
            view! {
                <li>
                    <a href=href lang="zh-CN">
                        {one.name}
                    </a>
                </li>
            }
        };
        view! { <ul class="names">{silent.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    view! { <Card title=words::silent(language)>{body}</Card> }.into_any()
}
