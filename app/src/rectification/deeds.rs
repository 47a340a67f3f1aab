//! What the one who looks can do with a rectification.

use hatchboard::rectification::{Action, store::Rectification};
use leptos::prelude::*;

use super::{
    api::{DecideRectification, ReportRectification, SaidTyped},
    here::Here,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key, returned},
    sending::Sending,
    ui::{
        card::Card,
        confirm::Confirm,
        field::{FileInput, Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language, words as ui_words,
    },
    weekly_report::attachments::ACCEPT,
};

/// What the forms of the page came back with.
#[derive(Debug, Clone)]
pub struct Attempts {
    report: Option<Returned<SaidTyped>>,
    close: Option<Returned<SaidTyped>>,
    send_back: Option<Returned<SaidTyped>>,
}

impl Attempts {
    pub(super) async fn of_page() -> Result<Self, AppError> {
        Ok(Self {
            report: returned("rectification_report").await?,
            close: returned("rectification_close").await?,
            send_back: returned("rectification_send_back").await?,
        })
    }
}

#[component]
pub(super) fn Deeds(here: Here, of: Rectification, back: Attempts) -> AnyView {
    let can = |action| here.acts.is_some_and(|by| of.state.next(of.matter, action, by).is_ok());
    if can(Action::Report) {
        view! { <ReportForm here=here of=of back=back.report /> }.into_any()
    } else if can(Action::Close) {
        view! { <Decision base=here.base.slug of=of back=back /> }.into_any()
    } else {
        ().into_any()
    }
}

/// Which one, as it was seen.
#[component]
pub(super) fn Names(of: Rectification) -> AnyView {
    view! {
        <Hidden name="id" value=of.id.to_string() />
        <Hidden name="version" value=of.row_version.to_string() />
    }
    .into_any()
}

/// One box, one file and one button.
#[component]
fn ReportForm(here: Here, of: Rectification, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    // After it was sent back, what was said before is added to.
    let said = typed.map_or_else(|| of.repair.clone(), |typed| typed.words);
    view! {
        <Card title=words::report(language)>
            <PostForm action={action::<ReportRectification>()} key=new_key() id="report" multipart=true error=error>
                <Hidden name="whose" value=here.whose().to_string() />
                <Names of=of />
                <TextArea
                    name="words"
                    label=words::report_words(language)
                    hint=words::report_hint(language)
                    value=said
                    required=true
                    rows=6
                    maxlength=2000
                />
                <FileInput
                    name="file"
                    label=words::evidence_file(language)
                    hint=words::evidence_file_hint(language)
                    accept=ACCEPT
                />
                <FormActions>
                    <Submit label=words::report_now(language) />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Card>
    }
    .into_any()
}

#[component]
fn Decision(base: String, of: Rectification, back: Attempts) -> AnyView {
    let language = language();
    let Attempts { close, send_back, .. } = back;
    let closing = view! {
        <DecisionForm
            base=base.clone()
            of=of.clone()
            act="close"
            label=words::close(language)
            consequence=words::close_consequence(language)
            asks=words::remark(language)
            required=false
            weight=Weight::Main
            back=close
        />
    };
    let sending_back = view! {
        <DecisionForm
            base=base
            of=of
            act="send_back"
            label=words::send_back(language)
            consequence=words::send_back_hint(language)
            asks=words::reason(language)
            required=true
            weight=Weight::Plain
            back=send_back
        />
    };
    view! { <div class="row">{closing} {sending_back}</div> }.into_any()
}

/// A decision that is looked at twice, and its words.
#[component]
pub(super) fn DecisionForm(
    base: String,
    of: Rectification,
    /// Its code.
    act: &'static str,
    label: &'static str,
    consequence: &'static str,
    /// What the words are.
    asks: &'static str,
    /// Nothing is decided without words.
    required: bool,
    weight: Weight,
    back: Option<Returned<SaidTyped>>,
) -> AnyView {
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let open = error.is_some();
    let said = typed.unwrap_or_default().words;
    let rows = if required { 3 } else { 2 };
    view! {
        <Confirm label=label consequence=consequence danger={weight == Weight::Danger} open=open>
            <PostForm
                action={action::<DecideRectification>()}
                key=new_key()
                id=act.replace('_', "-")
                error=error
            >
                <Hidden name="base" value=base />
                <Names of=of />
                <TextArea name="words" label=asks value=said required=required rows=rows maxlength=2000 />
                <FormActions>
                    <Submit label=label weight=weight name="act" value=act />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
