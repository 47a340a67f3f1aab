//! `/b/{base}/plans/months/{month}`: what is to be done in a month by everybody, in the calendar and as a list.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use hatchboard::{
    monthly_plan::{
        ItemState,
        store::{self, ItemFilter, StandingItem},
    },
    period::Month,
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    calendar::{Due, MonthCalendar, More, by_day},
    line::{Line, List, OfPlan},
    look::{item_state_options, month_name},
    of_month::page_in_base,
    problem::told,
    screen::month_of_path,
    words,
};
use crate::{
    Language,
    base::At,
    ui::{
        card::Card,
        empty::Empty,
        field::Options,
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::{ExportLink, FilterBar, FilterSelect, Pager, SearchField},
        tabs::{TabLink, Tabs},
    },
};

/// So many items of a day are shown in the calendar; the list holds all of them.
const OF_A_DAY: usize = 5;

#[component]
pub fn MonthItemsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let month = month_of_path()?;
        let query = ListQuery::current();
        // The calendar shows every day.
        let query = if is_list(&query) { query } else { query.without("day") };
        let items = store::standing_items(&at.request.store, &at.reader, month, &filter(&query), at.today()).await;
        let items = items.map_err(|error| told(error, at.language()))?;
        let crumbs = [
            (words::plans(at.language()).to_owned(), Some(at.path(&format!("/plans?month={month}")))),
            (title(at.language(), month), None),
        ];
        let frame = at.frame(Tab::Plans).await?.with_crumbs(crumbs);
        Ok(view! {
            <Frame data=frame>
                <Whole at=at query=query month=month items=items />
            </Frame>
        }
        .into_any())
    })
}

pub(super) fn title(language: Language, month: Month) -> String {
    words::items_of(language, month_name(language, month))
}

fn is_list(query: &ListQuery) -> bool {
    query.get("view") == Some("list")
}

pub(super) fn filter(query: &ListQuery) -> ItemFilter {
    let typed = |name: &str| -> String { query.get(name).unwrap_or_default().chars().take(100).collect() };
    ItemFilter {
        search: typed("q"),
        state: query.get("state").and_then(ItemState::from_code),
        responsible: typed("responsible"),
        due_on: query.get("day").and_then(|day| day.parse().ok()),
    }
}

/// As lists show it.
pub(super) fn line(at: &At, month: Month, one: StandingItem) -> Line {
    let StandingItem { subject, item, done, progress, result } = one;
    let href = page_in_base(at, &subject, month);
    let plan = Some(OfPlan { name: subject.name, href });
    Line { plan, item, told: Vec::new(), result, done, progress, origin: None, serves: None }
}

#[component]
fn Whole(at: At, query: ListQuery, month: Month, items: Vec<StandingItem>) -> AnyView {
    let language = at.language();
    let list = is_list(&query);
    let to_month = |month: Month, label: &'static str, icon: Icon| {
        let href = query.without("day").at(&at.path(&format!("/plans/months/{month}")));
        view! { <LinkButton href=href label=label icon=icon /> }
    };
    let earlier = to_month(month.previous(), words::earlier_month(language), Icon::Back);
    let later = to_month(month.next(), words::later_month(language), Icon::Next);
    let path = at.path(&format!("/plans/months/{month}/items.xlsx"));
    let export = view! { <ExportLink query=query.without("view") path=path /> };
    let link =
        |href: String, label: &'static str, current: bool| TabLink { href, label: label.to_owned(), count: 0, current };
    let links = vec![
        link(query.without("view").without("day").href(), words::view_calendar(language), !list),
        link(query.with("view", "list").href(), words::view_list(language), list),
    ];
    let caption = title(language, month);
    let body = if items.is_empty() {
        nothing(language, query.without("view").is_filtered())
    } else if list {
        let Page { rows, total } = Page::of(items, Paging::new(query.page(), Paging::SIZE));
        let lines = rows.into_iter().map(|one| line(&at, month, one)).collect();
        view! {
            <List caption=caption lines=lines reports=None />
            <Pager query=query.clone() size=Paging::SIZE total=total />
        }
        .into_any()
    } else {
        let today = at.today();
        let days = shown(&query, items.into_iter().map(|one| line(&at, month, one)));
        view! {
            <Card title=words::items_title(language)>
                <MonthCalendar month=month today=today caption=caption days=days />
            </Card>
        }
        .into_any()
    };
    view! {
        <PageHead title=title(language, month) subtitle=words::items_of_subtitle(language)>
            {earlier}
            {later}
            {export}
        </PageHead>
        <Tabs label=words::views(language) links=links />
        <Filters language=language query=query month=month />
        {body}
    }
    .into_any()
}

