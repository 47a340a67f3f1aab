//! Where a published sheet lost points: how many, why, and what would regain them the next time.

use std::collections::BTreeMap;

use hatchboard::{
    access::SubjectReader,
    assessment::{
        Facts, Giver, Lost, Scoring, Sheet, Why,
        store::{self, LastPublished},
    },
    points::Points,
};
use leptos::prelude::*;

use super::{look::facts_words, lost_words as said, names, problem::told, words};
use crate::{
    Language,
    error::AppError,
    request::Request,
    ui::{
        card::{Card, Todo},
        language,
        table::{Column, Table},
        text::joined,
    },
};

/// Where links lead to.
pub(crate) const PLACE: &str = "lost";
/// Lines that a first screen shows.
const FIRST: usize = 3;

/// The newest quarter of an organisation that was published.
pub(crate) async fn last(request: &Request, reader: &SubjectReader) -> Result<Option<LastPublished>, AppError> {
    store::last_published(&request.store, reader).await.map_err(|error| told(error, request.language))
}

/// Every line that lost points, and what was taken away beside the lines.
#[component]
pub(super) fn LostCard(
    /// The quarter or year, as a title has it.
    occasion: String,
    sheet: Sheet,
    facts: BTreeMap<String, Facts>,
    /// The page of the sheet; empty on that page itself.
    #[prop(into)]
    path: String,
) -> AnyView {
    let language = language();
    let lost = sheet.lost();
    let sum = sheet.sum().ok();
    let deducted = sum.map(|sum| sum.deductions).filter(|deducted| *deducted > Points::ZERO);
    let deducted = deducted.map(|deducted| {
        view! { <p>{said::deducted(language, deducted, sheet.late_repairs)}</p> }
    });
    let title = said::title(language, occasion);
    if lost.is_empty() {
        return view! {
            <Card title=title id=PLACE>
                <p class="soft">{said::none(language)}</p>
                {deducted}
            </Card>
        }
        .into_any();
    }
    let in_all: Points = lost.iter().map(|one| one.points).sum();
    let rescaled = sum.and_then(|sum| sum.rescaled_from()).map(|of| said::rescaled(language, of));
    let row = |one: &Lost<'_>| {
        let (why, regain) = (why(language, one, &facts), regain(language, one));
        let indicator = &one.line.indicator;
        let (href, name) = (format!("{path}#line-{}", indicator.code), indicator.name.clone());
        view! {
            <tr>
                <td class="card-title" lang="zh-CN">
                    <a href=href>{name}</a>
                </td>
                <td class="number" data-label=said::lost(language)>
                    {said::of(language, one.points, indicator.max)}
                </td>
                <td data-label=said::why(language)>{why}</td>
                <td data-label=said::regain(language)>{regain}</td>
            </tr>
        }
    };
    let rows = lost.iter().map(row).collect_view();
    let caption = title.clone();
    view! {
        <Card title=title id=PLACE>
            <p class="soft">{said::in_all(language, in_all)} " " {rescaled}</p>
            {deducted}
            <Table caption=caption>
                <thead>
                    <tr>
                        <Column label=words::indicator(language) />
                        <Column label=said::lost(language) numeric=true />
                        <Column label=said::why(language) />
                        <Column label=said::regain(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

/// By whose word, or by which numbers.
fn why(language: Language, one: &Lost<'_>, facts: &BTreeMap<String, Facts>) -> AnyView {
    let indicator = &one.line.indicator;
    let found = facts.get(&indicator.code).filter(|_| matches!(indicator.scoring, Scoring::Rule(_)));
    let numbers = found.map(|facts| {
        let working = facts.working(indicator.max);
        let working = (!working.is_empty()).then(|| {
            view! { <span class="soft">{words::working(language, working)}</span> }
        });
        view! {
            <p>{facts_words(language, facts)} " " {working}</p>
        }
    });
    let words = match one.why {
        Why::Rule => None,
        Why::Said { by, note: "" } => Some(view! { <p>{said::no_words(language, giver(language, by))}</p> }.into_any()),
        Why::Said { by, note } => Some(
            view! {
                <p class="pre">
                    {said::by(language, giver(language, by))} <span lang="zh-CN">{note.to_owned()}</span>
                </p>
            }
            .into_any(),
        ),
    };
    view! {
        {words}
        {numbers}
    }
    .into_any()
}

fn giver(language: Language, by: Giver) -> &'static str {
    match by {
        Giver::Operator => words::operator(language),
        Giver::Bureau => words::bureau(language),
        Giver::Objection => said::objection(language),
        Giver::Correction => said::correction(language),
    }
}

/// What to do better the next time.
fn regain(language: Language, one: &Lost<'_>) -> AnyView {
    let indicator = &one.line.indicator;
    match indicator.scoring {
        Scoring::Rule(rule) => names::regain(language, rule).into_any(),
        Scoring::Judgement if indicator.evidence.trim().is_empty() => said::regain_judged(language).into_any(),
        Scoring::Judgement => {
            let evidence = indicator.evidence.clone();
            view! {
                {said::regain_evidence(language)}
                <span lang="zh-CN">{evidence}</span>
            }
            .into_any()
        }
    }
}

/// The same in a few lines, on an organisation's first screen; nothing before a sheet was published.
#[component]
pub(crate) fn LastLostCard(last: Option<LastPublished>, path: String) -> AnyView {
    let language = language();
    let Some(last) = last else { return ().into_any() };
    let occasion = words::occasion_name(language, last.occasion);
    let page = format!("{path}/{}#{PLACE}", last.occasion);
    let lost = last.sheet.lost();
    let line = |one: &Lost<'_>| {
        let title = said::line(language, &one.line.indicator.name, one.points);
        let note = match one.line.indicator.scoring {
            Scoring::Rule(rule) => names::regain(language, rule).to_owned(),
            Scoring::Judgement => match one.why {
                Why::Said { note, .. } if !note.is_empty() => note.to_owned(),
                Why::Said { .. } | Why::Rule => said::regain_judged(language).to_owned(),
            },
        };
        view! { <Todo href=page.clone() title=title note=note /> }
    };
    let lines = lost.iter().take(FIRST).map(line).collect_view();
    let (all, label) = (page.clone(), said::all(language, lost.len()));
    let aside: ViewFn = (move || view! { <a href=all.clone()>{label.clone()}</a> }).into();
    let nothing = lost.is_empty();
    let total = said::total(language, last.total);
    let head = joined(language, [total].into_iter().chain(nothing.then(|| said::none(language).to_owned())));
    view! {
        <Card title=said::title(language, occasion) aside=aside flush=true>
            <p class="card-foot soft">{head}</p>
            <ul class="todos">{lines}</ul>
        </Card>
    }
    .into_any()
}
