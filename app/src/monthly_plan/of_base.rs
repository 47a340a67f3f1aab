//! `/b/{base}/plans`: the plans of a month over all organisations, and the base's own.

use hatchboard::{
    monthly_plan::{
        State,
        store::{self, LateResult, PlanFilter, PlanLine},
    },
    period::Month,
    reminder::Kind,
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    completed::{CompletedCard, MONTHS},
    look::{LateClosing, StateBadge, TimelinessBadge, month_name, rate, state_options},
    problem::told,
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
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
        time,
    },
};

/// What `show=` narrows the list to.
const TO_DECIDE: &str = "to_decide";
/// Those whose result came late, as links say it.
pub(crate) const CLOSED_LATE: &str = "closed_late";
/// Those whose result is overdue.
pub(crate) const OVERDUE: &str = "overdue";

#[component]
pub fn PlansPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let month = month(&at, &query);
        let paging = Paging::new(query.page(), Paging::SIZE);
        let store = &at.request.store;
        let listed = store::month(store, &at.reader, month, &filter(&query), paging).await;
        let listed = listed.map_err(|error| told(error, at.language()))?;
        let own = store::months(store, &at.reader.of(at.base.id), &[month]).await;
        let own = own.map_err(|error| told(error, at.language()))?;
        let done = store::completed(store, &at.reader, month, MONTHS).await?;
        let back = now::refused().await?;
        let frame = at.frame(Tab::Plans).await?;
        Ok(view! {
            <Frame data=frame>
                <Whole at=at.clone() query=query month=month listed=listed own=own back=back />
                <CompletedCard at=at months=done />
            </Frame>
        }
        .into_any())
    })
}

/// The one that the link names, or the running one.
pub(super) fn month(at: &At, query: &ListQuery) -> Month {
    query.get("month").and_then(|month| month.parse().ok()).unwrap_or_else(|| Month::of(at.today()))
}

pub(super) fn filter(query: &ListQuery) -> PlanFilter {
    PlanFilter {
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
        state: match query.get("state") {
            Some("none") => Some(None),
            code => code.and_then(State::from_code).map(Some),
        },
        to_decide: query.get("show") == Some(TO_DECIDE),
        late: match query.get("show") {
            Some(CLOSED_LATE) => Some(LateResult::Closed),
            Some(OVERDUE) => Some(LateResult::Open),
            _ => None,
        },
    }
}

#[component]
fn Whole(
    at: At,
    query: ListQuery,
    month: Month,
    listed: Page<PlanLine>,
    own: Vec<PlanLine>,
    back: Option<AppError>,
) -> AnyView {
    let language = at.language();
    let now = at.request.now;
    let late = |line: &PlanLine| line.facts.waits_for_its_author() && line.facts.due_at.is_some_and(|due| due < now);
    // Nobody is reminded of the plan of a month that is over, nor of a result once the month after it is over, too.
    let running = Month::of(at.today());
    let remind = if query.get("show") == Some(OVERDUE) {
        (month == running.previous() && !listed.rows.is_empty()).then_some(Kind::MonthResult)
    } else {
        (month >= running && listed.rows.iter().any(late)).then_some(Kind::MonthlyPlan)
    };
    // The base's own plan is the bureau's to ask for.
    let of_base = at.is_bureau() && month >= running && own.iter().any(late);
    let remind = if of_base { Some(Kind::MonthlyPlan) } else { remind.filter(|_| at.is_manager()) };
    let remind = remind.map(|kind| {
        let month = month.to_string();
        view! { <RemindNow slug=at.base.slug.clone() kind=kind of_base=of_base record=month error=back /> }
    });
    let to_month = |month: Month, label: &'static str, icon: Icon| {
        view! { <LinkButton href=query.with("month", &month.to_string()).href() label=label icon=icon /> }
    };
    let earlier = to_month(month.previous(), words::earlier_month(language), Icon::Back);
    let later = to_month(month.next(), words::later_month(language), Icon::Next);
    let own = own.into_iter().map(|line| view! { <Own at=at.clone() line=line /> }).collect_view();
    let total = listed.total;
    let waiting = at.path("/plans/waiting");
    let items = at.path(&format!("/plans/months/{month}"));
    let export = view! { <ExportLink query=query.with("month", &month.to_string()) path=at.path("/plans.xlsx") /> };
    let shown: Options = vec![
        (TO_DECIDE.to_owned(), words::only_to_decide(language).to_owned()),
        (OVERDUE.to_owned(), words::only_overdue(language).to_owned()),
        (CLOSED_LATE.to_owned(), words::only_closed_late(language).to_owned()),
    ];
    let body = if listed.rows.is_empty() {
        nothing(language, query.without("month").is_filtered()).into_any()
    } else {
        view! {
            <Rows at=at.clone() month=month rows=listed.rows />
            <Pager query=query.clone() size=Paging::SIZE total=total />
        }
        .into_any()
    };
    view! {
        <PageHead
            title=format!("{} · {}", words::plans(language), month_name(language, month))
            subtitle=words::plans_subtitle(language)
        >
            {earlier}
            {later}
            <LinkButton href=items label=words::month_items(language) icon=Icon::Calendar />
            <LinkButton href=waiting label=words::waiting_all(language) icon=Icon::Decision />
            {export}
        </PageHead>
        {own}
        {remind}
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
                name="show"
                label=words::shown(language)
                options=shown
                all=words::everybody(language)
            />
            <input type="hidden" name="month" value=month.to_string() />
        </FilterBar>
        {body}
    }
    .into_any()
}

