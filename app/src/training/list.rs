//! `/b/{base}/trainings`: the sessions of a base.

use chrono::Datelike;
use hatchboard::{
    organisation::store::choices,
    period::Year,
    store::{Page, Paging},
    training::{
        State, Tally,
        store::{self, TrainingFilter, TrainingRow},
    },
};
use leptos::prelude::*;

use super::{
    look::{StateBadge, UnsettledBadge, clock, state_options},
    problem::told,
    words,
};
use crate::{
    base::At,
    error::AppError,
    record::{Kind, RecordTabs, every_year, year},
    ui::{
        card::Card,
        empty::Empty,
        field::Options,
        form::{LinkButton, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        month::{FilterMonth, month},
        nav::Tab,
        number::grouped,
        page::{PageHead, page},
        quarter::{FilterQuarter, quarter},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
    },
};

#[component]
pub fn TrainingsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (language, query) = (at.language(), ListQuery::current());
        let (filter, paging) = (filter(&query), Paging::new(query.page(), Paging::SIZE));
        let listed = store::list(&at.request.store, &at.reader, &filter, paging).await;
        let listed = listed.map_err(|error| told(error, language, ""))?;
        let (year, tally) = tally(&at, &filter).await?;
        let organisation = named(&at, &filter).await?;
        let frame = at.frame(Tab::Records).await?;
        let new = at.is_manager().then(|| {
            let href = at.path("/trainings/new");
            view! { <LinkButton href=href label=words::new(language) weight=Weight::Main icon=Icon::Plus /> }
        });
        let (total, workbook) = (listed.total, at.path("/trainings.xlsx"));
        let tabs = view! { <RecordTabs at=at.clone() current=Kind::Trainings /> };
        let body = if listed.rows.is_empty() {
            view! { <Nothing at=at.clone() filtered=query.is_filtered() /> }.into_any()
        } else {
            view! {
                <Rows at=at.clone() listed=listed />
                <Pager size=Paging::SIZE total=total />
            }
            .into_any()
        };
        let sums = words::tally(
            language,
            year,
            grouped(tally.sessions.into()),
            grouped(tally.attendances.into()),
            grouped(tally.people.into()),
            grouped(tally.organisations.into()),
        );
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                    <ExportLink query=query path=workbook />
                    {new}
                </PageHead>
                {tabs}
                <p class="soft">{sums}</p>
                <Filters at=at organisation=organisation />
                {body}
            </Frame>
        }
        .into_any())
    })
}

/// What the year that is shown comes to; the present one where all are.
async fn tally(at: &At, filter: &TrainingFilter) -> Result<(i32, Tally), AppError> {
    let number = at.today().year();
    let Some(year) = filter.year.or_else(|| Year::new(number)) else { return Ok((number, Tally::default())) };
    let db = at.request.store.read();
    let tally = store::tally(db, at.base.id, year.first_day(), year.last_day()).await?;
    Ok((year.first_day().year(), tally))
}

/// The organisation that the list is narrowed to, with its name.
async fn named(at: &At, filter: &TrainingFilter) -> Result<Option<(String, String)>, AppError> {
    let Some(wanted) = filter.organisation else { return Ok(None) };
    let all = choices(at.request.store.read(), at.base.id).await?;
    let found = all.into_iter().find(|(organisation, _)| *organisation == wanted);
    Ok(found.map(|(organisation, name)| (organisation.to_string(), name)))
}

pub(super) fn filter(query: &ListQuery) -> TrainingFilter {
    TrainingFilter {
        state: query.get("state").and_then(State::from_code),
        year: year(query),
        quarter: quarter(query),
        month: month(query),
        organisation: query.get("organisation").and_then(|id| id.parse().ok()),
        unsettled: query.get("show") == Some("unsettled"),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
    }
}

#[component]
fn Filters(at: At, organisation: Option<(String, String)>) -> AnyView {
    let language = at.language();
    let unsettled: Options = vec![("unsettled".to_owned(), words::only_unsettled(language).to_owned())];
    // Offered where a link has narrowed the list to it.
    let organisation = organisation.map(|one| {
        let (label, all) = (words::organisation(language), words::all_organisations(language));
        view! { <FilterSelect name="organisation" label=label options=vec![one] all=all /> }
    });
    view! {
        <FilterBar>
            <SearchField label=words::search(language) />
            <FilterSelect
                name="state"
                label=words::state(language)
                options=state_options(language)
                all=words::all_states(language)
            />
            <FilterSelect
                name="year"
                label=words::year(language)
                options=every_year(&at)
                all=words::all_years(language)
            />
            <FilterQuarter today=at.today() />
            <FilterMonth />
            {organisation}
            <FilterSelect
                name="show"
                label=words::settled(language)
                options=unsettled
                all=words::all_settled(language)
            />
        </FilterBar>
    }
    .into_any()
}

#[component]
fn Nothing(at: At, filtered: bool) -> AnyView {
    let language = at.language();
    let (title, hint) = match (filtered, at.is_manager()) {
        (true, _) => (words::no_match(language), words::no_match_hint(language)),
        (false, true) => (words::none(language), words::none_hint(language)),
        (false, false) => (words::none(language), words::none_reader(language)),
    };
    view! {
        <Card title=words::title(language)>
            <Empty title=title words=hint icon=Icon::Record />
        </Card>
    }
    .into_any()
}

#[component]
fn Rows(at: At, listed: Page<TrainingRow>) -> AnyView {
    let language = at.language();
    let row = |row: TrainingRow| {
        let href = at.path(&format!("/trainings/{}", row.id));
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{row.title}</a>
                </td>
                <td class="nowrap" data-label=words::held_on(language)>
                    {row.held_on.to_string()}
                </td>
                <td class="nowrap" data-label=words::when(language)>
                    {clock(row.begins_at, row.minutes)}
                </td>
                <td data-label=words::topic(language)>{words::topic_name(language, row.topic)}</td>
                <td data-label=words::teacher(language)>{row.teacher}</td>
                <td data-label=words::state(language)>
                    <StateBadge state=row.state /> " " <UnsettledBadge unsettled=row.unsettled />
                </td>
                <td class="number" data-label=words::came(language)>
                    {format!("{} / {}", row.came, row.invited)}
                </td>
                <td class="number" data-label=words::number(language)>
                    {grouped(row.attendances.into())}
                </td>
            </tr>
        }
    };
    let rows = listed.rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::caption(language)>
            <thead>
                <tr>
                    <Column label=words::what(language) />
                    <Column label=words::held_on(language) />
                    <Column label=words::when(language) />
                    <Column label=words::topic(language) />
                    <Column label=words::teacher(language) />
                    <Column label=words::state(language) />
                    <Column label=words::came(language) numeric=true />
                    <Column label=words::number(language) numeric=true />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