/// The first items of each day, and the way to the others.
fn shown(query: &ListQuery, lines: impl IntoIterator<Item = Line>) -> BTreeMap<NaiveDate, Due> {
    let mut days = by_day(lines);
    for (day, due) in &mut days {
        let items = due.lines.len().saturating_sub(OF_A_DAY);
        let href = query.with("view", "list").with("day", &day.to_string()).href();
        due.more = (items > 0).then_some(More { items, href });
        due.lines.truncate(OF_A_DAY);
    }
    days
}

#[component]
fn Filters(language: Language, query: ListQuery, month: Month) -> AnyView {
    let list = is_list(&query);
    let day = list.then(|| {
        view! {
            <FilterSelect
                query=query.clone()
                name="day"
                label=words::due_on(language)
                options=day_options(month)
                all=words::all_days(language)
            />
            <input type="hidden" name="view" value="list" />
        }
    });
    view! {
        <FilterBar query=query.clone()>
            <SearchField query=query.clone() label=words::search(language) />
            <FilterSelect
                query=query.clone()
                name="state"
                label=words::progress(language)
                options=item_state_options(language)
                all=words::all_states(language)
            />
            <SearchField query=query.clone() label=words::responsible(language) name="responsible" />
            {day}
        </FilterBar>
    }
    .into_any()
}

fn day_options(month: Month) -> Options {
    let days = (0..31_u64).map(|day| month.first_day() + Days::new(day));
    days.take_while(|day| *day <= month.last_day()).map(|day| (day.to_string(), day.to_string())).collect()
}

fn nothing(language: Language, filtered: bool) -> AnyView {
    let (title, hint) = if filtered {
        (words::no_item_matches(language), words::no_match_hint(language))
    } else {
        (words::no_items_of(language), words::no_items_of_hint(language))
    };
    view! {
        <Card title=words::items_title(language)>
            <Empty title=title words=hint icon=Icon::Plan />
        </Card>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use hatchboard::monthly_plan::{Item, Progress};
    use uuid::Uuid;

    use super::{Line, ListQuery, OF_A_DAY, shown};

    fn due_on(day: &str) -> Line {
        let item = Item {
            id: Uuid::from_u128(1),
            what: "义诊".to_owned(),
            quantity: 1,
            unit: "场".to_owned(),
            responsible: "周敏".to_owned(),
            due_on: day.parse().unwrap(),
            recurring: false,
            carried_from: None,
            serves: None,
        };
        let (told, progress) = (Vec::new(), Progress::NotBegun);
        Line { plan: None, item, told, result: None, done: 0, progress, origin: None, serves: None }
    }

    #[test]
    fn a_full_day_shows_its_first_items_and_leads_to_all_of_them() {
        let query = ListQuery::from(vec![("q".to_owned(), "a".to_owned())]);
        for (items, listed, more) in [
            (OF_A_DAY, OF_A_DAY, None),
            (OF_A_DAY + 2, OF_A_DAY, Some((2, "?q=a&view=list&day=2026-04-20".to_owned()))),
        ] {
            let lines = std::iter::repeat_n(due_on("2026-04-20"), items).chain([due_on("2026-04-21")]);
            let days = shown(&query, lines);
            let day = days.values().next().expect("a day");
            assert_eq!(day.lines.len(), listed);
            assert_eq!(day.more.as_ref().map(|more| (more.items, more.href.clone())), more);
            assert_eq!(days.len(), 2);
            assert!(days.values().next_back().is_some_and(|day| day.more.is_none()));
        }
    }
}
