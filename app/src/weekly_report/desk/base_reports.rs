use hatchboard::{
    period::Week,
    reminder::Kind,
    weekly_report::{
        Cell, State,
        store::{WeekFacts, read},
    },
};
use leptos::prelude::*;

use super::{problem, words};
use crate::{
    base::At,
    error::AppError,
    reminder::now::{self, RemindNow},
    ui::{
        badge::Badge,
        card::Card,
        empty::Empty,
        form::{LinkButton, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        quarter,
        table::{Column, ExportLink, Table},
        time,
    },
    weekly_report::{cell, words as shared},
};

/// Weeks of a page.
const WEEKS: u32 = 12;

/// `/b/{base}/base-reports`
#[component]
pub fn BaseReportsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let last: Option<Week> = query.get("last").and_then(|week| week.parse().ok());
        let own = at.reader.of(at.base.id);
        let of_quarter = quarter::weeks(&query, Week::of(at.today()));
        let (last, count) = of_quarter.map_or((last, WEEKS), |(week, count)| (Some(week), count));
        let weeks = read::weeks(&at.request.store, &own, last, count).await;
        let weeks = weeks.map_err(|error| problem::told(error, at.language()))?;
        let back = now::refused().await?;
        let frame = at.frame(Tab::BaseReports).await?;
        Ok(view! {
            <Frame data=frame>
                <List at=at query=query weeks=weeks back=back />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn List(
    at: At,
    query: ListQuery,
    weeks: Vec<WeekFacts>,
    /// What reminding came back with, if it did.
    back: Option<AppError>,
) -> impl IntoView {
    let language = at.language();
    let subtitle = if at.is_manager() {
        words::base_reports_subtitle_manager(language)
    } else {
        words::base_reports_subtitle_reader(language)
    };
    let newest = query.without("last").without("quarter");
    let earlier = weeks.last().map(|oldest| newest.with("last", &oldest.week.previous().to_string()).href());
    let latest = query.get("last").or(query.get("quarter")).map(|_| newest.href());
    let remind = missing(&at, &weeks).filter(|_| at.is_bureau() && latest.is_none()).map(|week| {
        let week = week.to_string();
        view! { <RemindNow slug=at.base.slug.clone() kind=Kind::WeeklyReport of_base=true record=week error=back /> }
    });
    let export = view! { <ExportLink query=query.without("last") path=at.path("/base-reports.xlsx") /> };
    let body = if weeks.is_empty() {
        view! {
            <Card title=words::base_reports_caption(language)>
                <Empty title=words::base_reports_none(language) icon=Icon::BaseReport />
            </Card>
        }
        .into_any()
    } else {
        view! { <Rows at=at weeks=weeks /> }.into_any()
    };
    view! {
        <PageHead title=words::base_reports_title(language) subtitle=subtitle>
            {earlier.map(|href| view! { <LinkButton href=href label=words::earlier_weeks(language) icon=Icon::Back /> })}
            {latest.map(|href| view! { <LinkButton href=href label=words::latest_weeks(language) icon=Icon::Next /> })}
            {export}
        </PageHead>
        {remind}
        {body}
    }
}

/// The last week that was due, where its report has not come.
fn missing(at: &At, weeks: &[WeekFacts]) -> Option<Week> {
    let was_due = |facts: &&WeekFacts| facts.due_at.is_some_and(|due| due < at.request.now);
    let last = weeks.iter().find(was_due)?;
    last.state.is_none_or(State::is_open).then_some(last.week)
}

#[component]
fn Rows(at: At, weeks: Vec<WeekFacts>) -> impl IntoView {
    let language = at.language();
    let rows = weeks.into_iter().map(|facts| view! { <Row at=at.clone() facts=facts /> }).collect_view();
    view! {
        <Table caption=words::base_reports_caption(language)>
            <thead>
                <tr>
                    <Column label=words::week(language) />
                    <Column label=words::timeliness(language) />
                    <Column label=words::standing(language) />
                    <Column label=words::deadline(language) />
                    <Column label=words::filed_at(language) />
                    <th scope="col">
                        <span class="read-only">{words::read(language)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
}

#[component]
fn Row(at: At, facts: WeekFacts) -> impl IntoView {
    let (language, zone) = (at.language(), at.zone());
    let href = at.path(&format!("/base-reports/{}", facts.week));
    let look = cell::look(language, &facts.cell);
    let moment = |at: Option<_>| at.map(|at| time::minute(at, zone)).unwrap_or_default();
    view! {
        <tr>
            <td class="card-title">
                <a href=href.clone()>{time::week(language, facts.week)}</a>
            </td>
            <td data-label=words::timeliness(language)>
                <Badge tone=look.tone sign=look.sign word=look.word />
            </td>
            <td data-label=words::standing(language)>{standing(&at, &facts)}</td>
            <td data-label=words::deadline(language)>{moment(facts.due_at)}</td>
            <td data-label=words::filed_at(language)>{moment(facts.first_filed_at)}</td>
            <td>
                <div class="actions">
                    <LinkButton href=href label=deed(&at, &facts) weight=weight(&at, &facts) />
                </div>
            </td>
        </tr>
    }
}

/// Where the report of a week stands, and how long it has waited for the bureau.
pub(super) fn standing(at: &At, facts: &WeekFacts) -> String {
    let language = at.language();
    match facts.state {
        None => words::not_begun(language).to_owned(),
        Some(State::Submitted) => {
            let since = facts.filed_at.map(|filed| time::length(language, at.request.now - filed)).unwrap_or_default();
            words::waits_for_bureau_since(language, since)
        }
        Some(state) => shared::state(language, state).to_owned(),
    }
}

/// Whether the operator has to write in this week.
fn to_write(at: &At, facts: &WeekFacts) -> bool {
    let open = facts.state.is_none_or(State::is_open);
    at.is_manager() && open && !matches!(facts.cell, Cell::NotExpected(_))
}

fn deed(at: &At, facts: &WeekFacts) -> &'static str {
    match facts.state {
        None if to_write(at, facts) => words::write(at.language()),
        Some(_) if to_write(at, facts) => words::go_on_writing(at.language()),
        Some(State::Submitted) if at.is_bureau() => words::your_decision(at.language()),
        _ => words::read(at.language()),
    }
}

fn weight(at: &At, facts: &WeekFacts) -> Weight {
    let waits = to_write(at, facts) || at.is_bureau() && facts.state == Some(State::Submitted);
    if waits { Weight::Plain } else { Weight::Quiet }
}
