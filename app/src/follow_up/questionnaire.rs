//! The questionnaire beside a visit: asked for by a link, answered by the organisation, put into the record.

use hatchboard::follow_up::{
    Field as Of, Section,
    store::{Questionnaire, VisitPage, Which},
};
use leptos::prelude::*;

use super::{
    api::{AskByLink, TakeAnswers},
    names,
    visit::Names,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{action, new_key, returned},
    request::Request,
    ui::{
        card::{Card, Fact},
        confirm::{Confirm, Fold},
        field::{Field, Hidden},
        form::{FormActions, PostForm, Submit, Weight},
        language,
        qr::LinkCode,
        time,
    },
};

/// What the forms of the card came back with.
#[derive(Debug, Clone)]
pub struct AskBack {
    asked: Option<AppError>,
    taken: Option<AppError>,
}

impl AskBack {
    pub(super) async fn of_page() -> Result<Self, AppError> {
        Ok(Self {
            asked: returned::<()>("follow_up_ask").await?.map(|back| back.error),
            taken: returned::<()>("follow_up_take_answers").await?.map(|back| back.error),
        })
    }
}

/// `writes`: whoever looks writes the record, which is open.
#[component]
pub(super) fn Asking(at: At, page: VisitPage, which: Which, writes: bool, back: AskBack) -> AnyView {
    let language = language();
    let body = match page.questionnaire.clone() {
        None if !writes => return ().into_any(),
        None => view! { <AskForm at=at page=page which=which again=false error=back.asked /> }.into_any(),
        Some(asked) if asked.answered.is_some() => {
            view! { <Answers at=at page=page asked=asked writes=writes error=back.taken /> }.into_any()
        }
        Some(asked) if writes => {
            let until = words::questionnaire_until(language, asked.until);
            view! {
                <p>{until}</p>
                <Link token=asked.token />
                <AskForm at=at page=page which=which again=true error=back.asked />
            }
            .into_any()
        }
        Some(asked) => view! { <p class="soft">{words::questionnaire_until(language, asked.until)}</p> }.into_any(),
    };
    view! {
        <Card title=words::questionnaire(language) id="questionnaire">
            {body}
        </Card>
    }
    .into_any()
}

#[component]
fn Link(token: String) -> AnyView {
    let language = language();
    let public = Request::current().public_url.clone();
    let url = format!("{}/questionnaire/{token}", public.trim_end_matches('/'));
    view! {
        <Field name="link" label=words::questionnaire_link(language) value=url.clone() readonly=true required=true />
        <Fold label=words::questionnaire_code(language)>
            <figure class="qr">
                <LinkCode url=url label=words::questionnaire_code(language) size=240 />
            </figure>
        </Fold>
    }
    .into_any()
}

#[component]
fn AskForm(at: At, page: VisitPage, which: Which, again: bool, error: Option<AppError>) -> AnyView {
    let language = language();
    let (label, consequence) = if again {
        (words::ask_again(language), words::ask_again_consequence(language))
    } else {
        (words::ask_by_link(language), words::ask_by_link_consequence(language))
    };
    let open = error.is_some();
    view! {
        <Confirm label=label consequence=consequence open=open>
            <PostForm action={action::<AskByLink>()} key=new_key() id="ask-by-link" error=error>
                <Names at=at page=page which=which />
                <FormActions>
                    <Submit label=label weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}

/// What the organisation answered, and the button that puts it into the record.
#[component]
fn Answers(at: At, page: VisitPage, asked: Questionnaire, writes: bool, error: Option<AppError>) -> AnyView {
    let language = language();
    let Some((when, answered)) = asked.answered else { return ().into_any() };
    let by = words::questionnaire_by(language, answered.by, time::minute(when, at.zone()));
    let said = |field: &Of| {
        let text = answered.answers.text(*field).to_owned();
        (!text.is_empty()).then(|| {
            view! {
                <Fact term=names::field_name(language, *field)>
                    <span class="pre">{text}</span>
                </Fact>
            }
        })
    };
    let facts = Section::ALL.iter().flat_map(|section| section.fields()).filter_map(said).collect_view();
    let taken = asked.taken_at.map(|at_time| {
        view! { <p class="soft">{words::questionnaire_taken(language, time::minute(at_time, at.zone()))}</p> }
    });
    let take = page.line.record.filter(|_| writes && asked.taken_at.is_none()).map(|record| {
        view! {
            <p class="soft">{words::take_answers_hint(language)}</p>
            <PostForm action={action::<TakeAnswers>()} key=new_key() id="take-answers" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="organisation" value=page.line.organisation.to_string() />
                <Hidden name="visit" value=record.id.to_string() />
                <FormActions>
                    <Submit label=words::take_answers(language) />
                </FormActions>
            </PostForm>
        }
    });
    view! {
        <p class="soft">{by}</p>
        <dl class="facts">{facts}</dl>
        {taken}
        {take}
    }
    .into_any()
}
