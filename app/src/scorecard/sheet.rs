//! A card as it is read: its sections and indicators, and how the total is made.

use hatchboard::assessment::{Indicator, Scorecard, Scoring, Section, Veto};
use leptos::prelude::*;

use super::{
    look::{WRITTEN_IN, applies_to, or_nothing, scoring},
    words,
};
use crate::{
    assessment::names,
    ui::{
        card::{Card, Fact},
        language,
        table::{Column, Table},
    },
};

#[component]
pub(super) fn Sheet(card: Scorecard) -> AnyView {
    let sections = card.sections.clone().into_iter().enumerate();
    let sections = sections.map(|(at, section)| view! { <SectionCard number=at + 1 section=section /> });
    view! {
        {sections.collect_view()}
        <Conditions card=card />
    }
    .into_any()
}

#[component]
fn SectionCard(number: usize, section: Section) -> AnyView {
    let language = language();
    let sum = section.indicators.iter().map(|one| one.max).sum::<hatchboard::points::Points>();
    let worth = words::points(language, sum);
    let aside = ViewFn::from(move || worth.clone());
    let rows = section.indicators.into_iter().map(|one| view! { <IndicatorRow one=one /> }).collect_view();
    view! {
        <Card
            title=section.name
            lang=WRITTEN_IN
            aside=aside
            flush=true
        >
            <Table caption=words::section_caption(language, number)>
                <thead>
                    <tr>
                        <Column label=words::indicator(language) />
                        <Column label=words::max(language) numeric=true />
                        <Column label=words::scoring(language) />
                        <Column label=words::evidence(language) />
                        <Column label=words::applies_to(language) />
                        <Column label=words::article(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

#[component]
fn IndicatorRow(one: Indicator) -> AnyView {
    let language = language();
    let formula = match one.scoring {
        Scoring::Rule(rule) => Some(names::formula(language, rule)),
        Scoring::Judgement => None,
    };
    view! {
        <tr>
            <td class="card-title" lang=WRITTEN_IN>
                {one.name.clone()}
            </td>
            <td class="number" data-label=words::max(language)>
                {one.max.to_string()}
            </td>
            <td data-label=words::scoring(language)>
                <div>
                    {scoring(language, one.scoring)}
                    {formula.map(|words| view! { <p class="soft">{words}</p> })}
                </div>
            </td>
            <td data-label=words::evidence(language)>
                <span lang=WRITTEN_IN>{or_nothing(language, &one.evidence)}</span>
            </td>
            <td data-label=words::applies_to(language)>{applies_to(language, &one.applies_to)}</td>
            <td data-label=words::article(language)>
                <span lang=WRITTEN_IN>{or_nothing(language, &one.article)}</span>
            </td>
        </tr>
    }
    .into_any()
}

#[component]
fn Conditions(card: Scorecard) -> AnyView {
    let language = language();
    let points = move |points| words::points(language, points);
    let bands = card.bands;
    view! {
        <Card title=words::conditions(language)>
            <dl class="facts">
                <Fact term=words::bonus_cap(language)>{points(card.bonus_cap)}</Fact>
                <Fact term=words::deduction_cap(language)>{points(card.deduction_cap)}</Fact>
                <Fact term=words::per_rectification(language)>{points(card.per_rectification)}</Fact>
                <Fact term=words::bands(language)>
                    {words::bands_words(language, bands.excellent, bands.good, bands.pass)}
                </Fact>
            </dl>
        </Card>
        <Vetoes vetoes=card.vetoes />
    }
    .into_any()
}

#[component]
fn Vetoes(vetoes: Vec<Veto>) -> AnyView {
    let language = language();
    let none = vetoes.is_empty().then(|| view! { <p class="soft">{words::no_vetoes(language)}</p> });
    let lines = vetoes.into_iter().map(|veto| view! { <li lang=WRITTEN_IN>{veto.name}</li> }).collect_view();
    let list = none.is_none().then(|| {
        view! {
            <p class="soft">{words::vetoes_hint(language)}</p>
            <ul>{lines}</ul>
        }
    });
    view! {
        <Card title=words::vetoes(language)>
            {none}
            {list}
        </Card>
    }
    .into_any()
}
