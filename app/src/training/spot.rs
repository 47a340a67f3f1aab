//! `/trainings/{token}`: signing in on the spot, for whoever holds the link. Needs neither account nor script.

use hatchboard::training::{
    SignInText,
    store::{self, Sheet},
};
use leptos::prelude::*;

use super::{
    api::SignInTraining,
    look::{clock, party_options},
    problem::told,
    words,
};
use crate::{
    account::sign_in_page::LanguageButtons,
    form::{Returned, action, new_key, returned},
    request::{Request, path_parameter, query},
    ui::{
        badge::Tone,
        field::{Field, Hidden, Select},
        form::{FormActions, LinkButton, PostForm, Submit},
        notice::Notice,
        page::{BarePage, page},
    },
};

#[component]
pub fn SpotPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let (language, token) = (request.language, path_parameter("token"));
        let sheet = store::sheet(&request.store, &token).await.map_err(|error| told(error, language, ""))?;
        let signed = query().into_iter().find(|(name, _)| name == "signed").map(|(_, how)| how);
        let back = returned::<SignInText>("training_sign_in").await?;
        let when = format!("{} {}", sheet.held_on, clock(sheet.begins_at, sheet.minutes));
        let body = match (sheet.open, signed) {
            (Ok(()), Some(how)) => view! { <Signed token=token how=how /> }.into_any(),
            (Ok(()), None) => view! { <SpotForm token=token sheet=sheet.clone() back=back /> }.into_any(),
            (Err(closed), _) => {
                let words = words::closed(language, closed, sheet.held_on);
                view! { <Notice tone=Tone::Calm words=words /> }.into_any()
            }
        };
        Ok(view! {
            <BarePage title=words::spot_title(language) subtitle=sheet.title.clone()>
                <p>{format!("{when} · {}", sheet.place)}</p>
                <p class="soft">{sheet.base.clone()}</p>
                {body}
                <LanguageButtons />
            </BarePage>
        }
        .into_any())
    })
}

#[component]
fn Signed(token: String, how: String) -> AnyView {
    let language = crate::ui::language();
    let words = if how == "before" { words::signed_before(language) } else { words::signed_now(language) };
    view! {
        <Notice tone=Tone::Good words=words />
        <LinkButton href=format!("/trainings/{token}") label=words::another(language) />
    }
    .into_any()
}

#[component]
fn SpotForm(token: String, sheet: Sheet, back: Option<Returned<SignInText>>) -> AnyView {
    let language = crate::ui::language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let SignInText { organisation, outside, person, phone } = typed.unwrap_or_default();
    let invited: Vec<_> = sheet.guests.into_iter().filter(|guest| guest.invited).collect();
    view! {
        <PostForm action={action::<SignInTraining>()} key=new_key() id="spot" error=error>
            <Hidden name="token" value=token />
            <Select
                name="organisation"
                label=words::spot_organisation(language)
                options=party_options(language, &invited)
                value=organisation
                required=true
            />
            <Field
                name="outside"
                label=words::outside_name(language)
                hint=words::outside_hint(language)
                value=outside
                conditional=true
                maxlength=100
            />
            <Field
                name="person"
                label=words::spot_person(language)
                value=person
                required=true
                autocomplete="name"
                maxlength=40
            />
            <Field
                name="phone"
                label=words::phone(language)
                hint=words::spot_phone_hint(language)
                value=phone
                inputmode="numeric"
                maxlength=4
            />
            <FormActions>
                <Submit label=words::spot_send(language) />
            </FormActions>
        </PostForm>
    }
    .into_any()
}
