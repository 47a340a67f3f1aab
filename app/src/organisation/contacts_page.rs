use hatchboard::organisation::store::{ContactText, profile};
use leptos::prelude::*;

use super::{
    api::{ContactsTyped, SaveContacts},
    sight::Sight,
    words,
};
use crate::{
    error::AppError,
    form::{action, new_key, returned},
    request::Request,
    ui::{
        card::Card,
        field::{Field, Hidden},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        page::{PageHead, page},
    },
};

/// `…/contacts` below a file: how the organisation is reached, which its own staff may change.
#[component]
pub fn ContactsPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let sight = Sight::here(&request).await?;
        sight.keeper(&request)?;
        let language = request.language;
        let (saved, version) = profile(&request.store, &sight.reader).await?.ok_or(AppError::NotFound)?;
        let name = saved.name;
        let saved = ContactText {
            contact_name: saved.contact_name,
            contact_phone: saved.contact_phone,
            address: saved.address,
        };
        let (typed, error) = match returned::<ContactsTyped>("contacts").await? {
            Some(form) => (form.typed.contacts, Some(form.error)),
            None => (saved, None),
        };
        let (back, data) = (sight.path(), sight.frame(&request).await?);
        Ok(view! {
            <Frame data=data>
                <PageHead title=words::edit_contacts(language) subtitle=name />
                <Card title=words::contacts(language)>
                    <PostForm action={action::<SaveContacts>()} key=new_key() error=error>
                        <Hidden name="base" value=sight.slug />
                        <Hidden name="organisation" value=sight.organisation.to_string() />
                        <Hidden name="version" value=version.to_string() />
                        <Field
                            name="contact_name"
                            label=words::contact_name(language)
                            value=typed.contact_name
                            maxlength=50
                        />
                        <Field
                            name="contact_phone"
                            label=words::contact_phone(language)
                            hint=words::phone_kept_hint(language)
                            value=typed.contact_phone
                            inputmode="tel"
                            maxlength=60
                        />
                        <Field name="address" label=words::address(language) value=typed.address maxlength=200 />
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
