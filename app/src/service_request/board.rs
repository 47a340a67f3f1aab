//! What has not come to nothing, by state.

use hatchboard::service_request::store::{BoardColumn, RequestRow};
use leptos::prelude::*;

use super::{here::Here, look::TimelyBadge, words};
use crate::{
    ui::{language, list_query::ListQuery, text::beginning},
    weekly_report::help_kind,
};

/// Cards of a column at the most.
pub(super) const CARDS: u64 = 30;

/// A column for each state, each with the way to all that stands in it.
#[component]
pub fn Board(here: Here, query: ListQuery, columns: Vec<BoardColumn>) -> AnyView {
    let language = language();
    let column = |BoardColumn { state, total, cards }: BoardColumn| {
        let name = words::state_name(language, state);
        let title = format!("{name} {total}");
        let none = cards.is_empty().then(|| view! { <p class="soft">{words::board_empty(language)}</p> });
        let all = (total > 0).then(|| {
            let href = query.without("view").with("state", state.code()).href();
            view! {
                <p>
                    <a href=href>{words::board_all(language, name, total)}</a>
                </p>
            }
        });
        let cards = cards.into_iter().map(|row| view! { <RequestCard here=here.clone() row=row /> }).collect_view();
        view! {
            <section class="board-column">
                <h2>{title}</h2>
                <ul>{cards}</ul>
                {none}
                {all}
            </section>
        }
    };
    let columns = columns.into_iter().map(column).collect_view();
    view! { <div class="board">{columns}</div> }.into_any()
}

#[component]
fn RequestCard(here: Here, row: RequestRow) -> AnyView {
    let language = language();
    let href = format!("{}/{}", here.path, row.id);
    let name = here.sees_all().then(|| view! { <p class="soft" lang="zh-CN">{row.name.clone()}</p> });
    view! {
        <li class="board-card">
            <p>
                <a href=href lang="zh-CN">
                    {beginning(&row.words)}
                </a>
            </p>
            {name}
            <p class="soft">
                {help_kind(language, row.kind)} " " {row.owner} " " {row.due_on.map(|due| due.to_string())}
            </p>
            <TimelyBadge timely=row.timely />
        </li>
    }
    .into_any()
}
