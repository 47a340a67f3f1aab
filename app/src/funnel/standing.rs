//! Where organisations stand today.

use hatchboard::incubation::{Phase, Stage, store::Funnel};
use leptos::prelude::*;

use super::{moves::PLACE, path, words};
use crate::{
    base::At,
    incubation::words::stage_name,
    ui::{
        card::Card,
        chart::{self, FunnelChart, FunnelPart},
        stretch,
        table::{Column, ShortTable},
        text::joined,
    },
};

#[component]
pub(super) fn Standing(at: At, found: Funnel) -> AnyView {
    let language = at.language();
    if found.standing.is_empty() {
        return view! {
            <Card title=words::standing(language)>
                <p class="soft">{words::standing_none(language)}</p>
            </Card>
        }
        .into_any();
    }
    let row = |phase: &Phase| {
        let number = match found.stand_in(*phase) {
            0 => "0".into_any(),
            number => view! { <a href=in_phase(&at, *phase)>{number}</a> }.into_any(),
        };
        view! {
            <tr>
                <th class="nowrap" scope="row">{words::phase_name(language, *phase)}</th>
                <td class="number">{number}</td>
                <td class="long">{stages(&at, &found, |stage| Phase::from(stage) == *phase)}</td>
            </tr>
        }
    };
    let rows = Phase::ALL.iter().map(row).collect_view();
    let drawn = drawing(&at, &found);
    view! {
        <div class="pairs">
            <Card title=words::standing(language)>{drawn}</Card>
            <Card title=words::by_stage(language) flush=true>
                <ShortTable caption=words::by_stage(language)>
                    <thead>
                        <tr>
                            <Column label=words::phase(language) />
                            <Column label=words::number(language) numeric=true />
                            <Column label=words::stages(language) />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </ShortTable>
            </Card>
        </div>
    }
    .into_any()
}

/// On a first screen: how many stand where, each stage a way to its organisations, and how many moves there were.
#[component]
pub(crate) fn StandingCard(at: At, found: Funnel) -> AnyView {
    let language = at.language();
    let moves = format!("{}#{PLACE}", path(&at, found.within));
    let label = words::moves_number(language, stretch::name(language, found.within), found.moves.total);
    let aside: ViewFn = (move || view! { <a href=moves.clone()>{label.clone()}</a> }).into();
    let body = if found.standing.is_empty() {
        view! { <p class="soft">{words::standing_none(language)}</p> }.into_any()
    } else {
        let (drawn, stages) = (drawing(&at, &found), stages(&at, &found, |_| true));
        view! {
            {drawn}
            <p>{stages}</p>
        }
        .into_any()
    };
    view! {
        <Card title=words::title(language) aside=aside>
            {body}
        </Card>
    }
    .into_any()
}

/// The phases, as a drawing that says its numbers.
fn drawing(at: &At, found: &Funnel) -> AnyView {
    let language = at.language();
    let part = |phase: &Phase| FunnelPart {
        label: words::phase_name(language, *phase).to_owned(),
        value: found.stand_in(*phase),
        aside: matches!(phase, Phase::Exited | Phase::NotAdmitted),
        href: Some(in_phase(at, *phase)),
    };
    let parts: Vec<FunnelPart> = Phase::ALL.iter().map(part).collect();
    let said = parts.iter().map(|part| words::said_of(language, &part.label, part.value));
    let said = words::said(language, joined(language, said));
    view! {
        <div class="chart-box">
            <FunnelChart said=said parts=parts unit=chart::unit_organisations(language) />
        </div>
    }
    .into_any()
}

/// The stages that are wanted, each with its number as a way to its organisations.
fn stages(at: &At, found: &Funnel, wanted: impl Fn(Stage) -> bool) -> AnyView {
    let language = at.language();
    let link = |(stage, number): &(Stage, u32)| {
        let href = at.path(&format!("/organisations?stage={}", stage.code()));
        let words = format!("{} {number}", stage_name(language, *stage));
        view! {
            <a class="among-words" href=href>
                {words}
            </a>
            " "
        }
    };
    found.standing.iter().filter(|(stage, _)| wanted(*stage)).map(link).collect_view().into_any()
}

/// Those who stand in a phase today.
fn in_phase(at: &At, phase: Phase) -> String {
    at.path(&format!("/organisations?phase={}", phase.code()))
}
