//! `/b/{base}/settings`: what the bureau settles for its base.

use hatchboard::base::settings::{
    SettingsText,
    store::{self, Person, Settings},
};
use leptos::prelude::*;

use super::{At, api::ChangeSettings, words};
use crate::{
    form::{Returned, action, new_key, returned},
    ui::{
        badge::{Badge, Tone},
        card::{Card, Fact},
        field::{Hidden, Options, Select},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        icon::Icon,
        language,
        nav::Tab,
        page::{PageHead, page},
    },
};

#[component]
pub fn SettingsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let found = store::settings(&at.request.store, &at.reader).await?;
        let officers = if at.is_bureau() { store::officers(&at.request.store, &at.reader).await? } else { Vec::new() };
        let back = returned::<SettingsText>("base_settings").await?;
        let form = at.is_bureau().then(|| {
            let officers: Options = officers.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
            view! { <DecidersForm slug=at.base.slug.clone() found=found.clone() officers=officers back=back /> }
        });
        let frame = at.frame(Tab::Settings).await?;
        let access = at.is_bureau().then(|| {
            view! { <LinkButton href=at.path("/audit") label=words::access_log(language) icon=Icon::Audit /> }
        });
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::settings(language) subtitle=words::settings_subtitle(language)>
                    {access}
                </PageHead>
                <Card title=words::deciders(language) id="deciders">
                    <p class="soft">{words::deciders_hint(language)}</p>
                    <dl class="facts">
                        <Fact term=words::superior(language)>
                            <Officer person=found.superior.clone() />
                        </Fact>
                        <Fact term=words::deputy(language)>
                            <Officer person=found.deputy.clone() />
                        </Fact>
                    </dl>
                    {form}
                </Card>
            </Frame>
        }
        .into_any())
    })
}

/// Whom the settings name, and whether they can still decide.
#[component]
fn Officer(person: Option<Person>) -> AnyView {
    let language = language();
    let Some(person) = person else { return view! { <span class="soft">{words::nobody(language)}</span> }.into_any() };
    let left = (!person.serves).then(|| view! { <Badge tone=Tone::Warn sign="!" word=words::left(language) /> });
    view! {
        {person.name}
        " "
        {left}
    }
    .into_any()
}

#[component]
fn DecidersForm(slug: String, found: Settings, officers: Options, back: Option<Returned<SettingsText>>) -> AnyView {
    let language = language();
    // Whoever has left cannot be chosen again.
    let kept = |person: &Option<Person>| {
        person.as_ref().filter(|person| person.serves).map(|person| person.id.to_string()).unwrap_or_default()
    };
    let stored = SettingsText { superior: kept(&found.superior), deputy: kept(&found.deputy) };
    let (typed, error) = back.map_or((stored, None), |back| (back.typed, Some(back.error)));
    view! {
        <PostForm action={action::<ChangeSettings>()} key=new_key() id="settings" error=error>
            <Hidden name="base" value=slug />
            <Hidden name="version" value=found.row_version.to_string() />
            <Select
                name="superior"
                label=words::superior(language)
                hint=words::superior_hint(language)
                options=officers.clone()
                value=typed.superior
                prompt=words::nobody(language)
            />
            <Select
                name="deputy"
                label=words::deputy(language)
                hint=words::deputy_hint(language)
                options=officers
                value=typed.deputy
                prompt=words::nobody(language)
            />
            <FormActions>
                <Submit label=words::save_settings(language) />
            </FormActions>
        </PostForm>
    }
    .into_any()
}
