//! Items below each other, of one plan or of many.

use hatchboard::monthly_plan::{Item, ItemResult, Progress, store::Told};
use leptos::prelude::*;

use super::{
    look::{OutcomeBadge, ProgressBadge},
    words,
};
use crate::{
    Language,
    ui::{
        language,
        table::{Column, Table},
        time,
    },
};

/// An item with all that is told of it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where items of many plans are shown.
    pub(super) plan: Option<OfPlan>,
    pub(super) item: Item,
    pub(super) told: Vec<Told>,
    pub(super) result: Option<ItemResult>,
    pub(super) done: u32,
    pub(super) progress: Progress,
    pub(super) origin: Option<String>,
    pub(super) serves: Option<String>,
}

/// Whose plan an item is of, and where that is opened.
#[derive(Debug, Clone)]
pub struct OfPlan {
    pub(super) name: String,
    pub(super) href: String,
}

/// `3 / 4 场`
pub(super) fn amount(line: &Line) -> String {
    format!("{} / {} {}", line.done, line.item.quantity, line.item.unit)
}

/// By its result, or by how far it has come until then.
pub(super) fn stands(line: &Line) -> AnyView {
    match &line.result {
        Some(result) => view! { <OutcomeBadge outcome=result.outcome release=result.release /> }.into_any(),
        None => view! { <ProgressBadge progress=line.progress /> }.into_any(),
    }
}

/// The same in a word.
pub(super) fn stands_word(language: Language, line: &Line) -> &'static str {
    match &line.result {
        Some(result) => words::outcome_name(language, result.outcome, result.release),
        None => words::progress_name(language, line.progress),
    }
}

/// `reports`: where a week's report is opened, for the items of one plan. Of many plans, each item tells whose it is
/// instead.
#[component]
pub(super) fn List(caption: String, lines: Vec<Line>, reports: Option<String>) -> AnyView {
    let language = language();
    let of_one = reports.is_some();
    let row = |line: Line| {
        let plan = line.plan.as_ref().map(|plan| {
            view! {
                <td class="card-title">
                    <a href=plan.href.clone() lang="zh-CN">
                        {plan.name.clone()}
                    </a>
                </td>
            }
        });
        let told = reports.as_deref().map(|reports| {
            let told = told_view(language, reports, &line);
            view! { <td data-label=words::told(language)>{told}</td> }
        });
        let reason = line.result.as_ref().map(|result| result.reason.clone()).filter(|reason| !reason.is_empty());
        let marks = line.item.recurring.then(|| view! { <span class="soft">{words::recurring_short(language)}</span> });
        view! {
            <tr>
                {plan}
                <td class=of_one.then_some("card-title") data-label=(!of_one).then(|| words::what(language))>
                    {line.item.what.clone()}
                    " "
                    {marks}
                    {line.origin.clone().map(|origin| view! { <p class="soft">{origin}</p> })}
                    {line.serves.clone().map(|serves| view! { <p class="soft">{words::serving(language, serves)}</p> })}
                </td>
                <td data-label=words::planned(language)>{format!("{} {}", line.item.quantity, line.item.unit)}</td>
                <td data-label=words::responsible(language)>{line.item.responsible.clone()}</td>
                <td data-label=words::due_on(language)>{line.item.due_on.to_string()}</td>
                {told}
                <td data-label=words::done(language)>{amount(&line)}</td>
                <td data-label=words::progress(language)>
                    {stands(&line)} {reason.map(|reason| view! { <p class="soft pre">{reason}</p> })}
                </td>
            </tr>
        }
    };
    let rows = lines.into_iter().map(row).collect_view();
    view! {
        <Table caption=caption>
            <thead>
                <tr>
                    {(!of_one).then(|| view! { <Column label=words::organisation(language) /> })}
                    <Column label=words::what(language) />
                    <Column label=words::planned(language) />
                    <Column label=words::responsible(language) />
                    <Column label=words::due_on(language) />
                    {of_one.then(|| view! { <Column label=words::told(language) /> })}
                    <Column label=words::done(language) />
                    <Column label=words::progress(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

/// The weekly reports behind a number, each a link.
fn told_view(language: Language, reports: &str, line: &Line) -> AnyView {
    if line.told.is_empty() {
        return view! { <span class="soft">{words::nothing_told(language)}</span> }.into_any();
    }
    let one = |told: &Told| {
        let week = time::week_number(language, told.week);
        let said = words::week_told(language, week, told.quantity, &line.item.unit);
        let href = format!("{reports}/{}", told.week);
        view! {
            <li>
                <a href=href>{said}</a>
            </li>
        }
    };
    let told = line.told.iter().map(one).collect_view();
    view! { <ul class="plain">{told}</ul> }.into_any()
}
