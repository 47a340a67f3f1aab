//! `/o/{organisation}/plans`: the months of one organisation, a year a page.

use chrono::{Datelike, NaiveDate};
use hatchboard::{
    monthly_plan::store::{self, PlanLine},
    period::Month,
};
use leptos::prelude::*;

use super::{
    look::{LateClosing, StateBadge, TimelinessBadge, month_name, rate},
    problem::told,
    words,
};
use crate::{
    request::{Request, path_id},
    ui::{
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::{Column, ExportLink, Table},
        time,
    },
    weekly_report::{Author, Whose, place},
};

#[component]
pub fn OurPlansPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let organisation = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let today = author.base.day(request.now);
        let query = ListQuery::current();
        let year = year(&query, today);
        let months = months(year, Month::of(today));
        let lines = store::months(&request.store, &author.reader, &months).await;
        let lines = lines.map_err(|error| told(error, request.language))?;
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurPlans).await?;
        let language = request.language;
        let to_year = |year: i32, label: &'static str, icon: Icon| {
            let href = query.with("year", &year.to_string()).href();
            view! { <LinkButton href=href label=label icon=icon /> }
        };
        let earlier = to_year(year - 1, words::earlier_year(language), Icon::Back);
        let (of_year, export) = (query.with("year", &year.to_string()), format!("/o/{organisation}/plans.xlsx"));
        let later = (year < today.year()).then(|| to_year(year + 1, words::later_year(language), Icon::Next));
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::plans(language) subtitle=words::our_plans_subtitle(language)>
                    <ExportLink query=of_year path=export />
                    {earlier}
                    {later}
                </PageHead>
                <Months lines=lines path=format!("/o/{organisation}/plans") zone=author.base.zone />
            </Frame>
        }
        .into_any())
    })
}

/// The year that is shown: the running one unless the link names another.
pub(super) fn year(query: &ListQuery, today: NaiveDate) -> i32 {
    query.get("year").and_then(|year| year.parse().ok()).unwrap_or(today.year())
}

/// The months of a year, newest first; of the running one up to the next month.
pub(super) fn months(year: i32, current: Month) -> Vec<Month> {
    let of_year = (1..=12).rev().filter_map(|month| Month::new(year, month));
    let last = current.next();
    let next_year = (current.year() == year && last.year() > year).then_some(last);
    next_year.into_iter().chain(of_year.filter(|month| *month <= last)).collect()
}

#[component]
pub(super) fn Months(lines: Vec<PlanLine>, path: String, zone: chrono_tz::Tz) -> AnyView {
    let language = language();
    let row = |line: PlanLine| {
        let PlanLine { facts, items, done, completion, .. } = line;
        let href = format!("{path}/{}", facts.month);
        let asked = facts.expected || facts.state.is_some() || facts.excused.is_some();
        let name = month_name(language, facts.month);
        let name = if asked { view! { <a href=href>{name}</a> }.into_any() } else { name.into_any() };
        view! {
            <tr>
                <td class="card-title">{name}</td>
                <td data-label=words::state(language)>
                    <StateBadge facts=facts.clone() />
                    <LateClosing facts=facts.clone() />
                </td>
                <td data-label=words::timely(language)>
                    <TimelinessBadge facts=facts.clone() />
                </td>
                <td data-label=words::due(language)>
                    {facts.due_at.filter(|_| asked).map(|due| time::minute(due, zone))}
                </td>
                <td data-label=words::items(language)>
                    {(items > 0).then(|| words::items_done(language, done, items))}
                </td>
                <td data-label=words::completion(language) class="number">
                    {(items > 0).then(|| rate(&completion))}
                </td>
            </tr>
        }
    };
    let rows = lines.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::plans(language)>
            <thead>
                <tr>
                    <Column label=words::month(language) />
                    <Column label=words::state(language) />
                    <Column label=words::timely(language) />
                    <Column label=words::due(language) />
                    <Column label=words::items(language) />
                    <Column label=words::completion(language) numeric=true />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
