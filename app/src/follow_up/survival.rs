//! `/b/{base}/follow-ups/survival`: how many of the hatched live on, or lived on a day that has passed, as a table and as
//! its curve.

use chrono::NaiveDate;
use hatchboard::follow_up::{
    Age, AtAge, Survival, SurvivalCell, SurvivalRow,
    store::{Behind, Counted, survival_and},
};
use leptos::prelude::*;

use super::{look::OutcomeBadge, names, problem::told, words};
use crate::{
    Language,
    base::At,
    ui::{
        card::Card,
        chart::{self, LineChart, LinePoint},
        empty::Empty,
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        number::percent,
        page::{PageHead, page},
        table::{Column, ExportLink, Table},
        text::joined,
    },
};

const PATH: &str = "/follow-ups/survival";
/// Where the numbers lead to.
const WHO: &str = "who";
/// What a link says where no year is meant.
const EVERY_YEAR: &str = "all";

#[component]
pub fn SurvivalPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (language, query) = (at.language(), ListQuery::current());
        let (on, behind) = (day(&query, at.today()), behind(&query));
        let found = survival_and(&at.request.store, &at.reader, on, behind.unwrap_or_default()).await;
        let (found, counted_ones) = found.map_err(|error| told(error, language))?;
        let who = behind.map(|behind| view! { <Who at=at.clone() behind=behind ones=counted_ones /> });
        let title = title(&at, on);
        // Back from a day that has passed.
        let now =
            (on < at.today()).then(|| (words::survival(language).to_owned(), Some(survival_path(&at, at.today()))));
        let crumbs = [(words::title(language).to_owned(), Some(at.path("/follow-ups")))];
        let crumbs = crumbs.into_iter().chain(now).chain([(title.clone(), None)]);
        let frame = at.frame(Tab::FollowUps).await?.with_crumbs(crumbs);
        let counted = found.all.iter().any(|cell| cell.reached > 0);
        let (export, of_day) = (at.path("/follow-ups/survival.xlsx"), query_on(&at, on));
        let body = if counted {
            view! {
                <Curve at=at.clone() on=on cells=found.all />
                <Years at=at on=on found=found />
                <p class="soft">{words::survival_note(language)}</p>
                {who}
            }
            .into_any()
        } else {
            view! {
                <Card title=words::survival(language)>
                    <Empty
                        title=words::survival_none(language)
                        words=words::survival_none_hint(language)
                        icon=Icon::FollowUp
                    />
                </Card>
            }
            .into_any()
        };
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=words::survival_subtitle(language)>
                    <ExportLink query=of_day path=export />
                </PageHead>
                {body}
            </Frame>
        }
        .into_any())
    })
}

/// The number that somebody wants to see the hatched of, if any.
fn behind(query: &ListQuery) -> Option<Behind> {
    let (year, age) = (query.get("year"), query.get("age"));
    let named = year.is_some() || age.is_some();
    named.then(|| Behind { year: year.and_then(|year| year.parse().ok()), age: age.and_then(Age::from_code) })
}

/// The day that the table is asked for: today unless the link names one that has passed.
pub(super) fn day(query: &ListQuery, today: NaiveDate) -> NaiveDate {
    let named = query.get("on").and_then(|on| on.parse::<NaiveDate>().ok());
    named.map_or(today, |on| on.min(today))
}

/// What the table of a day is called.
pub(super) fn title(at: &At, on: NaiveDate) -> String {
    let language = at.language();
    if on < at.today() { words::survival_on(language, on) } else { words::survival(language).to_owned() }
}

/// Today is not named, so that a link that is kept leads to the day on which it is followed.
fn query_on(at: &At, on: NaiveDate) -> ListQuery {
    let named = if on < at.today() { on.to_string() } else { String::new() };
    ListQuery::default().with("on", &named)
}

