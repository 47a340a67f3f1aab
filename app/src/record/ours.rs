//! `/o/{organisation}/records`: what the base does for an organisation, as the organisation sees it.

use hatchboard::{
    access::Scope,
    coaching, funding, matched_project,
    store::Paging,
    training::{
        State,
        store::{OurTraining, ours},
    },
};
use leptos::prelude::*;
use uuid::Uuid;

use super::words;
use crate::{
    coaching::{told as visit_told, words as visit_words},
    error::AppError,
    funding::{told as fund_told, words as fund_words},
    matched_project::{look::StateBadge as ProjectBadge, told as project_told, words as project_words},
    request::{Request, path_id},
    training::{
        look::{StateBadge, clock},
        told as training_told, words as training_words,
    },
    ui::{
        card::Card,
        empty::Empty,
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        number::yuan,
        page::{PageHead, page},
        table::{Column, ExportLink, Table},
    },
    weekly_report::{Author, Whose, place},
};

/// Records of each kind that are listed.
const NEWEST: u64 = 50;

/// For an organisation's staff.
#[component]
pub fn OurRecordsPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let organisation: Uuid = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurRecords).await?;
        let (store, language) = (&request.store, request.language);
        let (scope, paging) = (Scope::from(&author.reader), Paging::new(1, NEWEST));
        let trainings = ours(store, &author.reader, paging).await.map_err(|error| training_told(error, language))?;
        let visits = coaching::store::list(store, scope, &coaching::store::VisitFilter::default(), paging).await;
        let visits = visits.map_err(|error| visit_told(error, language))?;
        let filter = matched_project::store::ProjectFilter::default();
        let projects = matched_project::store::list(store, scope, &filter, paging).await;
        let projects = projects.map_err(|error| project_told(error, language))?;
        let funds = funding::store::list(store, scope, &funding::store::FundFilter::default(), paging).await;
        let funds = funds.map_err(|error| fund_told(error, language))?;
        let export = format!("/o/{organisation}/records.xlsx");
        Ok::<_, AppError>(
            view! {
                <Frame data=frame>
                    <PageHead title=words::ours_title(language) subtitle=words::ours_subtitle(language)>
                        <ExportLink query=ListQuery::default() path=export />
                    </PageHead>
                    <p class="soft">{words::newest(language, NEWEST)}</p>
                    <Trainings rows=trainings.rows />
                    <Visits rows=visits.rows />
                    <Projects rows=projects.rows />
                    <Funds rows=funds.rows />
                </Frame>
            }
            .into_any(),
        )
    })
}

#[component]
fn Nothing(title: &'static str, words: &'static str, #[prop(optional)] hint: &'static str) -> AnyView {
    view! {
        <Card title=title>
            <Empty title=words words=hint icon=Icon::Record />
        </Card>
    }
    .into_any()
}

