//! `/b/{base}/workbooks`: what one has asked for, how far it is, and asking for another.

use chrono::TimeDelta;
use hatchboard::{
    period::Quarter,
    workbook::{
        State,
        store::{self, Job},
    },
};
use leptos::prelude::*;

use super::{
    api::{AskForWorkbook, Asked, CancelWorkbook},
    problem::told,
    words,
};
use crate::{
    base::At,
    form::{Returned, action, new_key, returned},
    ui::{
        badge::{Badge, Tone},
        card::Card,
        empty::Empty,
        field::{Hidden, Options, Select},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        number::grouped,
        page::{PageHead, page},
        quarter::quarter as chosen_quarter,
        table::{Column, Table},
        time,
    },
};

/// Quarters that are offered, the running one among them.
const QUARTERS: usize = 8;

#[component]
pub fn WorkbooksPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let jobs = store::mine(&at.request.store, &at.reader).await.map_err(|error| told(error, language))?;
        let back = returned::<Asked>("workbook").await?;
        let frame = at.frame(Tab::Assessments).await?.with_crumbs([
            (Tab::Assessments.words(language).to_owned(), Some(at.path("/assessments"))),
            (words::title(language).to_owned(), None),
        ]);
        let waits = jobs.iter().any(|job| job.state.is_open());
        let refresh = waits.then(|| {
            let href = at.path("/workbooks");
            view! {
                <Notice tone=Tone::Calm words=words::waits(language)>
                    <LinkButton href=href label=words::refresh(language) icon=Icon::Clock />
                </Notice>
            }
        });
        let list = if jobs.is_empty() {
            view! {
                <Card title=words::mine(language)>
                    <Empty title=words::none(language) words=words::none_hint(language) icon=Icon::Export />
                </Card>
            }
            .into_any()
        } else {
            view! { <Jobs at=at.clone() jobs=jobs /> }.into_any()
        };
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title(language) subtitle=words::subtitle(language) />
                {refresh}
                <AskForm at=at back=back />
                {list}
            </Frame>
        }
        .into_any())
    })
}

/// To where the workbook of a quarter is asked for; of none in particular where none is named.
#[component]
pub(crate) fn WorkbookLink(at: At, #[prop(optional_no_strip)] quarter: Option<Quarter>) -> AnyView {
    let named = quarter.map(|quarter| format!("?quarter={quarter}")).unwrap_or_default();
    let href = at.path(&format!("/workbooks{named}"));
    view! { <LinkButton href=href label=words::title(language()) icon=Icon::Export /> }.into_any()
}

#[component]
fn AskForm(at: At, back: Option<Returned<Asked>>) -> AnyView {
    let language = language();
    let running = Quarter::of(at.today());
    let named = chosen_quarter(&ListQuery::current());
    let last = std::iter::successors(Some(running), |quarter| Some(quarter.previous())).take(QUARTERS);
    let mut offered: Vec<Quarter> = last.chain(named.filter(|quarter| *quarter <= running)).collect();
    offered.sort_unstable_by(|one, other| other.cmp(one));
    offered.dedup();
    let options: Options = offered
        .into_iter()
        .map(|quarter| (quarter.to_string(), words::quarter_of(language, quarter.year(), quarter.quarter())))
        .collect();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let chosen = typed.map(|typed| typed.quarter).filter(|quarter| !quarter.is_empty());
    let chosen = chosen.unwrap_or_else(|| named.unwrap_or_else(|| running.previous()).to_string());
    view! {
        <Card title=words::make(language)>
            <PostForm action={action::<AskForWorkbook>()} key=new_key() id="workbook" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <div class="fields">
                    <Select
                        name="quarter"
                        label=words::quarter(language)
                        hint=words::contents(language)
                        options=options
                        value=chosen
                        required=true
                    />
                </div>
                <FormActions>
                    <Submit label=words::make(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

#[component]
fn Jobs(at: At, jobs: Vec<Job>) -> AnyView {
    let language = language();
    let rows = jobs.into_iter().map(|job| view! { <Row at=at.clone() job=job /> }).collect_view();
    view! {
        <Table caption=words::mine(language)>
            <thead>
                <tr>
                    <Column label=words::quarter(language) />
                    <Column label=words::asked(language) />
                    <Column label=words::state(language) />
                    <Column label=words::progress(language) />
                    <Column label=words::file(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Row(at: At, job: Job) -> AnyView {
    let (language, zone) = (at.language(), at.zone());
    let quarter = words::quarter_of(language, job.quarter.year(), job.quarter.quarter());
    let (by, asked) = (job.asked_by.clone(), time::minute(job.asked_at, zone));
    let progress = progress(&at, &job);
    let deed = match job.state {
        State::Done => {
            let href = at.path(&format!("/workbooks/{}/file", job.id));
            view! { <LinkButton href=href label=words::download(language, &quarter) icon=Icon::Export /> }.into_any()
        }
        State::Waiting | State::Running => {
            let (base, id, form) = (at.base.slug.clone(), job.id.to_string(), format!("cancel-{}", job.id));
            let label = words::cancel(language, &quarter);
            view! {
                <PostForm action={action::<CancelWorkbook>()} key=new_key() id=form class="">
                    <Hidden name="base" value=base />
                    <Hidden name="workbook" value=id />
                    <Submit label=label weight=Weight::Quiet />
                </PostForm>
            }
            .into_any()
        }
        State::Cancelled | State::Failed => ().into_any(),
    };
    view! {
        <tr>
            <td class="card-title">{quarter}</td>
            <td data-label=words::asked(language)>
                <span lang="zh-CN">{by}</span>
                " "
                {asked}
            </td>
            <td data-label=words::state(language)>
                <StateBadge state=job.state />
            </td>
            <td data-label=words::progress(language)>{progress}</td>
            <td data-label=words::file(language)>{deed}</td>
        </tr>
    }
    .into_any()
}

/// How far it is, or what came of it.
fn progress(at: &At, job: &Job) -> String {
    let language = at.language();
    let number = |count: u64| grouped(i64::try_from(count).unwrap_or(i64::MAX));
    match job.state {
        State::Waiting | State::Cancelled => String::new(),
        State::Running => words::read(language, number(job.rows_done), number(job.rows_all)),
        State::Done => {
            let until = time::date(job.asked_at + hatchboard::workbook::KEPT_FOR - TimeDelta::minutes(1), at.zone());
            words::made(language, number(job.rows_done), until)
        }
        State::Failed => words::failure(language, job.failure).to_owned(),
    }
}

#[component]
fn StateBadge(state: State) -> AnyView {
    let (tone, sign) = match state {
        State::Waiting => (Tone::Calm, "○"),
        State::Running => (Tone::Accent, "→"),
        State::Done => (Tone::Good, "✓"),
        State::Cancelled => (Tone::Calm, "–"),
        State::Failed => (Tone::Bad, "!"),
    };
    view! { <Badge tone=tone sign=sign word=words::state_name(language(), state) /> }.into_any()
}