/// To the table of a day.
pub(crate) fn survival_path(at: &At, on: NaiveDate) -> String {
    query_on(at, on).at(&at.path(PATH))
}

/// To those whom a number of the table of a day counts.
fn path(at: &At, on: NaiveDate, behind: Behind) -> String {
    let year = behind.year.map_or_else(|| EVERY_YEAR.to_owned(), |year| year.to_string());
    let age = behind.age.map(Age::code).unwrap_or_default();
    format!("{}#{WHO}", query_on(at, on).with("year", &year).with("age", age).at(&at.path(PATH)))
}

/// The ages that somebody has reached, with their rates.
fn rated(cells: &[SurvivalCell]) -> impl Iterator<Item = (Age, u16)> {
    Age::ALL.iter().zip(cells).filter_map(|(age, cell)| Some((*age, cell.basis_points()?)))
}

/// The rates over all years in a line; `None` before anybody has reached an age.
pub(crate) fn in_words(language: Language, cells: &[SurvivalCell]) -> Option<String> {
    let told = rated(cells)
        .map(|(age, rate)| words::survival_point(language, names::age_name(language, age), percent(rate.into())));
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" · "))
}

/// The curve over all years; it says its numbers in words too.
#[component]
fn Curve(at: At, on: NaiveDate, cells: [SurvivalCell; Age::ALL.len()]) -> AnyView {
    let language = at.language();
    let said = words::survival_curve_text(language, in_words(language, &cells).unwrap_or_default());
    // Everybody lives on the day of hatching.
    let point = |(age, rate): (Age, u16)| LinePoint {
        at: age.months().into(),
        label: names::age_name(language, age).to_owned(),
        spoken: None,
        value: Some(rate.into()),
        words: percent(rate.into()),
        href: Some(path(&at, on, Behind { year: None, age: Some(age) })),
    };
    let hatched = LinePoint { value: Some(10_000), ..LinePoint::default() };
    let points: Vec<LinePoint> = std::iter::once(hatched).chain(rated(&cells).map(point)).collect();
    view! {
        <Card title=words::survival_curve(language)>
            <div class="chart-box">
                <LineChart said=said.clone() points=points scale=chart::hundred(|rate| format!("{}%", rate / 100)) />
            </div>
            <p class="soft">{said}</p>
        </Card>
    }
    .into_any()
}

/// The line of all years.
pub(super) fn sum_of(found: &Survival) -> SurvivalRow {
    SurvivalRow { year: 0, hatched: found.hatched, ages: found.all }
}

#[component]
fn Years(at: At, on: NaiveDate, found: Survival) -> AnyView {
    let language = language();
    let all = sum_of(&found);
    let row = |year: Option<i32>, name: String, row: &SurvivalRow| {
        let cells = row.ages.iter().zip(Age::ALL).map(|(cell, age)| {
            view! {
                <td class="number" data-label=names::age_name(language, *age)>
                    <Cell cell=*cell href=path(&at, on, Behind { year, age: Some(*age) }) />
                </td>
            }
        });
        let cells = cells.collect_view();
        view! {
            <tr>
                <td class="card-title">{name}</td>
                <td class="number" data-label=words::hatched(language)>
                    <a href=path(&at, on, Behind { year, age: None })>{row.hatched}</a>
                </td>
                {cells}
            </tr>
        }
    };
    let rows = found.years.iter().map(|one| row(Some(one.year), one.year.to_string(), one)).collect_view();
    let sum = row(None, words::survival_all(language).to_owned(), &all);
    let ages = Age::ALL.iter().map(|age| view! { <Column label=names::age_name(language, *age) numeric=true /> });
    let ages = ages.collect_view();
    view! {
        <Table caption=words::survival_caption(language)>
            <thead>
                <tr>
                    <Column label=words::survival_year(language) />
                    <Column label=words::hatched(language) numeric=true />
                    {ages}
                </tr>
            </thead>
            <tbody>{rows} {sum}</tbody>
        </Table>
    }
    .into_any()
}

