//! `/b/{base}/projects`: the matched projects of a base.

use hatchboard::{
    access::Scope,
    matched_project::{
        State,
        store::{self, Kept, ProjectFilter},
    },
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    look::{StateBadge, state_options},
    told, words,
};
use crate::{
    base::At,
    record::{Kind, RecordTabs, every_year, struck_options, year},
    ui::{
        card::Card,
        empty::Empty,
        form::{LinkButton, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        number::yuan,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
    },
};

#[component]
pub fn ProjectsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (language, query) = (at.language(), ListQuery::current());
        let (scope, paging) = (Scope::from(&at.reader), Paging::new(query.page(), Paging::SIZE));
        let listed = store::list(&at.request.store, scope, &filter(&query), paging).await;
        let listed = listed.map_err(|error| told(error, language))?;
        let frame = at.frame(Tab::Records).await?;
        let new = at.is_manager().then(|| {
            let href = at.path("/projects/new");
            view! { <LinkButton href=href label=words::new(language) weight=Weight::Main icon=Icon::Plus /> }
        });
        let (total, workbook) = (listed.total, at.path("/projects.xlsx"));
        let tabs = view! { <RecordTabs at=at.clone() current=Kind::Projects /> };
        let body = if listed.rows.is_empty() {
            view! { <Nothing at=at.clone() filtered=query.is_filtered() /> }.into_any()
        } else {
            view! {
                <Rows at=at.clone() listed=listed />
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
                <Filters at=at />
                {body}
            </Frame>
        }
        .into_any())
    })
}

pub(super) fn filter(query: &ListQuery) -> ProjectFilter {
    ProjectFilter {
        state: query.get("state").and_then(State::from_code),
        year: year(query),
        struck: query.get("show") == Some("struck"),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
    }
}

#[component]
fn Filters(at: At) -> AnyView {
    let language = at.language();
    let (struck, standing) = struck_options(language);
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
fn Rows(at: At, listed: Page<Kept>) -> AnyView {
    let language = at.language();
    let row = |Kept { id, project, name, .. }: Kept| {
        let href = at.path(&format!("/projects/{id}"));
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{project.name}</a>
                </td>
                <td data-label=words::organisation(language)>{name}</td>
                <td data-label=words::partner(language)>{project.partner}</td>
                <td class="nowrap" data-label=words::matched_on(language)>
                    {project.matched_on.to_string()}
                </td>
                <td data-label=words::state(language)>
                    <StateBadge state=project.state />
                </td>
                <td class="number" data-label=words::amount(language)>
                    {yuan(language, project.amount)}
                </td>
            </tr>
        }
    };
    let rows = listed.rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::caption(language)>
            <thead>
                <tr>
                    <Column label=words::name(language) />
                    <Column label=words::organisation(language) />
                    <Column label=words::partner(language) />
                    <Column label=words::matched_on(language) />
                    <Column label=words::state(language) />
                    <Column label=words::amount(language) numeric=true />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
