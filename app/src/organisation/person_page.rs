use hatchboard::organisation::store::{PersonText, file};
use leptos::prelude::*;

use super::{
    api::{PersonTyped, SavePerson},
    sight::Sight,
    words,
};
use crate::{
    error::AppError,
    form::{action, new_key, returned},
    request::{Request, path_parameter},
    ui::{
        card::Card,
        field::{Field, Hidden},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        page::{PageHead, page},
    },
};

/// `…/people/new` and `…/people/{person}` below a file: the form of one person.
#[component]
pub fn PersonPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let sight = Sight::here(&request).await?;
        sight.keeper(&request)?;
        let language = request.language;
        let found = file(&request.store, &sight.reader).await?.ok_or(AppError::NotFound)?;
        let asked = path_parameter("person");
        let known = found.people.into_iter().find(|person| person.id.to_string() == asked);
        if known.is_none() && asked != "new" {
            return Err(AppError::NotFound);
        }
        let title = if known.is_some() { words::edit_person(language) } else { words::add_person(language) };
        let version = known.as_ref().map(|person| person.row_version.to_string()).unwrap_or_default();
        let person = known.as_ref().map(|person| person.id.to_string()).unwrap_or_default();
        let phone_hint =
            if known.is_some() { words::phone_kept_hint(language) } else { words::contact_phone_hint(language) };
        let saved = known.map(|person| PersonText {
            name: person.name,
            position: person.position,
            phone: person.phone,
            note: person.note,
        });
        let (typed, error) = match returned::<PersonTyped>("person").await? {
            Some(form) => (form.typed.text, Some(form.error)),
            None => (saved.unwrap_or_default(), None),
        };
        let back = format!("{}#people", sight.path());
        let data = sight.frame(&request).await?;
        Ok(view! {
            <Frame data=data>
                <PageHead title=title subtitle=found.profile.name />
                <Card title=title>
                    <PostForm action={action::<SavePerson>()} key=new_key() error=error>
                        <Hidden name="base" value=sight.slug />
                        <Hidden name="organisation" value=sight.organisation.to_string() />
                        <Hidden name="person" value=person />
                        <Hidden name="version" value=version />
                        <Field
                            name="name"
                            label=words::person_name(language)
                            value=typed.name
                            required=true
                            maxlength=50
                        />
                        <Field name="position" label=words::position(language) value=typed.position maxlength=50 />
                        <Field
                            name="phone"
                            label=words::phone(language)
                            hint=phone_hint
                            value=typed.phone
                            inputmode="tel"
                            maxlength=60
                        />
                        <Field name="note" label=words::note(language) value=typed.note maxlength=500 />
                        <FormActions>
                            <Submit label=words::save(language) />
                            <LinkButton href=back label=words::cancel(language) />
                        </FormActions>
                    </PostForm>
                </Card>
            </Frame>
        }
        .into_any())
    })
}
