//! `/b/{base}/funds`: the pledges of a base, and what was received of each.

use hatchboard::{
    access::Scope,
    funding::store::{self, FundFilter, FundRow, Sums},
    period::{Stretch, Year},
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{told, words};
use crate::{
    base::At,
    error::AppError,
    record::{Kind, RecordTabs, every_year, struck_options, year},
    ui::{
        card::Card,
        empty::Empty,
        field::Options,
        form::{LinkButton, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        number::yuan,
        page::{PageHead, page},
        stretch,
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
    },
};

#[component]
pub fn FundsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (language, query) = (at.language(), ListQuery::current());
        let (filter, paging) = (filter(&query), Paging::new(query.page(), Paging::SIZE));
        let listed = store::list(&at.request.store, Scope::from(&at.reader), &filter, paging).await;
        let listed = listed.map_err(|error| told(error, language))?;
        let (within, sums) = sums(&at, &filter).await?;
        let within = stretch::name(language, within);
        // What was pledged in the time of the payments is no sum of the lines below.
        let received = yuan(language, sums.received);
        let sums = if filter.received.is_some() {
            words::sum_received(language, within, received)
        } else {
            words::sums(language, within, yuan(language, sums.pledged), received)
        };
        let frame = at.frame(Tab::Records).await?;
        let new = at.is_manager().then(|| {
            let href = at.path("/funds/new");
            view! { <LinkButton href=href label=words::new(language) weight=Weight::Main icon=Icon::Plus /> }
        });
        let (total, workbook) = (listed.total, at.path("/funds.xlsx"));
        let (received, head) = (filter.received, words::received_of(language, &filter));
        let tabs = view! { <RecordTabs at=at.clone() current=Kind::Funds /> };
        let body = if listed.rows.is_empty() {
            view! { <Nothing at=at.clone() filtered=query.is_filtered() /> }.into_any()
        } else {
            view! {
                <Rows at=at.clone() listed=listed received=head />
                <Pager size=Paging::SIZE total=total />
            }
            .into_any()
        };
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                    <ExportLink query=query path=workbook />
                    {new}
                </PageHead>
                {tabs}
                <p class="soft">{sums}</p>
                <Filters at=at received=received />
                {body}
            </Frame>
        }
        .into_any())
    })
}

/// What the time of the payments comes to that is shown, else the year of the pledges, else the running one.
async fn sums(at: &At, filter: &FundFilter) -> Result<(Stretch, Sums), AppError> {
    let within = filter.received.or_else(|| filter.year.map(Stretch::from));
    let within = within.unwrap_or_else(|| Year::of(at.today()).into());
    let sums = store::sums(at.request.store.read(), at.base.id, within.first_day(), within.last_day()).await?;
    Ok((within, sums))
}

pub(super) fn filter(query: &ListQuery) -> FundFilter {
    FundFilter {
        year: year(query),
        received: query.get("received").and_then(|within| within.parse().ok()),
        struck: query.get("show") == Some("struck"),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
    }
}

/// The years that payments can be narrowed to, and what else a link has narrowed them to, such as a quarter.
fn times(at: &At, received: Option<Stretch>) -> Options {
    let mut times = every_year(at);
    if let Some(within) = received {
        let code = within.to_string();
        if times.iter().all(|(year, _)| *year != code) {
            times.push((code, stretch::name(at.language(), within)));
        }
    }
    times
}

#[component]
fn Filters(at: At, received: Option<Stretch>) -> AnyView {
    let language = at.language();
    let (struck, standing) = struck_options(language);
    view! {
        <FilterBar>
            <SearchField label=words::search(language) />
            <FilterSelect
                name="year"
                label=words::year(language)
                options=every_year(&at)
                all=words::all_years(language)
            />
            <FilterSelect
                name="received"
                label=words::received_in(language)
                options=times(&at, received)
                all=words::any_time(language)
            />
            <FilterSelect name="show" label=words::shown(language) options=struck all=standing />
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
fn Rows(
    at: At,
    listed: Page<FundRow>,
    /// What is told of what came: all of it, or that of a time.
    received: &'static str,
) -> AnyView {
    let language = at.language();
    let row = |row: FundRow| {
        let href = at.path(&format!("/funds/{}", row.id));
        let name = if row.name.is_empty() { words::for_base(language).to_owned() } else { row.name };
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{row.fund.source}</a>
                </td>
                <td data-label=words::organisation(language)>{name}</td>
                <td class="nowrap" data-label=words::pledged_on(language)>
                    {row.fund.pledged_on.to_string()}
                </td>
                <td class="number" data-label=words::pledged(language)>
                    {yuan(language, row.fund.pledged)}
                </td>
                <td class="number" data-label=received>
                    {yuan(language, row.received)}
                </td>
                <td class="nowrap" data-label=words::last_on(language)>
                    {row.last_on.map_or_else(|| "–".to_owned(), |day| day.to_string())}
                </td>
            </tr>
        }
    };
    let rows = listed.rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::caption(language)>
            <thead>
                <tr>
                    <Column label=words::source(language) />
                    <Column label=words::organisation(language) />
                    <Column label=words::pledged_on(language) />
                    <Column label=words::pledged(language) numeric=true />
                    <Column label=received numeric=true />
                    <Column label=words::last_on(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