/// A rate with its working: of how many, and what became of the others.
#[component]
fn Cell(cell: SurvivalCell, href: String) -> AnyView {
    let language = language();
    let Some(rate) = cell.basis_points() else { return view! { <span class="soft">"–"</span> }.into_any() };
    let gone = cell.lost + cell.dissolved;
    let notes = [
        (cell.dormant > 0).then(|| words::survival_dormant(language, cell.dormant)),
        (gone > 0).then(|| words::survival_gone(language, gone)),
        (cell.unknown > 0).then(|| words::survival_unknown(language, cell.unknown)),
    ];
    let notes = notes.into_iter().flatten().map(|note| view! { <p class="soft">{note}</p> }).collect_view();
    view! {
        <a href=href>{percent(rate.into())}</a>
        <p class="soft">{words::survival_cell(language, cell.alive, cell.reached)}</p>
        {notes}
    }
    .into_any()
}

/// Those whom one number counts, each with what is known of it.
#[component]
fn Who(at: At, behind: Behind, ones: Vec<Counted>) -> AnyView {
    let language = at.language();
    let year = behind
        .year
        .map_or_else(|| words::survival_of_all(language).to_owned(), |year| words::survival_of_year(language, year));
    let age = behind.age.map(|age| words::survival_at_age(language, names::age_name(language, age)));
    let whom = joined(language, [year].into_iter().chain(age));
    let title = words::survival_who_of(language, whom, ones.len());
    let with_age = behind.age.is_some();
    let row = |one: Counted| {
        let href = at.path(&format!("/organisations/{}/follow-ups", one.organisation));
        let known = match one.at {
            Some(AtAge::Found(outcome)) => view! { <OutcomeBadge outcome=outcome /> }.into_any(),
            Some(AtAge::Unknown) => words::survival_untold(language).into_any(),
            None => ().into_any(),
        };
        let known = with_age.then(|| view! { <td data-label=words::outcome(language)>{known}</td> });
        view! {
            <tr>
                <td class="card-title">
                    <a href=href lang="zh-CN">
                        {one.name}
                    </a>
                </td>
                <td class="nowrap" data-label=words::hatched_on(language)>
                    {one.hatched_on.to_string()}
                </td>
                {known}
            </tr>
        }
    };
    let rows = ones.into_iter().map(row).collect_view();
    view! {
        <Card title=title id=WHO flush=true>
            <Table caption=words::survival_who(language)>
                <thead>
                    <tr>
                        <Column label=words::organisation(language) />
                        <Column label=words::hatched_on(language) />
                        {with_age.then(|| view! { <Column label=words::outcome(language) /> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> ListQuery {
        ListQuery::from(form_urlencoded::parse(text.as_bytes()).into_owned().collect::<Vec<_>>())
    }

    #[test]
    fn the_table_is_of_today_unless_a_day_that_has_passed_is_named() {
        let today: NaiveDate = "2026-04-09".parse().unwrap();
        for (named, on) in [
            ("", "2026-04-09"),
            ("on=2025-12-31", "2025-12-31"),
            ("on=2025-12-31&year=2024", "2025-12-31"),
            ("on=2026-04-09", "2026-04-09"),
            ("on=2026-04-10", "2026-04-09"),
            ("on=2026-02-30", "2026-04-09"),
            ("on=yesterday", "2026-04-09"),
        ] {
            assert_eq!(day(&query(named), today).to_string(), on, "{named}");
        }
    }

    #[test]
    fn a_number_that_nobody_asks_for_shows_nobody() {
        let read = |text: &str| behind(&query(text));
        assert_eq!(read(""), None);
        assert_eq!(read("year=all"), Some(Behind::default()));
        assert_eq!(read("year=2024&age=12"), Some(Behind { year: Some(2024), age: Some(Age::OneYear) }));
    }
}
