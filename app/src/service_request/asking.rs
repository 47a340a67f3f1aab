//! `/o/{organisation}/services/new` and `/b/{base}/services/new`: asking for help.

use hatchboard::service_request::{AskingText, store};
use leptos::prelude::*;

use super::{
    api::{AskService, NewTyped},
    here::Here,
    look::kind_options,
    problem::told,
    words,
};
use crate::{
    base::At,
    form::{Returned, action, new_key, returned},
    sending::Sending,
    ui::{
        card::Card,
        field::{Choices, FileInput, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit},
        frame::{Frame, FrameData},
        language,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        words as ui_words,
    },
    weekly_report::attachments::ACCEPT,
};

/// For an organisation's staff.
#[component]
pub fn AskPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        let back = returned::<NewTyped>("service").await?;
        Ok(whole(frame, here, Vec::new(), back))
    })
}

/// For the operator: `?organisation=`, `?kind=` and `?words=` come from a weekly report, `?report=`, or a visit, `?visit=`.
#[component]
pub fn AskForPage() -> impl IntoView {
    page(async {
        let (at, manager) = At::managed().await?;
        let choices = store::choices(&at.request.store, &manager).await.map_err(|error| told(error, at.language()))?;
        let choices = choices.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
        let back = returned::<NewTyped>("service").await?;
        let frame = at.frame(Tab::Services).await?;
        Ok(whole(frame, Here::of_base(&at), choices, back))
    })
}

fn whole(frame: FrameData, here: Here, choices: Options, back: Option<Returned<NewTyped>>) -> AnyView {
    let language = language();
    let title = if here.is_operator() { words::ask_for(language) } else { words::ask(language) };
    let frame =
        frame.with_crumbs([(words::title(language).to_owned(), Some(here.path.clone())), (title.to_owned(), None)]);
    view! {
        <Frame data=frame>
            <PageHead title=title subtitle=words::ask_hint(language) />
            <AskForm here=here choices=choices back=back />
        </Frame>
    }
    .into_any()
}

#[component]
fn AskForm(here: Here, choices: Options, back: Option<Returned<NewTyped>>) -> AnyView {
    let language = language();
    let Some(whose) = here.acts.clone() else { return ().into_any() };
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let NewTyped { asking, organisation, report, visit } = typed.unwrap_or_else(from_link);
    let operator = here.is_operator();
    view! {
        <Card title=words::details(language)>
            <PostForm action={action::<AskService>()} key=new_key() id="service" multipart=true error=error>
                <Hidden name="whose" value=whose.to_string() />
                <Hidden name="report" value=report />
                <Hidden name="visit" value=visit />
                {operator
                    .then(|| {
                        view! {
                            <Select
                                name="organisation"
                                label=words::organisation(language)
                                options=choices
                                value=organisation
                                required=true
                            />
                        }
                    })}
                <Choices
                    name="kind"
                    label=words::kind(language)
                    options=kind_options(language)
                    value=asking.kind
                    required=true
                />
                <TextArea
                    name="words"
                    label=words::what(language)
                    value=asking.words
                    required=true
                    rows=5
                    maxlength=2000
                />
                <FileInput
                    name="file"
                    label=ui_words::with_file(language)
                    hint=ui_words::with_file_hint(language)
                    accept=ACCEPT
                />
                <FormActions>
                    <Submit label=words::send(language) />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Card>
    }
    .into_any()
}

/// What the link from a weekly report or a visit says already.
fn from_link() -> NewTyped {
    let query = ListQuery::current();
    let text = |name| query.get(name).unwrap_or_default().to_owned();
    NewTyped {
        asking: AskingText { kind: text("kind"), words: text("words") },
        organisation: text("organisation"),
        report: text("report"),
        visit: text("visit"),
    }
}
