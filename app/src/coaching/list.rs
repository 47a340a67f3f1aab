//! `/b/{base}/coaching`: the visits of a base.

use hatchboard::{
    access::Scope,
    coaching::{
        Method,
        store::{self, Kept, VisitFilter},
    },
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{told, words};
use crate::{
    Language,
    base::At,
    record::{Kind, RecordTabs, every_year, struck_options, year},
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
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
    },
};

#[component]
pub fn VisitsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (language, query) = (at.language(), ListQuery::current());
        let (scope, paging) = (Scope::from(&at.reader), Paging::new(query.page(), Paging::SIZE));
        let listed = store::list(&at.request.store, scope, &filter(&query), paging).await;
        let listed = listed.map_err(|error| told(error, language))?;
        let frame = at.frame(Tab::Records).await?;
        let new = at.is_manager().then(|| {
            let href = at.path("/coaching/new");
            view! { <LinkButton href=href label=words::new(language) weight=Weight::Main icon=Icon::Plus /> }
        });
        let (total, workbook) = (listed.total, at.path("/coaching.xlsx"));
        let tabs = view! { <RecordTabs at=at.clone() current=Kind::Coaching /> };
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

pub(super) fn filter(query: &ListQuery) -> VisitFilter {
    VisitFilter {
        method: query.get("method").and_then(Method::from_code),
        year: year(query),
        month: month(query),
        struck: query.get("show") == Some("struck"),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
    }
}

pub(super) fn method_options(language: Language) -> Options {
    let option = |method: &Method| (method.code().to_owned(), words::method_name(language, *method).to_owned());
    Method::ALL.iter().map(option).collect()
}

#[component]
fn Filters(at: At) -> AnyView {
    let language = at.language();
    let (struck, standing) = struck_options(language);
    view! {
        <FilterBar>
            <SearchField label=words::search(language) />
            <FilterSelect
                name="method"
                label=words::method(language)
                options=method_options(language)
                all=words::all_methods(language)
            />
            <FilterSelect
                name="year"
                label=words::year(language)
                options=every_year(&at)
                all=words::all_years(language)
            />
            <FilterMonth />
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
    let row = |Kept { id, visit, name, .. }: Kept| {
        let href = at.path(&format!("/coaching/{id}"));
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{name}</a>
                </td>
                <td class="nowrap" data-label=words::visited_on(language)>
                    {visit.visited_on.to_string()}
                </td>
                <td data-label=words::visitor(language)>{visit.visitor}</td>
                <td class="nowrap" data-label=words::method(language)>
                    {words::method_name(language, visit.method)}
                </td>
                <td data-label=words::agreed(language)>{visit.agreed}</td>
                <td data-label=words::next_step(language)>{visit.next_step}</td>
                <td class="nowrap" data-label=words::next_by(language)>
                    {visit.next_by.map(|day| day.to_string())}
                </td>
            </tr>
        }
    };
    let rows = listed.rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::caption(language)>
            <thead>
                <tr>
                    <Column label=words::organisation(language) />
                    <Column label=words::visited_on(language) />
                    <Column label=words::visitor(language) />
                    <Column label=words::method(language) />
                    <Column label=words::agreed(language) />
                    <Column label=words::next_step(language) />
                    <Column label=words::next_by(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
