//! `/b/{base}/surveys`: the surveys of a base.

use hatchboard::{
    store::Paging,
    survey::{
        Group,
        store::{self, SurveyRow},
    },
};
use leptos::prelude::*;

use super::{
    look::{StateBadge, quarter_name, supervised},
    problem::told,
    words,
};
use crate::{
    base::At,
    ui::{
        card::Card,
        empty::Empty,
        form::{LinkButton, Weight},
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::{Column, ExportLink, Pager, Table},
        time,
    },
};

#[component]
pub fn SurveysPage() -> impl IntoView {
    page(async {
        let (at, supervisor) = supervised().await?;
        let (language, query) = (at.language(), ListQuery::current());
        let paging = Paging::new(query.page(), Paging::SIZE);
        let listed = store::list(&at.request.store, &supervisor, paging).await;
        let listed = listed.map_err(|error| told(error, language))?;
        let frame = at.frame(Tab::Surveys).await?;
        let new = supervisor.officer().is_ok().then(|| {
            let href = at.path("/surveys/new");
            view! { <LinkButton href=href label=words::open_new(language) weight=Weight::Main icon=Icon::Plus /> }
        });
        let export = view! { <ExportLink query=query.clone() path=at.path("/surveys.xlsx") /> };
        let total = listed.total;
        let body = if listed.rows.is_empty() {
            view! {
                <Card title=words::title(language)>
                    <Empty title=words::none(language) words=words::none_hint(language) icon=Icon::Survey />
                </Card>
            }
            .into_any()
        } else {
            view! {
                <Rows at=at rows=listed.rows />
                <Pager query=query size=Paging::SIZE total=total />
            }
            .into_any()
        };
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                    {export}
                    {new}
                </PageHead>
                {body}
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Rows(at: At, rows: Vec<SurveyRow>) -> AnyView {
    let language = language();
    let groups = Group::ALL.iter().map(|group| view! { <Column label=words::group(language, *group) /> });
    let groups = groups.collect_view();
    let rows = rows.into_iter().map(|row| view! { <Row at=at.clone() row=row /> }).collect_view();
    view! {
        <Table caption=words::caption(language)>
            <thead>
                <tr>
                    <Column label=words::quarter(language) />
                    <Column label=words::state(language) />
                    <Column label=words::closes_on(language) />
                    {groups}
                    <Column label=words::opened(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Row(at: At, row: SurveyRow) -> AnyView {
    let language = language();
    let answers = row.answers.into_iter().map(|(group, answers)| {
        view! { <td data-label=words::group(language, group)>{words::answers_of(language, answers)}</td> }
    });
    let answers = answers.collect_view();
    view! {
        <tr>
            <td class="card-title">
                <a href=at.path(&format!("/surveys/{}", row.id))>{quarter_name(language, row.quarter)}</a>
            </td>
            <td data-label=words::state(language)>
                <StateBadge state=row.state />
            </td>
            <td class="nowrap" data-label=words::closes_on(language)>
                {row.closes_on.to_string()}
            </td>
            {answers}
            <td class="nowrap" data-label=words::opened(language)>
                {time::date(row.opened_at, at.zone())}
            </td>
        </tr>
    }
    .into_any()
}
