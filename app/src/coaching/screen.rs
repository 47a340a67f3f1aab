//! `/b/{base}/coaching/new` and `/b/{base}/coaching/{visit}`: a visit, to be read or, by the operator, put right.

use hatchboard::{
    access::Scope,
    coaching::{
        VisitText,
        store::{self, Kept},
    },
    organisation::store::choices,
    record::store::Seen,
    rectification::FoundIn,
};
use leptos::prelude::*;

use super::{
    api::{SaveVisit, StrikeVisit},
    list::method_options,
    told, words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    record::{StrikeForm, StruckNote},
    rectification::GiveLink,
    request::path_id,
    ui::{
        card::{Card, Fact},
        field::{Choices, Field, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit},
        frame::{Frame, FrameData},
        nav::Tab,
        page::{PageHead, page},
        time,
    },
};

#[component]
pub fn NewVisitPage() -> impl IntoView {
    page(async {
        let (at, manager) = At::managed().await?;
        let (language, back) = (at.language(), returned::<VisitText>("visit").await?);
        let begin = VisitText {
            visited_on: at.today().to_string(),
            visitor: manager.actor().name.clone(),
            ..VisitText::default()
        };
        let offered = offered(&at).await?;
        let frame = frame(&at, words::new(language)).await?;
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::new(language) />
                <VisitForm at=at seen=None begin=begin offered=offered back=back />
            </Frame>
        }
        .into_any())
    })
}

#[component]
pub fn VisitPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let found = store::one(&at.request.store, Scope::from(&at.reader), path_id("visit")?).await;
        let found = found.map_err(|error| told(error, at.language()))?;
        let back = returned::<VisitText>("visit").await?;
        let strike = returned::<String>("visit_strike").await?;
        let offered = offered(&at).await?;
        let frame = frame(&at, &found.name).await?;
        let subtitle = format!("{} {}", words::one(at.language()), found.visit.visited_on);
        let title = found.name.clone();
        // What was entered wrongly has found nothing.
        let fault = found.struck.is_none().then(|| {
            let found_in = FoundIn::Coaching(found.id);
            let (slug, role, subject) = (at.base.slug.clone(), at.role(), found.visit.organisation);
            view! { <GiveLink slug=slug base=at.base.id subject=subject role=role found_in=found_in /> }
        });
        let body = if at.is_manager() && found.struck.is_none() {
            let seen = Seen { id: found.id, row_version: found.row_version };
            view! {
                <VisitForm at=at.clone() seen=Some(seen) begin=as_typed(&found) offered=offered back=back />
                <div class="row">
                    <StrikeForm at=at action={action::<StrikeVisit>()} form="strike" seen=seen back=strike />
                </div>
            }
            .into_any()
        } else {
            view! { <Facts at=at found=found /> }.into_any()
        };
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=subtitle>{fault}</PageHead>
                {body}
            </Frame>
        }
        .into_any())
    })
}

async fn frame(at: &At, title: &str) -> Result<FrameData, AppError> {
    let crumbs = [(words::title(at.language()).to_owned(), Some(at.path("/coaching"))), (title.to_owned(), None)];
    Ok(at.frame(Tab::Records).await?.with_crumbs(crumbs))
}

async fn offered(at: &At) -> Result<Options, AppError> {
    let offered = choices(at.request.store.read(), at.base.id).await?;
    Ok(offered.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// A visit as it would be typed, to be put right.
fn as_typed(found: &Kept) -> VisitText {
    let visit = &found.visit;
    VisitText {
        organisation: visit.organisation.to_string(),
        visited_on: visit.visited_on.to_string(),
        visitor: visit.visitor.clone(),
        method: visit.method.code().to_owned(),
        looked_at: visit.looked_at.clone(),
        agreed: visit.agreed.clone(),
        next_step: visit.next_step.clone(),
        next_by: visit.next_by.map(|day| day.to_string()).unwrap_or_default(),
    }
}

#[component]
fn Facts(at: At, found: Kept) -> AnyView {
    let language = at.language();
    let visit = found.visit;
    let struck = found.struck.map(|struck| view! { <StruckNote at=at.clone() struck=struck /> });
    let (entered_at, entered_by) = found.entered;
    let next = (!visit.next_step.is_empty()).then(|| {
        let by = visit.next_by.map(|day| day.to_string());
        view! {
            <Fact term=words::next_step(language)>
                <span class="pre">{visit.next_step.clone()}</span>
                " "
                {by}
            </Fact>
        }
    });
    view! {
        {struck}
        <Card title=words::one(language)>
            <dl class="facts">
                <Fact term=words::organisation(language)>{found.name}</Fact>
                <Fact term=words::visited_on(language)>{visit.visited_on.to_string()}</Fact>
                <Fact term=words::visitor(language)>{visit.visitor}</Fact>
                <Fact term=words::method(language)>{words::method_name(language, visit.method)}</Fact>
                <Fact term=words::looked_at(language)>
                    <span class="pre">{visit.looked_at}</span>
                </Fact>
                <Fact term=words::agreed(language)>
                    <span class="pre">{visit.agreed}</span>
                </Fact>
                {next}
            </dl>
            <p class="soft">{words::entered_by(language, entered_by, time::minute(entered_at, at.zone()))}</p>
        </Card>
    }
    .into_any()
}

#[component]
fn VisitForm(
    at: At,
    seen: Option<Seen>,
    begin: VisitText,
    offered: Options,
    back: Option<Returned<VisitText>>,
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
            <PostForm action={action::<SaveVisit>()} key=new_key() id="visit" error=error>
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
                        name="visited_on"
                        label=words::visited_on(language)
                        kind="date"
                        value=typed.visited_on
                        max=at.today().to_string()
                        required=true
                    />
                    <Field
                        name="visitor"
                        label=words::visitor(language)
                        value=typed.visitor
                        required=true
                        maxlength=100
                    />
                </div>
                <Choices
                    name="method"
                    label=words::method(language)
                    options=method_options(language)
                    value=typed.method
                    required=true
                />
                <TextArea
                    name="looked_at"
                    label=words::looked_at(language)
                    value=typed.looked_at
                    required=true
                    rows=3
                    maxlength=2000
                />
                <TextArea
                    name="agreed"
                    label=words::agreed(language)
                    value=typed.agreed
                    required=true
                    rows=3
                    maxlength=2000
                />
                <TextArea
                    name="next_step"
                    label=words::next_step(language)
                    hint=words::next_hint(language)
                    value=typed.next_step
                    conditional=true
                    rows=2
                    maxlength=2000
                />
                <Field name="next_by" label=words::next_by(language) kind="date" value=typed.next_by />
                <FormActions>
                    <Submit label=words::save(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}
