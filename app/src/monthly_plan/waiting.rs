//! `/b/{base}/plans/waiting`: what waits for its approver, of every month.

use hatchboard::{
    access::Role,
    monthly_plan::store::{self, PlanFacts, WaitingPlan},
    store::{Page, Paging},
    weekly_report::store::exception_request,
};
use leptos::prelude::*;

use super::{
    look::{StateBadge, month_name},
    of_month::page_in_base,
    problem::told,
    relief::WaitingRequests,
    words,
};
use crate::{
    base::At,
    ui::{
        card::Card,
        empty::Empty,
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::{Column, ExportLink, Pager, Table},
        time,
    },
    weekly_report::desk,
};

/// Exceptions that are asked for, as many as are shown above the plans: the longest wait first.
const ASKED: u64 = 100;

#[component]
pub fn WaitingPlansPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let of_base = of_base(&at);
        let paging = Paging::new(query.page(), Paging::SIZE);
        let listed = store::waiting(&at.request.store, &at.reader, of_base, paging).await;
        let listed = listed.map_err(|error| told(error, at.language()))?;
        let asked = exception_request::waiting(&at.request.store, &at.reader, of_base, Paging::new(1, ASKED)).await;
        let asked = asked.map_err(|error| desk::problem::told(error, at.language()))?;
        let crumbs = [
            (words::plans(at.language()).to_owned(), Some(at.path("/plans"))),
            (words::waiting_all(at.language()).to_owned(), None),
        ];
        let export = at.path("/plans/waiting.xlsx");
        let frame = at.frame(Tab::Plans).await?.with_crumbs(crumbs);
        Ok(view! {
            <Frame data=frame>
                <PageHead
                    title=words::waiting_all(at.language())
                    subtitle=words::waiting_all_subtitle(at.language())
                >
                    <ExportLink query=ListQuery::default() path=export />
                </PageHead>
                <WaitingRequests at=at.clone() asked=asked.rows />
                <Listed at=at query=query listed=listed />
            </Frame>
        }
        .into_any())
    })
}

/// Whether whoever looks decides on the base's own or on those of its organisations; an auditor sees both.
pub(super) fn of_base(at: &At) -> Option<bool> {
    match at.role() {
        Role::Manager => Some(false),
        Role::Bureau => Some(true),
        _ => None,
    }
}

#[component]
fn Listed(at: At, query: ListQuery, listed: Page<WaitingPlan>) -> AnyView {
    let language = at.language();
    let total = listed.total;
    if listed.rows.is_empty() {
        return view! {
            <Card title=words::waiting_all(language)>
                <Empty title=words::none_waits(language) words=words::none_waits_hint(language) icon=Icon::Plan />
            </Card>
        }
        .into_any();
    }
    let rows = listed.rows.into_iter().map(|plan| view! { <Row at=at.clone() plan=plan /> }).collect_view();
    view! {
        <Table caption=words::waiting_all(language)>
            <thead>
                <tr>
                    <Column label=words::organisation(language) />
                    <Column label=words::month(language) />
                    <Column label=words::state(language) />
                    <Column label=words::waits_for(language) />
                    <Column label=words::waited(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        <Pager query=query size=Paging::SIZE total=total />
    }
    .into_any()
}

/// What a plan waits for.
pub(super) fn waits_for(at: &At, facts: &PlanFacts) -> String {
    match (facts.decide_by, facts.releases_asked) {
        (Some(by), _) => words::decide_by(at.language(), time::minute(by, at.zone())),
        (None, items) => words::releases(at.language(), items),
    }
}

#[component]
fn Row(at: At, plan: WaitingPlan) -> AnyView {
    let language = at.language();
    let what = waits_for(&at, &plan.facts);
    let WaitingPlan { subject, facts, waited } = plan;
    let href = page_in_base(&at, &subject, facts.month);
    view! {
        <tr>
            <td class="card-title">
                <a href=href>{subject.name}</a>
            </td>
            <td data-label=words::month(language)>{month_name(language, facts.month)}</td>
            <td data-label=words::state(language)>
                <StateBadge facts=facts />
            </td>
            <td data-label=words::waits_for(language)>{what}</td>
            <td data-label=words::waited(language)>{time::waiting(language, waited)}</td>
        </tr>
    }
    .into_any()
}
