//! `/b/{base}/risks`

use hatchboard::{
    risk::{
        Kind,
        store::{AtRisk, RiskFilter, Risks, risks},
    },
    store::Paging,
};
use leptos::prelude::*;

use super::{
    look::{Marks, Quarters},
    words,
};
use crate::{
    base::At,
    error::AppError,
    ui::{
        card::Card,
        empty::Empty,
        field::Options,
        frame::Frame,
        list_query::ListQuery,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
    },
};

/// For operator, bureau and auditor.
#[component]
pub fn RisksPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let query = ListQuery::current();
        let paging = Paging::new(query.page(), Paging::SIZE);
        let found = risks(&at.request.store, &at.reader, &filter(&query), paging).await?;
        let frame = at.frame(at.first_screen()).await?.with_crumbs([(words::title(language).to_owned(), None)]);
        let subtitle = words::subtitle(language, found.at_risk, found.reporting);
        let total = found.page.total;
        let filters = view! { <Filters at=at.clone() query=query.clone() found=found.clone() /> };
        let path = at.path("/risks.xlsx");
        let body = if found.page.rows.is_empty() {
            view! { <Nothing at=at filtered=query.is_filtered() /> }.into_any()
        } else {
            view! {
                <Rows at=at rows=found.page.rows />
                <Pager query=query.clone() size=Paging::SIZE total=total />
            }
            .into_any()
        };
        Ok::<_, AppError>(
            view! {
                <Frame data=frame>
                    <PageHead title=words::title(language) subtitle=subtitle>
                        <ExportLink query=query path=path />
                    </PageHead>
                    {filters}
                    {body}
                </Frame>
            }
            .into_any(),
        )
    })
}

pub(super) fn filter(query: &ListQuery) -> RiskFilter {
    RiskFilter {
        kind: query.get("kind").and_then(Kind::from_code),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
    }
}

#[component]
fn Filters(at: At, query: ListQuery, found: Risks) -> AnyView {
    let language = at.language();
    let option = |(kind, count): &(Kind, u32)| {
        let name = words::kind_count(language, words::kind_name(language, *kind), count);
        (kind.code().to_owned(), name)
    };
    let options: Options = found.of_kind.iter().map(option).collect();
    view! {
        <FilterBar query=query.clone()>
            <SearchField query=query.clone() label=words::search(language) />
            <FilterSelect
                query=query
                name="kind"
                label=words::kind(language)
                options=options
                all=words::all_kinds(language)
            />
        </FilterBar>
    }
    .into_any()
}

#[component]
fn Nothing(at: At, filtered: bool) -> AnyView {
    let language = at.language();
    let (title, hint) = if filtered {
        (words::no_match(language), words::no_match_hint(language))
    } else {
        (words::none(language), words::none_hint(language))
    };
    view! {
        <Card title=words::title(language)>
            <Empty title=title words=hint />
        </Card>
    }
    .into_any()
}

#[component]
fn Rows(at: At, rows: Vec<AtRisk>) -> AnyView {
    let language = at.language();
    let row = |one: AtRisk| {
        let file = at.path(&format!("/organisations/{}", one.organisation));
        let (name, quarters) = (one.name.clone(), one.quarters.clone());
        view! {
            <tr>
                <td class="card-title" lang="zh-CN">
                    <a href=file>{name}</a>
                </td>
                <td class="nowrap" data-label=words::quarters(language)>
                    <Quarters at=at.clone() organisation=one.organisation quarters=quarters />
                </td>
                <td data-label=words::why(language)>
                    <Marks at=at.clone() one=one />
                </td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::caption(language)>
            <thead>
                <tr>
                    <Column label=words::organisation(language) />
                    <Column label=words::quarters(language) />
                    <Column label=words::why(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
