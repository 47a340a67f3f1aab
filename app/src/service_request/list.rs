//! `/b/{base}/services` and `/o/{organisation}/services`: as a list, or as a board by state.

use chrono::{Datelike, NaiveDate};
use hatchboard::{
    reminder::Kind,
    service_request::{
        Age, HelpKind, State, Timely,
        store::{self, BoardColumn, OnTime, RequestFilter, RequestRow},
    },
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    ages::{Ages, age_options},
    board::{Board, CARDS},
    here::Here,
    look::{StateBadge, TimelyBadge, kind_options, state_options, waits},
    problem::told,
    words,
};
use crate::{
    base::At,
    bureau_line::OtherWay,
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
        number::percent,
        page::{PageHead, page},
        quarter::{FilterQuarter, quarter},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
        tabs::{TabLink, Tabs},
        text::beginning,
        time,
    },
    weekly_report::help_kind,
};

/// What a page shows.
enum Shown {
    List(Page<RequestRow>),
    Board(Vec<BoardColumn>),
}

impl Shown {
    fn is_empty(&self) -> bool {
        match self {
            Self::List(listed) => listed.rows.is_empty(),
            Self::Board(columns) => columns.iter().all(|column| column.total == 0),
        }
    }

    fn has_overdue(&self) -> bool {
        let late = |row: &RequestRow| row.timely == Some(Timely::Overdue);
        match self {
            Self::List(listed) => listed.rows.iter().any(late),
            Self::Board(columns) => columns.iter().flat_map(|column| &column.cards).any(late),
        }
    }
}

/// For operator, bureau and auditor.
#[component]
pub fn ServicesPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let rate = store::on_time(&at.request.store, &at.reader, at.today()).await;
        let rate = rate.map_err(|error| told(error.into(), at.language()))?;
        let ages = store::ages(&at.request.store, &at.reader).await?;
        let frame = at.frame(Tab::Services).await?;
        let here = Here::of_base(&at);
        let (query, shown) = (ListQuery::current(), shown(&here).await?);
        let path = here.path.clone();
        let ages = view! { <Ages path=path ages=ages /> }.into_any();
        let back = now::refused().await?;
        Ok(whole(frame, here, query, shown, Some((rate, ages)), back))
    })
}

/// For an organisation's staff.
#[component]
pub fn OurServicesPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        let (query, shown) = (ListQuery::current(), shown(&here).await?);
        Ok(whole(frame, here, query, shown, None, None))
    })
}

async fn shown(here: &Here) -> Result<Shown, AppError> {
    let (request, query) = (Request::current(), ListQuery::current());
    let (store, filter) = (&request.store, filter(&query));
    let shown = if is_board(&query) {
        store::board(store, here.scope, &filter, CARDS).await.map(Shown::Board)
    } else {
        let paging = Paging::new(query.page(), Paging::SIZE);
        store::list(store, here.scope, &filter, paging).await.map(Shown::List)
    };
    shown.map_err(|error| told(error, request.language))
}

fn is_board(query: &ListQuery) -> bool {
    query.get("view") == Some("board")
}

pub(super) fn filter(query: &ListQuery) -> RequestFilter {
    RequestFilter {
        state: query.get("state").and_then(State::from_code),
        kind: query.get("kind").and_then(HelpKind::from_code),
        owner: query.get("owner").unwrap_or_default().to_owned(),
        overdue: query.get("show") == Some("overdue"),
        age: query.get("age").and_then(Age::from_code),
        quarter: quarter(query),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
    }
}

