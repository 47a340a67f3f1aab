//! Photos and papers of a visit that is being written.

use hatchboard::{evidence::Attachment, follow_up::store::VisitPage};
use leptos::prelude::*;

use super::{
    api::{AddPhoto, RemovePhoto},
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{action, new_key},
    kept_form::kept_as,
    sending::Sending,
    ui::{
        badge::Tone,
        card::Card,
        field::{FileInput, Hidden},
        form::{FormActions, PostForm, Submit, Weight},
        icon::Icon,
        notice::Notice,
        words as ui_words,
    },
    weekly_report::attachments::Attachments,
};

const ACCEPT: &str = "image/*,.jpg,.jpeg,.png,.webp,.pdf";

/// They can be added once anything has been kept of the visit; until then the browser keeps what was chosen.
#[component]
pub(super) fn PhotoCard(at: At, page: VisitPage, error: Option<AppError>) -> AnyView {
    let language = at.language();
    let error = error.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> });
    // The same before and after anything has been kept of it.
    let kept = kept_as(&format!("visit.{}.{}", page.line.organisation, page.line.what.on()));
    let Some(record) = page.line.record else {
        return view! {
            <Card title=words::photos(language) id="photos">
                <p class="soft">{words::photos_later(language)}</p>
                <div class="by-script">
                    <FileInput
                        name="file"
                        label=words::choose_photo(language)
                        hint=words::photos_kept(language)
                        accept=ACCEPT
                        kept=kept
                    />
                </div>
            </Card>
        }
        .into_any();
    };
    let (base, organisation, visit) = (at.base.slug, page.line.organisation.to_string(), record.id.to_string());
    let removal = |photo: &Attachment| {
        let (base, organisation, visit) = (base.clone(), organisation.clone(), visit.clone());
        let (id, name) = (photo.id.to_string(), photo.name.clone());
        view! {
            <PostForm action={action::<RemovePhoto>()} key=new_key() id=format!("photo-{id}") class="row">
                <Hidden name="base" value=base />
                <Hidden name="organisation" value=organisation />
                <Hidden name="visit" value=visit />
                <Hidden name="photo" value=id />
                <Submit label=words::remove_photo(language, name) weight=Weight::Quiet />
            </PostForm>
        }
    };
    let removals = page.photos.iter().map(removal).collect_view();
    view! {
        <Card title=words::photos(language) id="photos">
            {error}
            <Attachments files=page.photos />
            {removals}
            <PostForm action={action::<AddPhoto>()} key=new_key() id="photo" multipart=true>
                <Hidden name="base" value=base />
                <Hidden name="organisation" value=organisation />
                <Hidden name="visit" value=visit />
                <FileInput
                    name="file"
                    label=words::choose_photo(language)
                    hint=words::photo_hint(language)
                    accept=ACCEPT
                    kept=kept
                    by_itself=true
                />
                <FormActions>
                    <Submit label=words::add_photo(language) weight=Weight::Plain icon=Icon::Clip />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Card>
    }
    .into_any()
}
