//! `/b/{base}/follow-ups`: who has to be visited, who was, and by whom.

use hatchboard::{
    follow_up::{
        Outcome, Standing,
        store::{self, Line, ListFilter, Listing, RiskRow, Show},
    },
    reminder::Kind,
    store::Paging,
};
use leptos::prelude::*;

use super::{
    api::page_of,
    look::{OutcomeBadge, StandingBadge, left, options, visit_name, window},
    names,
    problem::told,
    risks::Risks,
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    reminder::now::{self, RemindNow},
    ui::{
        card::Card,
        empty::Empty,
        field::Options,
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        quarter::{FilterQuarter, quarter},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
    },
};

#[component]
pub fn FollowUpsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let paging = Paging::new(query.page(), Paging::SIZE);
        let (store, reader, filter) = (&at.request.store, &at.reader, filter(&query));
        // What the records show stands beside what is due, not beside what somebody looks for.
        let found = if query.is_filtered() {
            store::list(store, reader, &filter, paging).await.map(|listed| (listed, Vec::new()))
        } else {
            store::list_and_risks(store, reader, &filter, paging).await
        };
        let (listed, risks) = found.map_err(|error| told(error, at.language()))?;
        let back = now::refused().await?;
        let frame = at.frame(Tab::FollowUps).await?;
        Ok(view! {
            <Frame data=frame>
                <List at=at query=query listed=listed risks=risks back=back />
            </Frame>
        }
        .into_any())
    })
}

pub(super) fn filter(query: &ListQuery) -> ListFilter {
    let short = |name: &str| query.get(name).unwrap_or_default().chars().take(100).collect();
    ListFilter {
        show: query.get("show").and_then(Show::from_code).unwrap_or(Show::Open),
        assigned: short("assigned"),
        year: query.get("year").and_then(|year| year.parse().ok()),
        quarter: quarter(query),
        made_until: None,
        outcome: query.get("outcome").and_then(Outcome::from_code),
        search: short("q"),
    }
}

/// What the operator can ask for from a list: of colleagues who are late, or of organisations that say nothing.
fn to_ask_for(show: Show, rows: &[Line]) -> Option<Kind> {
    let late = |line: &Line| line.standing == Standing::Overdue && line.assigned().is_some();
    match show {
        Show::Open | Show::Overdue => rows.iter().any(late).then_some(Kind::FollowUp),
        Show::Filed => (!rows.is_empty()).then_some(Kind::Confirmation),
        _ => None,
    }
}

#[component]
fn List(
    at: At,
    query: ListQuery,
    listed: Listing,
    risks: Vec<RiskRow>,
    /// What reminding came back with, if it did.
    back: Option<AppError>,
) -> AnyView {
    let (language, today) = (at.language(), at.today());
    let Listing { page, assigned, years, any } = listed;
    let total = page.total;
    let remind = to_ask_for(filter(&query).show, &page.rows).filter(|_| at.is_manager());
    let remind = remind.map(|kind| view! { <RemindNow slug=at.base.slug.clone() kind=kind error=back /> });
    let body = if page.rows.is_empty() {
        nothing(language, any, query.is_filtered()).into_any()
    } else {
        view! {
            <Rows at=at.clone() rows=page.rows />
            <Pager query=query.clone() size=Paging::SIZE total=total />
        }
        .into_any()
    };
    let shown: Vec<Show> = Show::ALL.iter().copied().filter(|show| *show != Show::Open).collect();
    let shown = options(&shown, Show::code, |show| names::show_name(language, show));
    let outcomes = options(Outcome::ALL, Outcome::code, |outcome| names::outcome_name(language, outcome));
    let assigned: Options = assigned.into_iter().map(|name| (name.clone(), name)).collect();
    let years: Options = years.into_iter().map(|year| (year.to_string(), year.to_string())).collect();
    let risks = view! { <Risks at=at.clone() risks=risks /> };
    let export = any.then(|| view! { <ExportLink query=query.clone() path=at.path("/follow-ups.xlsx") /> });
    view! {
        <PageHead title=words::title(language) subtitle=words::subtitle(language)>
            {export}
            <LinkButton href=at.path("/follow-ups/survival") label=words::survival_link(language) />
        </PageHead>
        {remind}
        <FilterBar query=query.clone()>
            <SearchField query=query.clone() label=words::search(language) />
            <FilterSelect
                query=query.clone()
                name="show"
                label=words::standing(language)
                options=shown
                all=words::show_open(language)
            />
            <FilterSelect
                query=query.clone()
                name="assigned"
                label=words::assigned(language)
                options=assigned
                all=words::everybody(language)
            />
            <FilterSelect
                query=query.clone()
                name="year"
                label=words::year(language)
                options=years
                all=words::every_year(language)
            />
            <FilterQuarter query=query.clone() today=today />
            <FilterSelect
                query=query.clone()
                name="outcome"
                label=words::outcome(language)
                options=outcomes
                all=words::every_outcome(language)
            />
        </FilterBar>
        {risks}
        {body}
    }
    .into_any()
}

fn nothing(language: Language, any: bool, filtered: bool) -> impl IntoView {
    let (title, hint) = match (any, filtered) {
        (false, _) => (words::none(language), words::none_hint(language)),
        (true, true) => (words::no_match(language), words::no_match_hint(language)),
        (true, false) => (words::nothing_open(language), words::nothing_open_hint(language)),
    };
    view! {
        <Card title=words::title(language)>
            <Empty title=title words=hint icon=Icon::FollowUp />
        </Card>
    }
}

#[component]
fn Rows(at: At, rows: Vec<Line>) -> AnyView {
    let language = at.language();
    let today = at.today();
    let row = |line: Line| {
        let its_line = at.path(&format!("/organisations/{}/follow-ups", line.organisation));
        let called = visit_name(language, &line.what);
        let called = match line.which {
            Some(which) => view! { <a href=page_of(&at.base.slug, line.organisation, which)>{called}</a> }.into_any(),
            None => called.into_any(),
        };
        let left = left(language, &line, today);
        let record = line.record.clone();
        let who = record.as_ref().and_then(|record| {
            let name = record.assigned.clone()?;
            Some(match record.planned_on.filter(|_| record.visited_on.is_none()) {
                Some(day) => words::planned_for(language, name, day),
                None => name,
            })
        });
        let tried = record.as_ref().map_or(0, |record| record.attempts);
        let tried = (tried > 0 && line.standing.is_open()).then(|| {
            view! { <span class="soft">" " {words::attempts_made(language, tried)}</span> }
        });
        let visited_on = record.as_ref().and_then(|record| record.visited_on).map(|day| day.to_string());
        view! {
            <tr>
                <td class="card-title">
                    <a href=its_line>{line.name.clone()}</a>
                </td>
                <td data-label=words::visit(language)>{called}</td>
                <td class="nowrap" data-label=words::due(language)>{line.what.on().to_string()}</td>
                <td class="nowrap" data-label=words::window(language)>{window(language, &line.what)}</td>
                <td data-label=words::standing(language)>
                    <StandingBadge standing=line.standing />
                    {left.map(|left| view! { <span class="soft">" " {left}</span> })}
                </td>
                <td data-label=words::assigned(language)>{who} {tried}</td>
                <td data-label=words::outcome(language)>
                    {line.outcome().map(|outcome| view! { <OutcomeBadge outcome=outcome /> })} " " {visited_on}
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
                    <Column label=words::visit(language) />
                    <Column label=words::due(language) />
                    <Column label=words::window(language) />
                    <Column label=words::standing(language) />
                    <Column label=words::assigned(language) />
                    <Column label=words::outcome(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
