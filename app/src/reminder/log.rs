//! The log of what was told.

use hatchboard::{
    reminder::{DeliveryState, store::Delivery},
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{lines::Lines, names, words};
use crate::{
    base::At,
    ui::{
        badge::Badge,
        card::Card,
        empty::Empty,
        icon::Icon,
        list_query::ListQuery,
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, Table},
        time::Moment,
    },
};

/// What a link narrows the log to, the workbook's too.
pub(super) fn filter(query: &ListQuery) -> Option<DeliveryState> {
    query.get("state").and_then(DeliveryState::from_code)
}

#[component]
pub fn Log(at: At, query: ListQuery, found: Page<Delivery>) -> AnyView {
    let language = at.language();
    let Page { rows, total } = found;
    let (chosen, exported, paged) = (query.clone(), query.clone(), query.clone());
    let export = at.path("/reminders.xlsx");
    let body = if rows.is_empty() {
        let none = if filter(&query).is_some() { words::log_no_match(language) } else { words::log_none(language) };
        view! { <Empty title=none icon=Icon::Bell /> }.into_any()
    } else {
        view! { <Rows at=at rows=rows /> }.into_any()
    };
    view! {
        <Card title=words::log(language) id="log">
            <FilterBar query=query>
                <FilterSelect
                    query=chosen
                    name="state"
                    label=words::state(language)
                    options=names::states(language)
                    all=words::all_states(language)
                />
            </FilterBar>
            <div class="row">
                <ExportLink query=exported path=export />
            </div>
            {body}
        </Card>
        <Pager query=paged size=Paging::SIZE total=total />
    }
    .into_any()
}

#[component]
fn Rows(at: At, rows: Vec<Delivery>) -> AnyView {
    let language = at.language();
    let zone = at.zone();
    let row = |one: Delivery| {
        let (state, tone, sign) = names::state(language, one.state);
        let failed = names::failure(language, &one.last_error);
        let failed = (!failed.is_empty()).then(|| view! { <p class="soft">{failed}</p> });
        view! {
            <tr>
                <td class="card-title" lang="zh-CN">
                    {one.person}
                </td>
                <td data-label=words::channel(language)>{names::channel(language, one.channel)}</td>
                <td data-label=words::what(language) class="long">
                    <Lines lines=one.lines slug=at.base.slug.clone() zone=zone shown=3 in_base=true />
                </td>
                <td data-label=words::state(language)>
                    <Badge tone=tone sign=sign word=state />
                    {failed}
                </td>
                <td data-label=words::attempts(language) class="number">
                    {one.attempts}
                </td>
                <td data-label=words::when(language)>
                    <Moment at=one.sent_at.or(one.next_attempt_at).unwrap_or(one.made_at) zone=zone />
                </td>
            </tr>
        }
    };
    let body: Vec<_> = rows.into_iter().map(row).collect();
    view! {
        <Table caption=words::log_caption(language)>
            <thead>
                <tr>
                    <Column label=words::person(language) />
                    <Column label=words::channel(language) />
                    <Column label=words::what(language) />
                    <Column label=words::state(language) />
                    <Column label=words::attempts(language) numeric=true />
                    <Column label=words::when(language) />
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </Table>
    }
    .into_any()
}
