//! `/b/{base}/follow-ups/survival`: how many of the hatched live on, as a table and as its curve.

use hatchboard::follow_up::{Age, Survival, SurvivalCell, SurvivalRow, store::survival_of};
use leptos::prelude::*;

use super::{names, problem::told, words};
use crate::{
    Language,
    base::At,
    ui::{
        card::Card,
        chart::{self, LineChart, LinePoint},
        empty::Empty,
        frame::Frame,
        icon::Icon,
        language,
        nav::Tab,
        number::percent,
        page::{PageHead, page},
        table::{Column, Table},
    },
};

#[component]
pub fn SurvivalPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let found = survival_of(&at.request.store, &at.reader).await;
        let found = found.map_err(|error| told(error, language))?;
        let crumbs = [
            (words::title(language).to_owned(), Some(at.path("/follow-ups"))),
            (words::survival(language).to_owned(), None),
        ];
        let frame = at.frame(Tab::FollowUps).await?.with_crumbs(crumbs);
        let counted = found.all.iter().any(|cell| cell.reached > 0);
        let body = if counted {
            view! {
                <Curve cells=found.all />
                <Years found=found />
                <p class="soft">{words::survival_note(language)}</p>
            }
            .into_any()
        } else {
            view! {
                <Card title=words::survival(language)>
                    <Empty
                        title=words::survival_none(language)
                        words=words::survival_none_hint(language)
                        icon=Icon::FollowUp
                    />
                </Card>
            }
            .into_any()
        };
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::survival(language) subtitle=words::survival_subtitle(language) />
                {body}
            </Frame>
        }
        .into_any())
    })
}

/// The ages that somebody has reached, with their rates.
fn rated(cells: &[SurvivalCell]) -> impl Iterator<Item = (Age, u16)> {
    Age::ALL.iter().zip(cells).filter_map(|(age, cell)| Some((*age, cell.basis_points()?)))
}

/// The rates over all years in a line; `None` before anybody has reached an age.
pub(crate) fn in_words(language: Language, cells: &[SurvivalCell]) -> Option<String> {
    let told = rated(cells)
        .map(|(age, rate)| words::survival_point(language, names::age_name(language, age), percent(rate.into())));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" · "))
}

/// The curve over all years; it says its numbers in words too.
#[component]
fn Curve(cells: [SurvivalCell; Age::ALL.len()]) -> AnyView {
    let language = language();
    let said = words::survival_curve_text(language, in_words(language, &cells).unwrap_or_default());
    // Everybody lives on the day of hatching.
    let point = |(age, rate): (Age, u16)| LinePoint {
        at: age.months().into(),
        label: names::age_name(language, age).to_owned(),
        value: Some(rate.into()),
        words: percent(rate.into()),
        href: None,
    };
    let hatched = LinePoint { value: Some(10_000), ..LinePoint::default() };
    let points: Vec<LinePoint> = std::iter::once(hatched).chain(rated(&cells).map(point)).collect();
    view! {
        <Card title=words::survival_curve(language)>
            <div class="chart-box">
                <LineChart said=said.clone() points=points scale=chart::hundred(|rate| format!("{}%", rate / 100)) />
            </div>
            <p class="soft">{said}</p>
        </Card>
    }
    .into_any()
}

#[component]
fn Years(found: Survival) -> AnyView {
    let language = language();
    let all = SurvivalRow { year: 0, hatched: found.hatched, ages: found.all };
    let row = |name: String, row: &SurvivalRow| {
        let cells = row.ages.iter().zip(Age::ALL).map(|(cell, age)| {
            view! {
                <td class="number" data-label=names::age_name(language, *age)>
                    <Cell cell=*cell />
                </td>
            }
        });
        let cells = cells.collect_view();
        view! {
            <tr>
                <td class="card-title">{name}</td>
                <td class="number" data-label=words::hatched(language)>
                    {row.hatched}
                </td>
                {cells}
            </tr>
        }
    };
    let rows = found.years.iter().map(|one| row(one.year.to_string(), one)).collect_view();
    let sum = row(words::survival_all(language).to_owned(), &all);
    let ages = Age::ALL.iter().map(|age| view! { <Column label=names::age_name(language, *age) numeric=true /> });
    let ages = ages.collect_view();
    view! {
        <Table caption=words::survival_caption(language)>
            <thead>
                <tr>
                    <Column label=words::survival_year(language) />
                    <Column label=words::hatched(language) numeric=true />
                    {ages}
                </tr>
            </thead>
            <tbody>{rows} {sum}</tbody>
        </Table>
    }
    .into_any()
}

/// A rate with its working: of how many, and what became of the others.
#[component]
fn Cell(cell: SurvivalCell) -> AnyView {
    let language = language();
    let Some(rate) = cell.basis_points() else { return view! { <span class="soft">"–"</span> }.into_any() };
    let gone = cell.lost + cell.dissolved;
    let notes = [
        (cell.dormant > 0).then(|| words::survival_dormant(language, cell.dormant)),
        (gone > 0).then(|| words::survival_gone(language, gone)),
        (cell.unknown > 0).then(|| words::survival_unknown(language, cell.unknown)),
    ];
    let notes = notes.into_iter().flatten().map(|note| view! { <p class="soft">{note}</p> }).collect_view();
    view! {
        {percent(rate.into())}
        <p class="soft">{words::survival_cell(language, cell.alive, cell.reached)}</p>
        {notes}
    }
    .into_any()
}
