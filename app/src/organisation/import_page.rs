use chrono_tz::Tz;
use hatchboard::organisation::{
    import::{Done, DoneRow, Outcome},
    store::{PastImport, Preview, Stands, open, recent},
};
use leptos::prelude::*;

use super::{
    import_api::{ConfirmImport, UploadRegister, told},
    import_view::{DoneRows, JudgedRows},
    import_words as words,
};
use crate::{
    base::At,
    error::AppError,
    form::{action, new_key, returned},
    request::path_id,
    sending::Sending,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        field::{FileInput, Hidden},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        table::{Column, Table},
        time, words as ui_words,
    },
};

/// `/b/{base}/import`: the upload, and the imports before.
#[component]
pub fn ImportPage() -> impl IntoView {
    page(async {
        let (at, manager) = At::managed().await?;
        let past = recent(&at.request.store, &manager).await?;
        let error = returned::<()>("register").await?.map(|form| form.error);
        let language = at.language();
        let (data, base) = (at.frame(Tab::Import).await?, at.base);
        let slug = base.slug.clone();
        Ok(view! {
            <Frame data=data>
                <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                    <LinkButton href="/help/import" label=words::accepted_names(language) icon=Icon::Information />
                </PageHead>
                <Card title=words::choose(language)>
                    <PostForm action={action::<UploadRegister>()} key=new_key() multipart=true error=error>
                        <Hidden name="base" value=slug />
                        <FileInput
                            name="file"
                            label=words::file(language)
                            hint=words::choose_hint(language)
                            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                            required=true
                        />
                        <FormActions>
                            <Submit label=words::look(language) icon=Icon::Import />
                        </FormActions>
                        <Sending label=ui_words::sending(language).to_owned() />
                    </PostForm>
                </Card>
                <Past slug=base.slug zone=base.zone past=past />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Past(slug: String, zone: Tz, past: Vec<PastImport>) -> AnyView {
    let language = language();
    if past.is_empty() {
        return ().into_any();
    }
    let rows = past.into_iter().map(|import| {
        let (tone, sign, word) = match import.confirmed_at {
            Some(_) => (Tone::Good, "✓", words::confirmed(language)),
            None => (Tone::Warn, "…", words::waits(language)),
        };
        view! {
            <tr>
                <td class="card-title">
                    <a href=format!("/b/{slug}/import/{}", import.id)>{import.file_name}</a>
                </td>
                <td data-label=words::at(language)>{time::minute(import.at, zone)}</td>
                <td data-label=words::by(language)>{import.made_by}</td>
                <td data-label=words::state(language)>
                    <Badge tone=tone sign=sign word=word />
                </td>
                <td data-label=words::outcome(language)>
                    {words::counts(language, import.accepted, import.rejected)}
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Card title=words::past(language) flush=true>
            <Table caption=words::past(language)>
                <thead>
                    <tr>
                        <Column label=words::file(language) />
                        <Column label=words::at(language) />
                        <Column label=words::by(language) />
                        <Column label=words::state(language) />
                        <Column label=words::outcome(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

/// `/b/{base}/import/{id}`: the preview of every row and its confirmation, then the result.
#[component]
pub fn PreviewPage() -> impl IntoView {
    page(async {
        let (at, manager) = At::managed().await?;
        let found = open(&at.request.store, &manager, path_id("id")?).await.map_err(told)?;
        let error = returned::<()>("confirm-import").await?.map(|form| form.error);
        let language = at.language();
        let crumbs = [(words::title(language).to_owned(), Some(at.path("/import"))), (found.file_name.clone(), None)];
        let data = at.frame(Tab::Import).await?.with_crumbs(crumbs);
        Ok(view! {
            <Frame data=data>
                <Content slug=at.base.slug found=found error=error />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Content(slug: String, found: Preview, error: Option<AppError>) -> AnyView {
    let language = language();
    let query = ListQuery::current();
    let refused = format!("/b/{slug}/import/{}/refused.xlsx", found.id);
    let problem = error.map(|error| match error {
        AppError::Stale => words::changed_since(language).to_owned(),
        other => other.words(language),
    });
    let problem = problem.map(|words| view! { <Notice tone=Tone::Warn words=words /> });
    let download = move |any: bool| {
        any.then(|| {
            view! { <LinkButton href=refused label=words::download_refused(language) icon=Icon::Export /> }
        })
    };
    match found.stands {
        Stands::Previewed { judged, digest } => {
            let accepted = judged.iter().filter(|row| matches!(row.outcome, Outcome::Accepted(_))).count();
            let rejected = judged.len() - accepted;
            let id = found.id.to_string();
            view! {
                <PageHead
                    title=words::preview_title(language, &found.file_name)
                    subtitle=words::counts(language, accepted, rejected)
                >
                    {download(rejected > 0)}
                </PageHead>
                {problem}
                <Notice tone=Tone::Calm words=words::preview_note(language) />
                {if accepted == 0 {
                    view! { <Notice tone=Tone::Warn words=words::nothing_to_import(language) /> }.into_any()
                } else {
                    view! {
                        <PostForm action={action::<ConfirmImport>()} key=new_key() id="confirm">
                            <Hidden name="base" value=slug />
                            <Hidden name="import" value=id />
                            <Hidden name="shown" value=digest />
                            <p class="soft">{words::confirm_note(language)}</p>
                            <FormActions sticky=true>
                                <Submit label=words::confirm(language, accepted) />
                            </FormActions>
                            <Sending label=ui_words::sending(language).to_owned() />
                        </PostForm>
                    }
                        .into_any()
                }}
                <JudgedRows query=query judged=judged />
            }
            .into_any()
        }
        Stands::Confirmed { rows, .. } => {
            let count = |done: Done| rows.iter().filter(|row: &&DoneRow| row.done == done).count();
            let rejected = count(Done::Rejected);
            let result =
                words::result(language, count(Done::Created), count(Done::Updated), count(Done::Unchanged), rejected);
            view! {
                <PageHead title=words::result_title(language, &found.file_name) subtitle=result>
                    {download(rejected > 0)}
                </PageHead>
                {problem}
                <DoneRows slug=slug query=query rows=rows />
            }
            .into_any()
        }
    }
}
