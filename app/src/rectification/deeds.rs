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
    let (closed, close_error) = back.close.map(|back| (back.typed, back.error)).unzip();
    let (sent, send_error) = back.send_back.map(|back| (back.typed, back.error)).unzip();
    let (closing, sending) = (close_error.is_some(), send_error.is_some());
    let (remark, reason) = (closed.unwrap_or_default().words, sent.unwrap_or_default().words);
    let (same_base, same) = (base.clone(), of.clone());
    let send_back = view! {
        <Confirm label=words::send_back(language) consequence=words::send_back_hint(language) open=sending>
            <PostForm action={action::<DecideRectification>()} key=new_key() id="send-back" error=send_error>
                <Hidden name="base" value=same_base />
                <Names of=same />
                <TextArea
                    name="words"
                    label=words::reason(language)
                    value=reason
                    required=true
                    rows=3
                    maxlength=2000
                />
                <FormActions>
                    <Submit
                        label=words::send_back(language)
                        weight=Weight::Plain
                        name="act"
                        value="send_back"
                    />
                </FormActions>
            </PostForm>
        </Confirm>
    };
    view! {
        <div class="row">
            <Confirm label=words::close(language) consequence=words::close_consequence(language) open=closing>
                <PostForm action={action::<DecideRectification>()} key=new_key() id="close" error=close_error>
                    <Hidden name="base" value=base />
                    <Names of=of />
                    <TextArea name="words" label=words::remark(language) value=remark rows=2 maxlength=2000 />
                    <FormActions>
                        <Submit label=words::close(language) name="act" value="close" />
                    </FormActions>
                </PostForm>
            </Confirm>
            {send_back}
        </div>
    }
    .into_any()
}
