//! The items of a plan, seen as a list, as a board, or in the month's calendar.

use chrono::NaiveDate;
use hatchboard::monthly_plan::{
    Item, Progress,
    store::{PlanPage, Told},
};
use leptos::prelude::*;

use super::{
    Here,
    calendar::{MonthCalendar, by_day},
    editor::origin_words,
    line::{Line, List, amount},
    look::rate,
    words,
};
use crate::{
    Language,
    annual_target::name_of_code,
    request::Request,
    ui::{
        card::Card,
        language,
        list_query::ListQuery,
        tabs::{TabLink, Tabs},
    },
};

/// The items of a plan as they stand on a day.
pub(super) fn lines(language: Language, today: NaiveDate, page: PlanPage) -> Vec<Line> {
    let PlanPage { items, mut told, results, origins, targets, .. } = page;
    let line = |item: Item| {
        let told: Vec<Told> = told.remove(&item.id).unwrap_or_default();
        let result = results.iter().find(|result| result.item == item.id).cloned();
        let sum = told.iter().fold(0_u32, |sum, told| sum.saturating_add(told.quantity));
        let done = result.as_ref().map_or(sum, |result| result.done);
        let origin = item.carried_from.and_then(|from| origins.get(&from));
        let origin = origin.map(|origin| origin_words(language, origin, &item.unit));
        let serves = item.serves.as_deref().map(|code| name_of_code(language, &targets, code));
        Line { plan: None, progress: item.progress(done, today), done, told, result, origin, serves, item }
    };
    items.into_iter().map(line).collect()
}

#[component]
pub(super) fn Items(here: Here, page: PlanPage) -> AnyView {
    let request = Request::current();
    let language = request.language;
    let today = here.base.day(request.now);
    let completion = rate(&page.completion);
    let lines = lines(language, today, page);
    let query = ListQuery::current();
    let view_of = query.get("view").unwrap_or("list").to_owned();
    let link = |code: &str, label: &'static str| TabLink {
        href: if code == "list" { query.without("view").href() } else { query.with("view", code).href() },
        label: label.to_owned(),
        count: 0,
        current: view_of == code,
    };
    let links = vec![
        link("list", words::view_list(language)),
        link("board", words::view_board(language)),
        link("calendar", words::view_calendar(language)),
    ];
    let caption = words::items_title(language).to_owned();
    let shown = match view_of.as_str() {
        "board" => view! { <Board lines=lines /> }.into_any(),
        "calendar" => {
            view! { <MonthCalendar month=here.month today=today caption=caption days=by_day(lines) /> }.into_any()
        }
        _ => view! { <List caption=caption lines=lines reports=Some(here.reports) /> }.into_any(),
    };
    let title = format!("{} · {} {completion}", words::items_title(language), words::completion(language));
    view! {
        <Card title=title id="plan-items">
            <Tabs label=words::views(language) links=links />
            {shown}
            <p class="soft">{words::completion_note(language)}</p>
        </Card>
    }
    .into_any()
}

#[component]
fn Board(lines: Vec<Line>) -> AnyView {
    let language = language();
    let column = |progress: &Progress| {
        let cards: Vec<_> = lines.iter().filter(|line| line.progress == *progress).collect();
        let title = format!("{} {}", words::progress_name(language, *progress), cards.len());
        let card = |line: &&Line| {
            view! {
                <li class="board-card">
                    <strong>{line.item.what.clone()}</strong>
                    <span>{amount(line)}</span>
                    <span class="soft">{line.item.responsible.clone()} " · " {line.item.due_on.to_string()}</span>
                </li>
            }
        };
        let none = cards.is_empty().then(|| view! { <p class="soft">{words::board_empty(language)}</p> });
        let cards = cards.iter().map(card).collect_view();
        view! {
            <section class="board-column">
                <h3>{title}</h3>
                <ul>{cards}</ul>
                {none}
            </section>
        }
    };
    let columns = Progress::ALL.iter().map(column).collect_view();
    view! { <div class="board">{columns}</div> }.into_any()
}
