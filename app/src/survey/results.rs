//! `/b/{base}/surveys/{survey}`: the links while it runs, and what came of it.

use hatchboard::survey::{
    Question, State, Tally,
    store::{self, GroupResult, SurveyPage as Found},
};
use leptos::prelude::*;

use super::{
    api::CloseSurvey,
    look::{StateBadge, quarter_name, supervised, url},
    problem::told,
    words,
};
use crate::{
    error::AppError,
    form::{action, new_key, returned},
    request::path_id,
    ui::{
        badge::Tone,
        card::Card,
        confirm::Confirm,
        field::{Field, Hidden},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        language,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        number::points,
        page::{PageHead, page},
        qr::LinkCode,
        table::{Column, ExportLink, Table},
        time,
    },
};

#[component]
pub fn SurveyPage() -> impl IntoView {
    page(async {
        let (at, supervisor) = supervised().await?;
        let language = at.language();
        let found = store::one(&at.request.store, &supervisor, path_id("survey")?).await;
        let found = found.map_err(|error| told(error, language))?;
        let error = returned::<()>("survey_close").await?.map(|form| form.error);
        let title = quarter_name(language, found.row.quarter);
        let crumbs = [(words::title(language).to_owned(), Some(at.path("/surveys"))), (title.clone(), None)];
        let frame = at.frame(Tab::Surveys).await?.with_crumbs(crumbs);
        let opened = words::opened_by(language, &found.row.opened_by, time::minute(found.row.opened_at, at.zone()));
        let subtitle = format!("{opened} · {}", words::until(language, found.row.closes_on));
        let open = found.row.state == State::Open;
        let export = at.path(&format!("/surveys/{}/results.xlsx", found.row.id));
        let close = (open && supervisor.officer().is_ok())
            .then(|| view! { <Close base=at.base.slug.clone() found=found.clone() error=error /> });
        let group = |group: GroupResult| view! { <OfGroup state=found.row.state group=group /> };
        let groups = found.groups.clone().into_iter().map(group).collect_view();
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=subtitle>
                    <StateBadge state=found.row.state />
                    <ExportLink query=ListQuery::default() path=export />
                </PageHead>
                {groups}
                {close}
            </Frame>
        }
        .into_any())
    })
}

/// A group's link while it can be answered; afterwards what it said, where that is shown.
#[component]
fn OfGroup(state: State, group: GroupResult) -> AnyView {
    let language = language();
    let name = words::group(language, group.group);
    if state == State::Open {
        let link = url(&group.token);
        return view! {
            <Card title=words::link_of(language, name)>
                <p>{words::not_yet(language, group.answers)}</p>
                <figure class="qr">
                    <LinkCode url=link.clone() label=words::code_of(language, name) />
                </figure>
                <Field
                    name=format!("link_{}", group.group)
                    label=words::link_of(language, name)
                    hint=words::link_hint(language)
                    value=link
                    readonly=true
                    required=true
                />
                <LinkButton
                    href=format!("/survey/{}", group.token)
                    label=words::try_it(language)
                    weight=Weight::Quiet
                />
            </Card>
        }
        .into_any();
    }
    let body = match group.result {
        None => view! { <p>{words::too_few(language, group.answers)}</p> }.into_any(),
        Some((tally, said)) => {
            let questions = Question::of(group.group);
            view! {
                <p class="soft">{words::answers_of(language, group.answers)}</p>
                <Averages questions=questions tally=tally caption=words::results_of(language, name) />
                <Said said=said />
            }
            .into_any()
        }
    };
    view! { <Card title=words::results_of(language, name)>{body}</Card> }.into_any()
}

#[component]
fn Averages(questions: &'static [Question], tally: Tally, caption: String) -> AnyView {
    let language = language();
    let heads = (1..=5).rev().map(|points| view! { <Column label=points.to_string() numeric=true /> }).collect_view();
    let row = |question: &Question| {
        let average = tally.average(*question).and_then(|average| i32::try_from(average).ok());
        let counts = tally.counts(*question).into_iter().enumerate().rev().map(|(below, count)| {
            view! {
                <td class="number" data-label=(below + 1).to_string()>
                    {count.to_string()}
                </td>
            }
        });
        let counts = counts.collect_view();
        view! {
            <tr>
                <td class="card-title">{words::question(language, *question)}</td>
                <td class="number" data-label=words::average(language)>
                    <strong>{average.map_or_else(|| "–".to_owned(), points)}</strong>
                </td>
                {counts}
            </tr>
        }
    };
    let rows = questions.iter().map(row).collect_view();
    view! {
        <Table caption=caption>
            <thead>
                <tr>
                    <Column label=words::question_head(language) />
                    <Column label=words::average(language) numeric=true />
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Said(said: Vec<String>) -> AnyView {
    let language = language();
    if said.is_empty() {
        return view! { <p class="soft">{words::nothing_said(language)}</p> }.into_any();
    }
    let said = said.into_iter().map(|words| view! { <li class="pre">{words}</li> }).collect_view();
    view! {
        <h3>{words::said(language)}</h3>
        <ul>{said}</ul>
    }
    .into_any()
}

#[component]
fn Close(base: String, found: Found, error: Option<AppError>) -> AnyView {
    let language = language();
    view! {
        {error.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
        <div class="row">
            <Confirm label=words::end(language) consequence=words::end_consequence(language)>
                <PostForm action={action::<CloseSurvey>()} key=new_key() id="close">
                    <Hidden name="base" value=base />
                    <Hidden name="survey" value=found.row.id.to_string() />
                    <Hidden name="version" value=found.row_version.to_string() />
                    <FormActions>
                        <Submit label=words::end(language) weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </Confirm>
        </div>
    }
    .into_any()
}
