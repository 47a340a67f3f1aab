//! A month's items on the days by which they are to be done: a table of weeks, on phones the days below each other.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use hatchboard::period::Month;
use leptos::prelude::*;

use super::{
    line::{Line, stands},
    words,
};
use crate::ui::language;

/// What is to be done by a day.
#[derive(Debug, Clone, Default)]
pub struct Due {
    pub(super) lines: Vec<Line>,
    /// Items that are left out.
    pub(super) more: Option<More>,
}

/// How many items of a day are left out, and where all of them are.
#[derive(Debug, Clone)]
pub struct More {
    pub(super) items: usize,
    pub(super) href: String,
}

/// Lines by their day.
pub(super) fn by_day(lines: impl IntoIterator<Item = Line>) -> BTreeMap<NaiveDate, Due> {
    let mut by_day: BTreeMap<NaiveDate, Due> = BTreeMap::new();
    for line in lines {
        by_day.entry(line.item.due_on).or_default().lines.push(line);
    }
    by_day
}

#[component]
pub(super) fn MonthCalendar(
    month: Month,
    today: NaiveDate,
    caption: String,
    days: BTreeMap<NaiveDate, Due>,
) -> AnyView {
    let language = language();
    let first = month.first_day();
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let weeks = (0..6_u64).map(|week| monday + Days::new(7 * week)).take_while(|monday| *monday <= month.last_day());
    let names: Vec<&'static str> = words::weekdays(language).split(',').collect();
    let cell = |(day, name): (NaiveDate, &&'static str)| {
        let due = days.get(&day);
        let class = match (day.month() == month.month(), due) {
            (false, _) => "elsewhere",
            (true, None) => "nothing",
            (true, Some(_)) => "",
        };
        let items = due.map(|due| due.lines.iter().map(item).collect_view());
        let more = due.and_then(|due| due.more.as_ref()).map(|more| {
            view! {
                <a class="calendar-more" href=more.href.clone()>
                    {words::more_of_day(language, more.items)}
                    <span class="read-only">" " {day.to_string()}</span>
                </a>
            }
        });
        view! {
            <td class=class aria-current={(day == today).then_some("date")}>
                <span class="calendar-day">
                    {day.day()} <span class="calendar-weekday">" " {words::weekday(language, name)}</span>
                </span>
                <ul>{items}</ul>
                {more}
            </td>
        }
    };
    let rows = weeks.map(|monday| {
        let days = (0..7_u64).map(|day| monday + Days::new(day)).zip(&names).map(cell).collect_view();
        view! { <tr>{days}</tr> }
    });
    let rows = rows.collect_view();
    let heads = names.iter().map(|name| view! { <th scope="col">{*name}</th> }).collect_view();
    view! {
        <table class="month-calendar">
            <caption class="read-only">{caption}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn item(line: &Line) -> AnyView {
    let plan = line.plan.as_ref().map(|plan| {
        view! {
            <a href=plan.href.clone() lang="zh-CN">
                {plan.name.clone()}
            </a>
            " "
        }
    });
    view! {
        <li>
            {stands(line)}
            " "
            {plan}
            {line.item.what.clone()}
        </li>
    }
    .into_any()
}
