//! `/b/{base}/projects/new` and `/b/{base}/projects/{project}`: a match, to be read or, by the operator, carried on.

use hatchboard::{
    access::Scope,
    matched_project::{
        ProjectText,
        store::{self, Kept},
    },
    organisation::store::choices,
    record::store::Seen,
};
use leptos::prelude::*;

use super::{
    api::{SaveProject, StrikeProject},
    look::{StateBadge, state_options},
    told, words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    record::{StrikeForm, StruckNote, typed_yuan},
    request::path_id,
    ui::{
        card::{Card, Fact},
        field::{Choices, Field, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit},
        frame::{Frame, FrameData},
        nav::Tab,
        number::yuan,
        page::{PageHead, page},
        time,
    },
};

#[component]
pub fn NewProjectPage() -> impl IntoView {
    page(async {
        let (at, _) = At::managed().await?;
        let (language, back) = (at.language(), returned::<ProjectText>("project").await?);
        let begin =
            ProjectText { matched_on: at.today().to_string(), state: "matched".to_owned(), ..ProjectText::default() };
        let offered = offered(&at).await?;
        let frame = frame(&at, words::new(language)).await?;
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::new(language) />
                <ProjectForm at=at seen=None begin=begin offered=offered back=back />
            </Frame>
        }
        .into_any())
    })
}

#[component]
pub fn ProjectPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let found = store::one(&at.request.store, Scope::from(&at.reader), path_id("project")?).await;
        let found = found.map_err(|error| told(error, at.language()))?;
        let back = returned::<ProjectText>("project").await?;
        let strike = returned::<String>("project_strike").await?;
        let offered = offered(&at).await?;
        let frame = frame(&at, &found.project.name).await?;
        let subtitle = format!("{} · {}", found.name, found.project.matched_on);
        let title = found.project.name.clone();
        let body = if at.is_manager() && found.struck.is_none() {
            let seen = Seen { id: found.id, row_version: found.row_version };
            view! {
                <ProjectForm at=at.clone() seen=Some(seen) begin=as_typed(&found) offered=offered back=back />
                <div class="row">
                    <StrikeForm at=at action={action::<StrikeProject>()} form="strike" seen=seen back=strike />
                </div>
            }
            .into_any()
        } else {
            view! { <Facts at=at found=found /> }.into_any()
        };
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=subtitle />
                {body}
            </Frame>
        }
        .into_any())
    })
}

async fn frame(at: &At, title: &str) -> Result<FrameData, AppError> {
    let crumbs = [(words::title(at.language()).to_owned(), Some(at.path("/projects"))), (title.to_owned(), None)];
    Ok(at.frame(Tab::Records).await?.with_crumbs(crumbs))
}

async fn offered(at: &At) -> Result<Options, AppError> {
    let offered = choices(at.request.store.read(), at.base.id).await?;
    Ok(offered.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// A match as it would be typed, to be changed.
fn as_typed(found: &Kept) -> ProjectText {
    let project = &found.project;
    ProjectText {
        organisation: project.organisation.to_string(),
        name: project.name.clone(),
        partner: project.partner.clone(),
        amount: typed_yuan(project.amount),
        matched_on: project.matched_on.to_string(),
        state: project.state.code().to_owned(),
        words: project.words.clone(),
    }
}

#[component]
fn Facts(at: At, found: Kept) -> AnyView {
    let language = at.language();
    let project = found.project;
    let struck = found.struck.map(|struck| view! { <StruckNote at=at.clone() struck=struck /> });
    let (entered_at, entered_by) = found.entered;
    let note = (!project.words.is_empty()).then(|| {
        view! {
            <Fact term=words::note(language)>
                <span class="pre">{project.words.clone()}</span>
            </Fact>
        }
    });
    view! {
        {struck}
        <Card title=words::one(language)>
            <dl class="facts">
                <Fact term=words::organisation(language)>{found.name}</Fact>
                <Fact term=words::partner(language)>{project.partner}</Fact>
                <Fact term=words::amount(language)>{yuan(language, project.amount)}</Fact>
                <Fact term=words::matched_on(language)>{project.matched_on.to_string()}</Fact>
                <Fact term=words::state(language)>
                    <StateBadge state=project.state />
                </Fact>
                {note}
            </dl>
            <p class="soft">{words::entered_by(language, entered_by, time::minute(entered_at, at.zone()))}</p>
        </Card>
    }
    .into_any()
}

#[component]
fn ProjectForm(
    at: At,
    seen: Option<Seen>,
    begin: ProjectText,
    offered: Options,
    back: Option<Returned<ProjectText>>,
) -> AnyView {
    let language = at.language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let typed = typed.unwrap_or(begin);
    let which = seen.map(|seen| {
        view! {
            <Hidden name="id" value=seen.id.to_string() />
            <Hidden name="version" value=seen.row_version.to_string() />
        }
    });
    view! {
        <Card title=words::one(language)>
            <PostForm action={action::<SaveProject>()} key=new_key() id="project" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                {which}
                <div class="fields">
                    <Select
                        name="organisation"
                        label=words::organisation(language)
                        options=offered
                        value=typed.organisation
                        required=true
                    />
                    <Field
                        name="matched_on"
                        label=words::matched_on(language)
                        kind="date"
                        value=typed.matched_on
                        max=at.today().to_string()
                        required=true
                    />
                    <Field
                        name="amount"
                        label=words::amount(language)
                        hint=words::amount_hint(language)
                        inputmode="decimal"
                        value=typed.amount
                        required=true
                        maxlength=20
                    />
                </div>
                <Field name="name" label=words::name(language) value=typed.name required=true maxlength=100 />
                <Field
                    name="partner"
                    label=words::partner(language)
                    value=typed.partner
                    required=true
                    maxlength=100
                />
                <Choices
                    name="state"
                    label=words::state(language)
                    options=state_options(language)
                    value=typed.state
                    required=true
                />
                <TextArea
                    name="words"
                    label=words::note(language)
                    hint=words::note_hint(language)
                    value=typed.words
                    conditional=true
                    rows=3
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=words::save(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}
