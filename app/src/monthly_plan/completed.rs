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

/// What stands where nothing was closed.
const NOTHING: &str = "–";

fn told(rate: Option<u16>) -> Option<String> {
    rate.map(|rate| percent(rate.into()))
}

/// Nothing before a month was closed.
#[component]
pub(crate) fn CompletedCard(at: At, months: Vec<MonthDone>) -> AnyView {
    let language = at.language();
    if months.iter().all(|one| one.rate.is_none() && one.own.is_none()) {
        return ().into_any();
    }
    let of_month = |month: Month| at.path(&format!("/plans?month={month}"));
    let point = |(place, one): (i64, &MonthDone)| LinePoint {
        at: place,
        label: one.month.month().to_string(),
        spoken: Some(month_name(language, one.month)),
        value: one.rate.map(i64::from),
        words: told(one.rate).unwrap_or_default(),
        href: Some(of_month(one.month)),
    };
    let points: Vec<LinePoint> = (0..).zip(&months).map(point).collect();
    let said = months.iter().filter_map(|one| Some(format!("{} {}", month_name(language, one.month), told(one.rate)?)));
    let said = words::completed_said(language, joined(language, said));
    let head = |month: Month| {
        let (href, spoken) = (of_month(month), month_name(language, month));
        view! {
            <th scope="col" class="number">
                <a href=href aria-label=spoken>
                    {month.to_string()}
                </a>
            </th>
        }
    };
    let heads = months.iter().map(|one| head(one.month)).collect_view();
    let row = |label: &'static str, path: &dyn Fn(Month) -> String, told: &dyn Fn(&MonthDone) -> Option<String>| {
        let cell = |one: &MonthDone| {
            let told = match told(one) {
                Some(told) => view! { <a href=path(one.month)>{told}</a> }.into_any(),
                None => NOTHING.into_any(),
            };
            view! { <td class="number">{told}</td> }
        };
        let cells = months.iter().map(cell).collect_view();
        view! {
            <tr>
                <th scope="row">{label}</th>
                {cells}
            </tr>
        }
    };
    let (closed, own) = (
        |month: Month| format!("{}&state=closed", of_month(month)),
        |month: Month| at.path(&format!("/plans/{month}")),
    );
    let rows = [
        row(words::completed_plans(language), &closed, &|one| (one.plans > 0).then(|| one.plans.to_string())),
        row(words::completed_rate(language), &of_month, &|one| told(one.rate)),
        row(words::completed_own(language), &own, &|one| told(one.own)),
    ];
    let rows = rows.into_iter().collect_view();
    view! {
        <Card title=words::completed(language)>
            <div class="chart-box">
                <LineChart
                    said=said
                    points=points
                    scale=chart::hundred(|rate| format!("{}%", rate / 100))
                    along=chart::unit_months(language)
                />
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
    // What counts nothing leads nowhere.
    let row = |label: &'static str, nothing: &'static str, cell: &dyn Fn(&MonthDone) -> (String, Option<String>)| {
        let cells = months.iter().map(|one| {
            let (below, number) = cell(one);
            let number = match number {
                Some(number) => view! { <a href=at.path(&below)>{number}</a> }.into_any(),
                None => nothing.into_any(),
            };
            view! { <td class="number">{number}</td> }
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
        row(words::completed_plans(language), "0", &|one| {
            (format!("/plans?month={}&state=closed", one.month), (one.plans > 0).then(|| one.plans.to_string()))
        }),
        row(words::completed_rate(language), NOTHING, &|one| (format!("/plans?month={}", one.month), told(one.rate))),
        row(words::completed_own(language), NOTHING, &|one| (format!("/plans/{}", one.month), told(one.own))),
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