/// `sums`: the rate of the year, and how long ago was asked for what is open. `back`: what reminding came back with, if it
/// did.
fn whole(
    frame: FrameData,
    here: Here,
    query: ListQuery,
    shown: Shown,
    sums: Option<(OnTime, AnyView)>,
    back: Option<AppError>,
) -> AnyView {
    let language = language();
    let subtitle = if here.sees_all() { words::subtitle_base(language) } else { words::subtitle_ours(language) };
    let label = if here.is_operator() { words::ask_for(language) } else { words::ask(language) };
    let new = here.acts.is_some().then(|| {
        let href = format!("{}/new", here.path);
        view! { <LinkButton href=href label=label weight=Weight::Main icon=Icon::Plus /> }
    });
    let export = view! { <ExportLink query=query.without("view") path=format!("{}.xlsx", here.path) /> };
    let past = here.scope.subject().map(|organisation| view! { <OtherWay organisation=organisation /> });
    let sums = sums.map(|(rate, ages)| {
        view! {
            <p class="soft">{rate_words(&here, rate)}</p>
            {ages}
        }
    });
    let narrowed = query.get("show").unwrap_or_default().to_owned();
    let remind = (here.is_operator() && shown.has_overdue()).then(|| {
        view! { <RemindNow slug=here.base.slug.clone() kind=Kind::Service show=narrowed error=back /> }
    });
    let filters = view! { <Filters query=query.clone() today=here.base.day(Request::current().now) /> };
    let body = if shown.is_empty() {
        view! { <Nothing here=here filtered=query.without("view").is_filtered() /> }.into_any()
    } else {
        match shown {
            Shown::Board(columns) => view! { <Board here=here query=query columns=columns /> }.into_any(),
            Shown::List(Page { rows, total }) => view! {
                <Rows here=here rows=rows />
                <Pager query=query size=Paging::SIZE total=total />
            }
            .into_any(),
        }
    };
    view! {
        <Frame data=frame>
            <PageHead title=words::title(language) subtitle=subtitle>
                {export}
                {new}
            </PageHead>
            {sums}
            {remind}
            {filters}
            {body}
            {past}
        </Frame>
    }
    .into_any()
}

fn rate_words(here: &Here, rate: OnTime) -> String {
    let request = Request::current();
    let year = here.base.day(request.now).year();
    match rate.basis_points() {
        Some(points) => words::on_time_rate(request.language, year, percent(points.into()), rate.on_time, rate.due),
        None => words::on_time_none(request.language, year),
    }
}

#[component]
fn Filters(query: ListQuery, today: NaiveDate) -> AnyView {
    let language = language();
    let link = |code: &str, label: &'static str| TabLink {
        href: if code == "list" { query.without("view").href() } else { query.with("view", code).href() },
        label: label.to_owned(),
        count: 0,
        current: is_board(&query) == (code == "board"),
    };
    let links = vec![link("list", words::view_list(language)), link("board", words::view_board(language))];
    let board = is_board(&query);
    let overdue: Options = vec![("overdue".to_owned(), words::only_overdue(language).to_owned())];
    view! {
        <Tabs label=words::views(language) links=links />
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
                name="kind"
                label=words::kind(language)
                options=kind_options(language)
                all=words::all_kinds(language)
            />
            <FilterSelect
                query=query.clone()
                name="show"
                label=words::due(language)
                options=overdue
                all=words::all_dates(language)
            />
            <FilterSelect
                query=query.clone()
                name="age"
                label=words::age(language)
                options=age_options(language)
                all=words::all_ages(language)
            />
            <FilterQuarter query=query.clone() today=today />
            {board.then(|| view! { <input type="hidden" name="view" value="board" /> })}
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
            <Empty title=title words=hint icon=Icon::Service />
        </Card>
    }
    .into_any()
}

#[component]
fn Rows(here: Here, rows: Vec<RequestRow>) -> AnyView {
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
                    <Column label=words::owner(language) />
                    <Column label=words::due(language) />
                    <Column label=words::waits(language) />
                    <Column label=words::asked(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Row(here: Here, row: RequestRow) -> AnyView {
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
                {help_kind(language, row.kind)}
            </td>
            <td data-label=words::state(language)>
                <StateBadge state=row.state />
            </td>
            <td data-label=words::owner(language)>{row.owner}</td>
            <td data-label=words::due(language)>
                <span>{row.due_on.map(|due| due.to_string())} " "</span>
                <TimelyBadge timely=row.timely />
            </td>
            <td data-label=words::waits(language)>{waits}</td>
            <td class="nowrap" data-label=words::asked(language)>
                {time::date(row.asked_at, here.base.zone)}
            </td>
        </tr>
    }
    .into_any()
}