#[component]
fn Trainings(rows: Vec<OurTraining>) -> AnyView {
    let language = language();
    let title = words::trainings(language);
    if rows.is_empty() {
        let (words, hint) = (words::no_trainings(language), words::no_trainings_hint(language));
        return view! { <Nothing title=title words=words hint=hint /> }.into_any();
    }
    let row = |row: OurTraining| {
        let came = match row.state {
            _ if !row.came.is_empty() => row.came.join("、"),
            State::Planned => words::not_yet(language).to_owned(),
            State::Held => words::nobody(language).to_owned(),
            State::Cancelled => String::new(),
        };
        let reason = (!row.reason.is_empty()).then(|| view! { <p class="soft pre">{row.reason}</p> });
        let material = (!row.material.is_empty()).then(|| view! { <p class="soft pre">{row.material}</p> });
        view! {
            <tr>
                <td class="card-title">{row.title} {material}</td>
                <td data-label=words::when(language)>
                    {format!("{} {}", row.held_on, clock(row.begins_at, row.minutes))}
                </td>
                <td data-label=training_words::place(language)>{row.place}</td>
                <td data-label=training_words::teacher(language)>{row.teacher}</td>
                <td data-label=training_words::state(language)>
                    <StateBadge state=row.state />
                    {reason}
                </td>
                <td data-label=words::who_came(language)>{came}</td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Card title=title flush=true id="trainings">
            <Table caption=title>
                <thead>
                    <tr>
                        <Column label=training_words::what(language) />
                        <Column label=words::when(language) />
                        <Column label=training_words::place(language) />
                        <Column label=training_words::teacher(language) />
                        <Column label=training_words::state(language) />
                        <Column label=words::who_came(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

#[component]
fn Visits(rows: Vec<coaching::store::Kept>) -> AnyView {
    let language = language();
    let title = words::coaching(language);
    if rows.is_empty() {
        return view! { <Nothing title=title words=words::no_visits(language) /> }.into_any();
    }
    let row = |coaching::store::Kept { visit, .. }: coaching::store::Kept| {
        view! {
            <tr>
                <td class="card-title nowrap">{visit.visited_on.to_string()}</td>
                <td data-label=visit_words::visitor(language)>{visit.visitor}</td>
                <td class="nowrap" data-label=visit_words::method(language)>
                    {visit_words::method_name(language, visit.method)}
                </td>
                <td class="pre" data-label=visit_words::looked_at(language)>
                    {visit.looked_at}
                </td>
                <td class="pre" data-label=visit_words::agreed(language)>
                    {visit.agreed}
                </td>
                <td data-label=visit_words::next_step(language)>{visit.next_step}</td>
                <td class="nowrap" data-label=visit_words::next_by(language)>
                    {visit.next_by.map(|day| day.to_string())}
                </td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Card title=title flush=true id="coaching">
            <Table caption=title>
                <thead>
                    <tr>
                        <Column label=visit_words::visited_on(language) />
                        <Column label=visit_words::visitor(language) />
                        <Column label=visit_words::method(language) />
                        <Column label=visit_words::looked_at(language) />
                        <Column label=visit_words::agreed(language) />
                        <Column label=visit_words::next_step(language) />
                        <Column label=visit_words::next_by(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

#[component]
fn Projects(rows: Vec<matched_project::store::Kept>) -> AnyView {
    let language = language();
    let title = words::projects(language);
    if rows.is_empty() {
        return view! { <Nothing title=title words=words::no_projects(language) /> }.into_any();
    }
    let row = |matched_project::store::Kept { project, .. }: matched_project::store::Kept| {
        view! {
            <tr>
                <td class="card-title">{project.name}</td>
                <td data-label=project_words::partner(language)>{project.partner}</td>
                <td class="nowrap" data-label=project_words::matched_on(language)>
                    {project.matched_on.to_string()}
                </td>
                <td data-label=project_words::state(language)>
                    <ProjectBadge state=project.state />
                </td>
                <td class="number" data-label=project_words::amount(language)>
                    {yuan(language, project.amount)}
                </td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Card title=title flush=true id="projects">
            <Table caption=title>
                <thead>
                    <tr>
                        <Column label=project_words::name(language) />
                        <Column label=project_words::partner(language) />
                        <Column label=project_words::matched_on(language) />
                        <Column label=project_words::state(language) />
                        <Column label=project_words::amount(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

#[component]
fn Funds(rows: Vec<funding::store::FundRow>) -> AnyView {
    let language = language();
    let title = words::funds(language);
    if rows.is_empty() {
        return view! { <Nothing title=title words=words::no_funds(language) /> }.into_any();
    }
    let row = |row: funding::store::FundRow| {
        view! {
            <tr>
                <td class="card-title">{row.fund.source}</td>
                <td class="nowrap" data-label=fund_words::pledged_on(language)>
                    {row.fund.pledged_on.to_string()}
                </td>
                <td class="number" data-label=fund_words::pledged(language)>
                    {yuan(language, row.fund.pledged)}
                </td>
                <td class="number" data-label=fund_words::received(language)>
                    {yuan(language, row.received)}
                </td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Card title=title flush=true id="funds">
            <Table caption=title>
                <thead>
                    <tr>
                        <Column label=fund_words::source(language) />
                        <Column label=fund_words::pledged_on(language) />
                        <Column label=fund_words::pledged(language) numeric=true />
                        <Column label=fund_words::received(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}
