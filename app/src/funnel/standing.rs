//! Where organisations stand today.

use hatchboard::incubation::{Phase, Stage, store::Funnel};
use leptos::prelude::*;

use super::words;
use crate::{
    base::At,
    incubation::words::stage_name,
    ui::{
        card::Card,
        chart::{FunnelChart, FunnelPart},
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
    let part = |phase: &Phase| FunnelPart {
        label: words::phase_name(language, *phase).to_owned(),
        value: found.stand_in(*phase),
        aside: matches!(phase, Phase::Exited | Phase::NotAdmitted),
    };
    let parts: Vec<FunnelPart> = Phase::ALL.iter().map(part).collect();
    let said = parts.iter().map(|part| words::said_of(language, &part.label, part.value));
    let said = words::said(language, joined(language, said));
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
    let row = |phase: &Phase| {
        let stages = found.standing.iter().filter(|(stage, _)| Phase::from(*stage) == *phase).map(link);
        view! {
            <tr>
                <th class="nowrap" scope="row">{words::phase_name(language, *phase)}</th>
                <td class="number">{found.stand_in(*phase)}</td>
                <td class="long">{stages.collect_view()}</td>
            </tr>
        }
    };
    let rows = Phase::ALL.iter().map(row).collect_view();
    view! {
        <div class="pairs">
            <Card title=words::standing(language)>
                <div class="chart-box">
                    <FunnelChart said=said parts=parts />
                </div>
            </Card>
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
