//! `/o/{organisation}/reports`: the weeks of one organisation with their three facts, half a year a page, or those of a
//! quarter.

use chrono_tz::Tz;
use hatchboard::{
    period::Week,
    weekly_report::{
        Expectation, Why,
        store::{WeekFacts, read},
    },
};
use leptos::prelude::*;

use super::{
    Author, Whose,
    facts::{ContentBadge, ExpectationBadge, StateBadge, TimelinessBadge},
    fault, place, words,
};
use crate::{
    error::AppError,
    request::{Request, path_id},
    ui::{
        empty::Empty,
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        quarter,
        table::{Column, ExportLink, Table},
        time, words as ui_words,
    },
};

/// Weeks of a page.
const WEEKS: u32 = 26;

#[component]
pub fn OurReportsPage() -> AnyView {
    page(async {
        let request = Request::current();
        let organisation = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let query = ListQuery::current();
        let running = Week::of(author.base.day(request.now));
        let last: Option<Week> = query.get("until").and_then(|week| week.parse().ok()).filter(|week| *week < running);
        let of_quarter = quarter::weeks(&query, running);
        let (until, count) = of_quarter.map_or((last, WEEKS), |(week, count)| (Some(week), count));
        let weeks = read::weeks(&request.store, &author.reader, until, count)
            .await
            .map_err(|error| fault::told(request.language, error))?;
        let place = place::of_organisation(&request, &author, organisation);
        let title = words::weekly_reports(request.language);
        let data = place::frame(&request, &author, &place, Tab::OurReports)
            .await?
            .with_crumbs([(place.name(request.language), Some(place.path())), (title.to_owned(), None)]);
        // Before the admission there is nothing to see.
        let before = |facts: &&WeekFacts| facts.expectation != Expectation::NotExpected(Why::NotYetAdmitted);
        let older = weeks.last().filter(before).map(|facts| {
            query.without("quarter").with("until", &facts.week.previous().to_string()).href()
        });
        let newer = until.map(|_| query.without("until").without("quarter").href());
        let export = format!("/o/{organisation}/reports.xlsx");
        let zone = author.base.zone;
        Ok::<_, AppError>(
            view! {
                <Frame data=data>
                    <PageHead title=title>
                        <ExportLink query=query.without("until") path=export />
                    </PageHead>
                    {if weeks.is_empty() {
                        view! { <Empty title=words::none_yet(request.language) icon=Icon::Reports /> }.into_any()
                    } else {
                        view! { <WeekTable weeks=weeks whose=author.whose zone=zone /> }.into_any()
                    }}
                    <nav class="row" aria-label=ui_words::pages(request.language)>
                        {newer
                            .map(|href| {
                                view! {
                                    <LinkButton href=href label=ui_words::previous_page(request.language) icon=Icon::Back />
                                }
                            })}
                        {older
                            .map(|href| {
                                view! {
                                    <LinkButton href=href label=ui_words::next_page(request.language) icon=Icon::Next />
                                }
                            })}
                    </nav>
                </Frame>
            }
            .into_any(),
        )
    })
    .into_any()
}

/// Weeks below each other, each leading to its report or form.
#[component]
pub fn WeekTable(weeks: Vec<WeekFacts>, whose: Whose, zone: Tz) -> AnyView {
    let language = language();
    let rows = weeks.into_iter().map(|facts| {
        let week = facts.week;
        let label = format!("{} · {}", time::week_of_year(language, week), time::week_days(language, week));
        let asked = matches!(facts.expectation, Expectation::Expected { .. });
        let label = if asked || facts.state.is_some() {
            view! { <a href=whose.page(week)>{label}</a> }.into_any()
        } else {
            label.into_any()
        };
        let moment = |at: Option<_>| at.map(|at| time::minute(at, zone));
        view! {
            <tr>
                <td class="card-title">{label}</td>
                <td data-label=words::column_expected(language)>
                    <ExpectationBadge facts=facts.clone() />
                </td>
                <td data-label=words::column_timely(language)>
                    <TimelinessBadge facts=facts.clone() />
                </td>
                <td data-label=words::column_content(language)>
                    <ContentBadge facts=facts.clone() />
                </td>
                <td data-label=words::column_state(language)>
                    {facts.state.map(|state| view! { <StateBadge state=state /> })}
                </td>
                <td data-label=words::column_due(language)>{moment(facts.due_at.filter(|_| asked))}</td>
                <td data-label=words::column_filed(language)>{moment(facts.first_filed_at)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption=words::weekly_reports(language)>
            <thead>
                <tr>
                    <Column label=words::column_week(language) />
                    <Column label=words::column_expected(language) />
                    <Column label=words::column_timely(language) />
                    <Column label=words::column_content(language) />
                    <Column label=words::column_state(language) />
                    <Column label=words::column_due(language) />
                    <Column label=words::column_filed(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
