use hatchboard::{
    access::Role,
    store::{Page, Paging},
    weekly_report::{
        Content, HelpKind,
        store::queue::{self, Waiting, Whose},
    },
};
use leptos::prelude::*;

use super::{api::AcceptSeveral, keys::SelectAll, problem, words};
use crate::{
    Language,
    base::At,
    error::AppError,
    form::{action, new_key, returned},
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::Confirm,
        empty::Empty,
        field::Hidden,
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        table::{Column, ExportLink, Pager, Table},
        time,
    },
    weekly_report::{cell, words as shared},
};

/// `/b/{base}/reviews`, for the operator.
#[component]
pub fn ReviewsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        at.request.asker()?.manager(at.base.id)?;
        let query = ListQuery::current();
        let paging = Paging::new(query.page(), Paging::SIZE);
        let waiting = queue::waiting(&at.request.store, &at.reader, Whose::Organisations, paging).await;
        let waiting = waiting.map_err(|error| problem::told(error, at.language()))?;
        let error = returned::<()>("accept_several").await?.map(|back| back.error);
        let left = query.get("left").and_then(|left| left.parse().ok()).unwrap_or(0_u32);
        let export = at.path("/reviews.xlsx");
        let frame = at.frame(Tab::Reviews).await?;
        Ok(view! {
            <Frame data=frame>
                <PageHead
                    title=words::reviews_title(at.language())
                    subtitle=words::reviews_subtitle(at.language(), waiting.total)
                >
                    <ExportLink query=ListQuery::default() path=export />
                </PageHead>
                {(left > 0)
                    .then(|| view! { <Notice tone=Tone::Warn words=words::not_accepted(at.language(), left) /> })}
                <Queue at=at query=query.forgetting("left") waiting=waiting error=error />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Queue(at: At, query: ListQuery, waiting: Page<Waiting>, error: Option<AppError>) -> impl IntoView {
    let language = at.language();
    if waiting.rows.is_empty() {
        let reports = at.path("/reports");
        return view! {
            <Card title=words::reviews_title(language)>
                <Empty title=words::reviews_none(language) words=words::reviews_none_hint(language)>
                    <LinkButton href=reports label=words::matrix_title(language) icon=Icon::Reports />
                </Empty>
            </Card>
        }
        .into_any();
    }
    let total = waiting.total;
    let rows = waiting.rows.into_iter().map(|one| view! { <Row at=at.clone() one=one /> }).collect_view();
    let (name, all) = (BOXES.to_owned(), words::select_all(language).to_owned());
    view! {
        <PostForm action={action::<AcceptSeveral>()} key=new_key() id="several" class="stack" error=error>
            <Hidden name="base" value=at.base.slug.clone() />
            <Table caption=words::reviews_caption(language)>
                <thead>
                    <tr>
                        <Column label=words::selected(language) />
                        <Column label=words::organisation(language) />
                        <Column label=words::week(language) />
                        <Column label=words::timeliness(language) />
                        <Column label=words::content(language) />
                        <Column label=words::filed_at(language) />
                        <Column label=words::waiting(language) />
                    </tr>
                </thead>
                <tbody id="several-reports">{rows}</tbody>
            </Table>
            <FormActions>
                <SelectAll name=name label=all />
                <Confirm
                    label=words::accept_several(language)
                    consequence=words::accept_several_consequence(language)
                >
                    <FormActions>
                        <Submit label=words::accept_several_confirm(language) />
                    </FormActions>
                </Confirm>
            </FormActions>
        </PostForm>
        <Pager query=query size=Paging::SIZE total=total />
    }
    .into_any()
}

/// The name of the boxes, as a list of the form.
const BOXES: &str = "reports[]";

#[component]
fn Row(at: At, one: Waiting) -> impl IntoView {
    let language = at.language();
    let href = at.path(&format!("/reports/{}", one.report));
    let week = time::week_number(language, one.week);
    let select = words::select_one(language, &one.subject.name, &week);
    let value = format!("{}.{}", one.report, one.row_version);
    let (tone, sign, word) = cell::timely(language, one.timeliness);
    let help = one.help.as_deref().and_then(HelpKind::from_code);
    view! {
        <tr>
            <td data-label=words::selected(language)>
                <label class="choice">
                    <input type="checkbox" name=BOXES value=value />
                    <span class="read-only">{select}</span>
                </label>
            </td>
            <td class="card-title">
                <a href=href>{one.subject.name.clone()}</a>
            </td>
            <td data-label=words::week(language)>{week}</td>
            <td data-label=words::timeliness(language)>
                <Badge tone=tone sign=sign word=word />
            </td>
            <td data-label=words::content(language)>
                {content(language, &one)}
                {help
                    .map(|kind| {
                        let word = words::wants(language, shared::help_kind(language, kind));
                        view! { " " <Badge tone=Tone::Accent sign="!" word=word /> }
                    })}
                {one.on_behalf.then(|| view! { " " <Badge tone=Tone::Calm sign="⇄" word=words::on_behalf(language) /> })}
            </td>
            <td data-label=words::filed_at(language)>
                <time::Moment at=one.filed_at zone=at.zone() />
            </td>
            <td data-label=words::waiting(language)>
                {time::waiting(language, one.working_days)} " " <span class="soft">{waits_for(language, one.waits_for)}</span>
            </td>
        </tr>
    }
}

pub(super) fn content(language: Language, one: &Waiting) -> String {
    match one.content {
        Content::NothingToReport => shared::content(language, one.content).to_owned(),
        Content::Report => words::counts_line(language, one.activities, one.attendances),
    }
}

/// For whom something waits.
pub(super) fn waits_for(language: Language, role: Role) -> &'static str {
    if role == Role::Bureau { words::waits_for_bureau(language) } else { words::waits_for_operator(language) }
}
