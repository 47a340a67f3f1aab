//! The items of a plan, seen as a list, as a board, or in the month's calendar.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use hatchboard::monthly_plan::{
    Item, ItemResult, Progress,
    store::{PlanPage, Told},
};
use leptos::prelude::*;

use super::{
    Here,
    editor::origin_words,
    look::{OutcomeBadge, ProgressBadge, rate},
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
        table::{Column, Table},
        tabs::{TabLink, Tabs},
        time,
    },
};

/// An item with all that is told of it.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) item: Item,
    pub(super) told: Vec<Told>,
    pub(super) result: Option<ItemResult>,
    pub(super) done: u32,
    pub(super) progress: Progress,
    pub(super) origin: Option<String>,
    pub(super) serves: Option<String>,
}

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
        Line { progress: item.progress(done, today), done, told, result, origin, serves, item }
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
    let shown = match view_of.as_str() {
        "board" => view! { <Board lines=lines /> }.into_any(),
        "calendar" => view! { <MonthCalendar here=here lines=lines /> }.into_any(),
        _ => view! { <List here=here lines=lines /> }.into_any(),
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

/// `3 / 4 场`
fn amount(line: &Line) -> String {
    format!("{} / {} {}", line.done, line.item.quantity, line.item.unit)
}

#[component]
fn List(here: Here, lines: Vec<Line>) -> AnyView {
    let language = language();
    let row = |line: Line| {
        let told = told_view(language, &here, &line);
        let standing = match &line.result {
            Some(result) => view! { <OutcomeBadge outcome=result.outcome release=result.release /> }.into_any(),
            None => view! { <ProgressBadge progress=line.progress /> }.into_any(),
        };
        let reason = line.result.as_ref().map(|result| result.reason.clone()).filter(|reason| !reason.is_empty());
        let marks = line.item.recurring.then(|| view! { <span class="soft">{words::recurring_short(language)}</span> });
        view! {
            <tr>
                <td class="card-title">
                    {line.item.what.clone()} " " {marks}
                    {line.origin.clone().map(|origin| view! { <p class="soft">{origin}</p> })}
                    {line.serves.clone().map(|serves| view! { <p class="soft">{words::serving(language, serves)}</p> })}
                </td>
                <td data-label=words::planned(language)>{format!("{} {}", line.item.quantity, line.item.unit)}</td>
                <td data-label=words::responsible(language)>{line.item.responsible.clone()}</td>
                <td data-label=words::due_on(language)>{line.item.due_on.to_string()}</td>
                <td data-label=words::told(language)>{told}</td>
                <td data-label=words::done(language)>{amount(&line)}</td>
                <td data-label=words::progress(language)>
                    {standing} {reason.map(|reason| view! { <p class="soft pre">{reason}</p> })}
                </td>
            </tr>
        }
    };
    let rows = lines.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::items_title(language)>
            <thead>
                <tr>
                    <Column label=words::what(language) />
                    <Column label=words::planned(language) />
                    <Column label=words::responsible(language) />
                    <Column label=words::due_on(language) />
                    <Column label=words::told(language) />
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
fn told_view(language: Language, here: &Here, line: &Line) -> AnyView {
    if line.told.is_empty() {
        return view! { <span class="soft">{words::nothing_told(language)}</span> }.into_any();
    }
    let one = |told: &Told| {
        let week = time::week_number(language, told.week);
        let said = words::week_told(language, week, told.quantity, &line.item.unit);
        let href = format!("{}/{}", here.reports, told.week);
        view! {
            <li>
                <a href=href>{said}</a>
            </li>
        }
    };
    let told = line.told.iter().map(one).collect_view();
    view! { <ul class="plain">{told}</ul> }.into_any()
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

#[component]
fn MonthCalendar(here: Here, lines: Vec<Line>) -> AnyView {
    let request = Request::current();
    let language = request.language;
    let today = here.base.day(request.now);
    let mut by_day: BTreeMap<NaiveDate, Vec<Line>> = BTreeMap::new();
    for line in lines {
        by_day.entry(line.item.due_on).or_default().push(line);
    }
    let first = here.month.first_day();
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let weeks =
        (0..6_u64).map(|week| monday + Days::new(7 * week)).take_while(|monday| *monday <= here.month.last_day());
    let cell = |day: NaiveDate| {
        let due = by_day.get(&day).map(Vec::as_slice).unwrap_or_default();
        let due = due.iter().map(|line| {
            view! {
                <li>
                    <ProgressBadge progress=line.progress />
                    " "
                    {line.item.what.clone()}
                </li>
            }
        });
        let class = match (day.month() == here.month.month(), due.len()) {
            (false, _) => "elsewhere",
            (true, 0) => "nothing",
            (true, _) => "",
        };
        let due = due.collect_view();
        view! {
            <td class=class aria-current={(day == today).then_some("date")}>
                <span class="calendar-day">{day.day()}</span>
                <ul>{due}</ul>
            </td>
        }
    };
    let rows = weeks.map(|monday| {
        let days = (0..7_u64).map(|day| cell(monday + Days::new(day))).collect_view();
        view! { <tr>{days}</tr> }
    });
    let rows = rows.collect_view();
    let heads = words::weekdays(language).split(',').map(|day| view! { <th scope="col">{day}</th> }).collect_view();
    view! {
        <table class="month-calendar">
            <caption class="read-only">{words::items_title(language)}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
