//! How much was done of the plans of the last months: a line, and the same in numbers.

use hatchboard::{monthly_plan::store::MonthDone, period::Month};
use leptos::prelude::*;

use super::{look::month_name, words};
use crate::{
    base::At,
    ui::{
        card::Card,
        chart::{self, LineChart, LinePoint},
        number::percent,
        table::{Column, Matrix, ShortTable},
        text::joined,
    },
};

/// So many months are looked back on, the one that is shown among them.
pub(crate) const MONTHS: usize = 12;

fn told(rate: Option<u16>) -> String {
    rate.map_or_else(|| "–".to_owned(), |rate| percent(rate.into()))
}

/// Nothing before a month was closed.
#[component]
pub(crate) fn CompletedCard(at: At, months: Vec<MonthDone>) -> AnyView {
    let language = at.language();
    if months.iter().all(|one| one.rate.is_none() && one.own.is_none()) {
        return ().into_any();
    }
    let point = |(at, one): (i64, &MonthDone)| LinePoint {
        at,
        label: one.month.month().to_string(),
        value: one.rate.map(i64::from),
        words: one.rate.map(|rate| percent(rate.into())).unwrap_or_default(),
        href: None,
    };
    let points: Vec<LinePoint> = (0..).zip(&months).map(point).collect();
    let said = months.iter().filter(|one| one.rate.is_some());
    let said = said.map(|one| format!("{} {}", month_name(language, one.month), told(one.rate)));
    let said = words::completed_said(language, joined(language, said));
    let head = |month: Month| {
        let (href, spoken) = (at.path(&format!("/plans?month={month}")), month_name(language, month));
        view! {
            <th scope="col" class="number">
                <a href=href aria-label=spoken>
                    {month.to_string()}
                </a>
            </th>
        }
    };
    let heads = months.iter().map(|one| head(one.month)).collect_view();
    let row = |label: &'static str, told: &dyn Fn(&MonthDone) -> String| {
        let cells = months.iter().map(|one| view! { <td class="number">{told(one)}</td> }).collect_view();
        view! {
            <tr>
                <th scope="row">{label}</th>
                {cells}
            </tr>
        }
    };
    let rows = [
        row(words::completed_plans(language), &|one| one.plans.to_string()),
        row(words::completed_rate(language), &|one| told(one.rate)),
        row(words::completed_own(language), &|one| told(one.own)),
    ];
    let rows = rows.into_iter().collect_view();
    view! {
        <Card title=words::completed(language)>
            <div class="chart-box">
                <LineChart said=said points=points scale=chart::hundred(|rate| format!("{}%", rate / 100)) />
            </div>
            <div class="in-numbers">
                <Matrix caption=words::completed(language)>
                    <thead>
                        <tr>
                            <th scope="col">{words::completed_month(language)}</th>
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

/// A few months beside each other, on a first screen: each number opens into its plans.
#[component]
pub(crate) fn LatelyCompleted(at: At, months: Vec<MonthDone>) -> AnyView {
    let language = at.language();
    let head = |one: &MonthDone| view! { <Column label=month_name(language, one.month) numeric=true /> };
    let heads = months.iter().map(head).collect_view();
    let row = |label: &'static str, cell: &dyn Fn(&MonthDone) -> (String, String)| {
        let cells = months.iter().map(|one| {
            let (below, number) = cell(one);
            view! {
                <td class="number">
                    <a href=at.path(&below)>{number}</a>
                </td>
            }
        });
        let cells = cells.collect_view();
        view! {
            <tr>
                <th scope="row">{label}</th>
                {cells}
            </tr>
        }
    };
    let rows = [
        row(words::completed_plans(language), &|one| {
            (format!("/plans?month={}&state=closed", one.month), one.plans.to_string())
        }),
        row(words::completed_rate(language), &|one| (format!("/plans?month={}", one.month), told(one.rate))),
        row(words::completed_own(language), &|one| (format!("/plans/{}", one.month), told(one.own))),
    ];
    let rows = rows.into_iter().collect_view();
    view! {
        <Card title=words::lately(language) flush=true>
            <ShortTable caption=words::lately(language)>
                <thead>
                    <tr>
                        <Column label=words::completed_month(language) />
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </ShortTable>
            <p class="soft card-note">{words::lately_hint(language)}</p>
        </Card>
    }
    .into_any()
}
