//! `/b/{base}/letters` and `/o/{organisation}/letters`: what has been written, what waits first.

use hatchboard::{
    bureau_line::{
        LetterKind, State,
        store::{self, LetterFilter, LetterRow},
    },
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    here::{Here, Side},
    look::{StateBadge, kind_options, state_options, waits},
    problem::told,
    words,
};
use crate::{
    error::AppError,
    request::Request,
    ui::{
        card::Card,
        empty::Empty,
        form::{LinkButton, Weight},
        frame::{Frame, FrameData},
        icon::Icon,
        language,
        list_query::ListQuery,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
        text::beginning,
        time,
    },
};

/// For bureau and auditor.
#[component]
pub fn LettersPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_base().await?;
        whole(frame, here).await
    })
}

/// For an organisation's staff.
#[component]
pub fn OurLettersPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        whole(frame, here).await
    })
}

async fn whole(frame: FrameData, here: Here) -> Result<AnyView, AppError> {
    let (language, query) = (language(), ListQuery::current());
    let listed = listed(&here, &query).await?;
    let all = here.sees_all();
    let (title, subtitle) = if all {
        (words::title(language), words::subtitle_base(language))
    } else {
        (words::title_ours(language), words::subtitle_ours(language))
    };
    let new = (!all).then(|| {
        let href = format!("{}/new", here.path);
        view! { <LinkButton href=href label=words::write(language) weight=Weight::Main icon=Icon::Plus /> }
    });
    let export = view! { <ExportLink query=query.clone() path=format!("{}.xlsx", here.path) /> };
    let filters = all.then(|| view! { <Filters query=query.clone() /> });
    let total = listed.total;
    let body = if listed.rows.is_empty() {
        view! { <Nothing all=all filtered=query.is_filtered() title=title /> }.into_any()
    } else {
        view! {
            <Rows here=here rows=listed.rows />
            <Pager query=query size=Paging::SIZE total=total />
        }
        .into_any()
    };
    Ok(view! {
        <Frame data=frame>
            <PageHead title=title subtitle=subtitle>
                {export}
                {new}
            </PageHead>
            {filters}
            {body}
        </Frame>
    }
    .into_any())
}

async fn listed(here: &Here, query: &ListQuery) -> Result<Page<LetterRow>, AppError> {
    let request = Request::current();
    let (store, paging) = (&request.store, Paging::new(query.page(), Paging::SIZE));
    let listed = match &here.side {
        Side::Supervisor(supervisor) => store::list(store, supervisor, &filter(query), paging).await,
        Side::Organisation(member) => store::list_of(store, member, paging).await,
    };
    listed.map_err(|error| told(error, request.language))
}

pub(super) fn filter(query: &ListQuery) -> LetterFilter {
    LetterFilter {
        state: query.get("state").and_then(State::from_code),
        kind: query.get("kind").and_then(LetterKind::from_code),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
    }
}

#[component]
fn Filters(query: ListQuery) -> AnyView {
    let language = language();
    view! {
        <FilterBar query=query.clone()>
            <SearchField query=query.clone() label=words::search(language) />
            <FilterSelect
                query=query.clone()
                name="state"
                label=words::state(language)
                options=state_options(language)
                all=words::all_states(language)
            />
            <FilterSelect
                query=query
                name="kind"
                label=words::kind(language)
                options=kind_options(language)
                all=words::all_kinds(language)
            />
        </FilterBar>
    }
    .into_any()
}

#[component]
fn Nothing(all: bool, filtered: bool, #[prop(into)] title: String) -> AnyView {
    let language = language();
    let (none, hint) = match (filtered, all) {
        (true, true) => (words::no_match(language), words::no_match_hint(language)),
        (false, true) => (words::none(language), words::none_base(language)),
        (_, false) => (words::none(language), words::none_ours(language)),
    };
    view! {
        <Card title=title>
            <Empty title=none words=hint icon=Icon::Letter />
        </Card>
    }
    .into_any()
}

#[component]
fn Rows(here: Here, rows: Vec<LetterRow>) -> AnyView {
    let language = language();
    let all = here.sees_all();
    let rows = rows.into_iter().map(|row| view! { <Row here=here.clone() row=row /> }).collect_view();
    view! {
        <Table caption=words::caption(language)>
            <thead>
                <tr>
                    <Column label=words::what(language) />
                    {all.then(|| view! { <Column label=words::organisation(language) /> })}
                    <Column label=words::kind(language) />
                    <Column label=words::state(language) />
                    <Column label=words::waits(language) />
                    <Column label=words::sent(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Row(here: Here, row: LetterRow) -> AnyView {
    let language = language();
    let href = format!("{}/{}", here.path, row.id);
    let waits = waits(&row);
    let organisation =
        here.sees_all().then(|| view! { <td data-label=words::organisation(language)>{row.name.clone()}</td> });
    view! {
        <tr>
            <td class="card-title">
                <a href=href>{beginning(&row.words)}</a>
            </td>
            {organisation}
            <td class="nowrap" data-label=words::kind(language)>
                {words::kind_name(language, row.kind)}
            </td>
            <td data-label=words::state(language)>
                <StateBadge state=row.state />
            </td>
            <td data-label=words::waits(language)>{waits}</td>
            <td class="nowrap" data-label=words::sent(language)>
                {time::date(row.sent_at, here.base.zone)}
            </td>
        </tr>
    }
    .into_any()
}
