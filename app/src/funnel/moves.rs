//! Who came, who went, and when, beside the stretch of time before.

use hatchboard::{
    incubation::{
        Flow, Phase,
        store::{Funnel, Moved},
    },
    period::Stretch,
    store::Paging,
};
use leptos::prelude::*;

use super::{path, words};
use crate::{
    Language,
    base::At,
    incubation::words::{action_name, stage_name},
    ui::{
        card::Card,
        empty::Empty,
        icon::Icon,
        list_query::ListQuery,
        stretch,
        table::{Column, Pager, ShortTable, Table},
    },
};

/// Where the numbers lead to.
pub(super) const PLACE: &str = "moves";

/// How many came to each phase and went from it.
#[component]
pub(super) fn Flows(at: At, found: Funnel) -> AnyView {
    let language = at.language();
    let title = words::moved(language, stretch::name(language, found.within));
    let before = stretch::name(language, found.within.previous());
    let row = |(now, before): (&Flow, &Flow)| {
        let number = |within: Stretch, count: u32| match count {
            0 => "0".into_any(),
            count => {
                let href = format!("{}&phase={}#{PLACE}", path(&at, within), now.phase.code());
                view! { <a href=href>{count}</a> }.into_any()
            }
        };
        let (within, earlier) = (found.within, found.within.previous());
        view! {
            <tr>
                <th class="nowrap" scope="row">{words::phase_name(language, now.phase)}</th>
                <td class="number">{number(within, now.came)}</td>
                <td class="number">{number(earlier, before.came)}</td>
                <td class="number">{number(within, now.went)}</td>
                <td class="number">{number(earlier, before.went)}</td>
            </tr>
        }
    };
    let rows = found.now.iter().zip(&found.before).map(row).collect_view();
    let caption = title.clone();
    view! {
        <Card title=title flush=true>
            <ShortTable caption=caption>
                <thead>
                    <tr>
                        <Column label=words::phase(language) />
                        <Column label=words::came(language) numeric=true />
                        <Column label=before.clone() numeric=true />
                        <Column label=words::went(language) numeric=true />
                        <Column label=before numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </ShortTable>
        </Card>
    }
    .into_any()
}

/// Each change of stage with its day.
#[component]
pub(super) fn Moves(at: At, query: ListQuery, phase: Option<Phase>, found: Funnel) -> AnyView {
    let language = at.language();
    let title = match phase {
        Some(phase) => words::moves_of(language, words::phase_name(language, phase)),
        None => words::moves(language).to_owned(),
    };
    let all = path(&at, found.within);
    let aside: Option<ViewFn> = phase.map(|_| {
        let all: ViewFn = (move || view! { <a href=all.clone()>{words::all_moves(language)}</a> }).into();
        all
    });
    let total = found.moves.total;
    let body = if found.moves.rows.is_empty() {
        view! { <Empty title=words::moves_none(language) icon=Icon::Organisations /> }.into_any()
    } else {
        view! {
            <Rows at=at rows=found.moves.rows />
            <Pager query=query size=Paging::SIZE total=total />
        }
        .into_any()
    };
    match aside {
        Some(aside) => view! {
            <Card title=title id=PLACE aside=aside>
                {body}
            </Card>
        }
        .into_any(),
        None => view! {
            <Card title=title id=PLACE>
                {body}
            </Card>
        }
        .into_any(),
    }
}

/// What happened, in a word.
pub(super) fn what(language: Language, one: &Moved) -> &'static str {
    match one.action {
        Some(action) => action_name(language, action, one.change.to),
        None => words::entered(language),
    }
}

/// From which stage to which.
pub(super) fn way(language: Language, one: &Moved) -> String {
    let to = stage_name(language, one.change.to);
    match one.change.from {
        Some(from) => format!("{} → {to}", stage_name(language, from)),
        None => to.to_owned(),
    }
}

#[component]
fn Rows(at: At, rows: Vec<Moved>) -> AnyView {
    let language = at.language();
    let row = |one: Moved| {
        let href = at.path(&format!("/organisations/{}", one.organisation));
        let (what, way) = (what(language, &one), way(language, &one));
        view! {
            <tr>
                <td class="card-title" lang="zh-CN">
                    <a href=href>{one.name}</a>
                </td>
                <td class="nowrap" data-label=words::day(language)>
                    {one.change.on.to_string()}
                </td>
                <td data-label=words::what(language)>{what}</td>
                <td data-label=words::way(language)>{way}</td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::moves(language)>
            <thead>
                <tr>
                    <Column label=words::organisation(language) />
                    <Column label=words::day(language) />
                    <Column label=words::what(language) />
                    <Column label=words::way(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
