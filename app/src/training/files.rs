//! What is kept with a session: the sign-in sheet, photos, what was handed out.

use hatchboard::training::store::TrainingPage as Found;
use leptos::prelude::*;

use super::{api::AddTrainingFile, words};
use crate::{
    base::At,
    error::AppError,
    form::{action, new_key},
    sending::Sending,
    ui::{
        card::Card,
        field::{FileInput, Hidden},
        form::{FormActions, PostForm, Submit, Weight},
        icon::Icon,
        words as ui_words,
    },
    weekly_report::attachments::{ACCEPT, Attachments},
};

/// Nothing for those who only read where nothing is kept.
#[component]
pub(super) fn Files(at: At, found: Found, back: Option<AppError>) -> AnyView {
    let (language, adds) = (at.language(), at.is_manager());
    if !adds && found.files.is_empty() {
        return ().into_any();
    }
    let (base, id) = (at.base.slug, found.row.id.to_string());
    let form = adds.then(|| {
        view! {
            <PostForm action={action::<AddTrainingFile>()} key=new_key() id="kept" multipart=true error=back>
                <Hidden name="base" value=base />
                <Hidden name="id" value=id />
                <FileInput
                    name="file"
                    label=words::choose_file(language)
                    hint=words::choose_file_hint(language)
                    accept=ACCEPT
                    required=true
                />
                <FormActions>
                    <Submit label=words::add_file(language) weight=Weight::Plain icon=Icon::Clip />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        }
    });
    view! {
        <Card title=words::files(language) id="files">
            <Attachments files=found.files />
            {form}
        </Card>
    }
    .into_any()
}
