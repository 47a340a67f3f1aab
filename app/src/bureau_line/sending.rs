//! `/o/{organisation}/letters/new`: writing to the bureau.

use hatchboard::{access::Member, bureau_line::LetterText};
use leptos::prelude::*;

use super::{
    api::SendLetter,
    here::{Here, Side},
    look::kind_options,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key, returned},
    sending::Sending,
    ui::{
        card::Card,
        field::{Choices, FileInput, Hidden, TextArea},
        form::{FormActions, PostForm, Submit},
        frame::Frame,
        language,
        page::{PageHead, page},
        words as ui_words,
    },
    weekly_report::attachments::ACCEPT,
};

#[component]
pub fn NewLetterPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        let Side::Organisation(member) = here.side else { return Err(AppError::NotFound) };
        let back = returned::<LetterText>("letter").await?;
        let language = language();
        let title = words::write(language);
        let crumbs = [(words::title_ours(language).to_owned(), Some(here.path)), (title.to_owned(), None)];
        Ok(view! {
            <Frame data=frame.with_crumbs(crumbs)>
                <PageHead title=title subtitle=words::write_hint(language) />
                <LetterForm member=member back=back />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn LetterForm(member: Member, back: Option<Returned<LetterText>>) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let LetterText { kind, words: said } = typed.unwrap_or_default();
    view! {
        <Card title=words::details(language)>
            <PostForm action={action::<SendLetter>()} key=new_key() id="letter" multipart=true error=error>
                <Hidden name="organisation" value=member.organisation().to_string() />
                <Choices
                    name="kind"
                    label=words::kind(language)
                    options=kind_options(language)
                    value=kind
                    required=true
                />
                <TextArea
                    name="words"
                    label=words::what(language)
                    hint=words::what_hint(language)
                    value=said
                    required=true
                    rows=7
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
