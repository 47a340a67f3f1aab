//! `/b/{base}/rectifications` and `/o/{organisation}/rectifications`.

use hatchboard::{
    rectification::{
        Party, Source, State,
        store::{self, Rectification, RectificationFilter},
    },
    reminder::Kind,
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    here::Here,
    look::{StateBadge, TimelyBadge, party_options, source_options, state_options, waits},
    problem::told,
    words,
};
use crate::{
    base::At,
    error::AppError,
    reminder::now::{self, RemindNow},
    request::Request,
    ui::{
        card::Card,
        empty::Empty,
        field::Options,
        form::{LinkButton, Weight},
        frame::{Frame, FrameData},
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        quarter::{FilterQuarter, quarter},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
        text::beginning,
    },
};

/// What `of=` narrows the list to: the base's own.
const BASE: &str = "base";
/// What `show=` narrows the list to.
const OVERDUE: &str = "overdue";

/// For operator, bureau and auditor.
#[component]
pub fn RectificationsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let frame = at.frame(Tab::Rectifications).await?;
        let here = Here::of_base(&at);
        let (listed, back) = (listed(&here).await?, now::refused().await?);
        Ok(whole(frame, here, listed, back))
    })
}

/// For an organisation's staff.
#[component]
pub fn OurRectificationsPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        let listed = listed(&here).await?;
        Ok(whole(frame, here, listed, None))
    })
}

async fn listed(here: &Here) -> Result<Page<Rectification>, AppError> {
    let (request, query) = (Request::current(), ListQuery::current());
    let paging = Paging::new(query.page(), Paging::SIZE);
    let listed = store::list(&request.store, here.scope, &filter(&query), paging).await;
    listed.map_err(|error| told(error, request.language))
}

pub(super) fn filter(query: &ListQuery) -> RectificationFilter {
    RectificationFilter {
        state: query.get("state").and_then(State::from_code),
        source: query.get("source").and_then(Source::from_code),
        overdue: query.get("show") == Some(OVERDUE),
        quarter: quarter(query),
        of_base: query.get("of") == Some(BASE),
        waits: query.get("waits").and_then(Party::from_code),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
    }
}

fn whole(frame: FrameData, here: Here, listed: Page<Rectification>, back: Option<AppError>) -> AnyView {
    let (language, query) = (language(), ListQuery::current());
    let subtitle = if here.sees_all() { words::subtitle_base(language) } else { words::subtitle_ours(language) };
    let give = (here.sees_all() && here.acts.is_some()).then(|| {
        let href = format!("{}/new", here.path);
        view! { <LinkButton href=href label=words::give(language) weight=Weight::Main icon=Icon::Plus /> }
    });
    let export = view! { <ExportLink query=query.clone() path=format!("{}.xlsx", here.path) /> };
    // The operator asks its organisations, the bureau the base itself.
    let of_base = here.acts == Some(Party::Bureau);
    let late = |row: &Rectification| row.state == State::Open && (row.subject == here.base.id) == of_base;
    let remind = (of_base || here.acts == Some(Party::Operator)) && query.get("show") == Some(OVERDUE);
    let remind = (remind && listed.rows.iter().any(late)).then(|| {
        view! { <RemindNow slug=here.base.slug.clone() kind=Kind::Rectification of_base=of_base error=back /> }
    });
    let (total, filters) = (listed.total, view! { <Filters here=here.clone() query=query.clone() /> });
    let body = if listed.rows.is_empty() {
        view! { <Nothing here=here filtered=query.is_filtered() /> }.into_any()
    } else {
        view! {
            <Rows here=here rows=listed.rows />
            <Pager query=query.clone() size=Paging::SIZE total=total />
        }
        .into_any()
    };
    view! {
        <Frame data=frame>
            <PageHead title=words::title(language) subtitle=subtitle>
                {export}
                {give}
            </PageHead>
            {remind}
            {filters}
            {body}
        </Frame>
    }
    .into_any()
}

#[component]
fn Filters(here: Here, query: ListQuery) -> AnyView {
    let language = language();
    let today = here.base.day(Request::current().now);
    let whose = here.sees_all().then(|| {
        let options: Options = vec![(BASE.to_owned(), words::only_base(language).to_owned())];
        let label = words::subject(language);
        view! { <FilterSelect query=query.clone() name="of" label=label options=options all=words::all_subjects(language) /> }
    });
    let waits = here.sees_all().then(|| {
        let (label, all) = (words::waits(language), words::all_parties(language));
        view! { <FilterSelect query=query.clone() name="waits" label=label options=party_options(language) all=all /> }
    });
    let overdue: Options = vec![(OVERDUE.to_owned(), words::only_overdue(language).to_owned())];
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
                query=query.clone()
                name="source"
                label=words::source(language)
                options=source_options(language)
                all=words::all_sources(language)
            />
            <FilterSelect
                query=query.clone()
                name="show"
                label=words::due(language)
                options=overdue
                all=words::all_dates(language)
            />
            {whose}
            {waits}
            <FilterQuarter query=query today=today />
        </FilterBar>
    }
    .into_any()
}

#[component]
fn Nothing(here: Here, filtered: bool) -> AnyView {
    let language = language();
    let (title, hint) = match (filtered, here.sees_all()) {
        (true, _) => (words::no_match(language), words::no_match_hint(language)),
        (false, true) => (words::none(language), words::none_base(language)),
        (false, false) => (words::none(language), words::none_ours(language)),
    };
    view! {
        <Card title=words::title(language)>
            <Empty title=title words=hint icon=Icon::Review />
        </Card>
    }
    .into_any()
}

#[component]
fn Rows(here: Here, rows: Vec<Rectification>) -> AnyView {
    let language = language();
    let all = here.sees_all();
    let rows = rows.into_iter().map(|row| view! { <Row here=here.clone() row=row /> }).collect_view();
    view! {
        <Table caption=words::caption(language)>
            <thead>
                <tr>
                    <Column label=words::what(language) />
                    {all.then(|| view! { <Column label=words::subject(language) /> })}
                    <Column label=words::source(language) />
                    <Column label=words::state(language) />
                    <Column label=words::owner(language) />
                    <Column label=words::due(language) />
                    <Column label=words::waits(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Row(here: Here, row: Rectification) -> AnyView {
    let language = language();
    let href = format!("{}/{}", here.path, row.id);
    let waits = waits(&row);
    let subject = here.sees_all().then(|| view! { <td data-label=words::subject(language)>{row.name.clone()}</td> });
    view! {
        <tr>
            <td class="card-title">
                <a href=href>{beginning(&row.words)}</a>
            </td>
            {subject}
            <td class="nowrap" data-label=words::source(language)>
                {words::source_name(language, row.source)}
            </td>
            <td data-label=words::state(language)>
                <StateBadge state=row.state />
            </td>
            <td data-label=words::owner(language)>{row.owner.clone()}</td>
            <td data-label=words::due(language)>
                <span>{row.due_on.to_string()} " "</span>
                <TimelyBadge here=here of=row />
            </td>
            <td data-label=words::waits(language)>{waits}</td>
        </tr>
    }
    .into_any()
}