/// The base's own plan of the month, in a line.
#[component]
fn Own(at: At, line: PlanLine) -> AnyView {
    let language = at.language();
    let PlanLine { facts, items, done, completion, .. } = line;
    let href = at.path(&format!("/plans/{}", facts.month));
    let due = facts.due_at.map(|due| time::minute(due, at.zone()));
    let progress = (items > 0).then(|| {
        let (done, rate) = (words::items_done(language, done, items), rate(&completion));
        format!("{done} · {} {rate}", words::completion(language))
    });
    view! {
        <Card title=words::base_plan(language)>
            <p class="row">
                <a href=href>{words::plan_of(language, month_name(language, facts.month))}</a>
                <StateBadge facts=facts.clone() />
                <LateClosing facts=facts.clone() />
                <TimelinessBadge facts=facts.clone() />
                {progress}
                <span class="soft">{words::due(language)} " " {due}</span>
            </p>
        </Card>
    }
    .into_any()
}

fn nothing(language: Language, filtered: bool) -> AnyView {
    let (title, hint) = if filtered {
        (words::no_match(language), words::no_match_hint(language))
    } else {
        (words::none_of_month(language), words::none_of_month_hint(language))
    };
    view! {
        <Card title=words::plans(language)>
            <Empty title=title words=hint icon=Icon::Plan />
        </Card>
    }
    .into_any()
}

#[component]
fn Rows(at: At, month: Month, rows: Vec<PlanLine>) -> AnyView {
    let language = at.language();
    let row = |line: PlanLine| {
        let PlanLine { subject, facts, items, done, completion, .. } = line;
        let href = at.path(&format!("/organisations/{}/plans/{month}", subject.id));
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{subject.name}</a>
                </td>
                <td data-label=words::state(language)>
                    <StateBadge facts=facts.clone() />
                    <LateClosing facts=facts.clone() />
                </td>
                <td data-label=words::timely(language)>
                    <TimelinessBadge facts=facts />
                </td>
                <td data-label=words::items(language)>
                    {(items > 0).then(|| words::items_done(language, done, items))}
                </td>
                <td data-label=words::completion(language) class="number">
                    {(items > 0).then(|| rate(&completion))}
                </td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::caption(language, month_name(language, month))>
            <thead>
                <tr>
                    <Column label=words::organisation(language) />
                    <Column label=words::state(language) />
                    <Column label=words::timely(language) />
                    <Column label=words::items(language) />
                    <Column label=words::completion(language) numeric=true />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
