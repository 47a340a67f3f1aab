//! The pages of one-use links: what they show to whoever opens one, and to whoever has made one.

use hatchboard::account::link::{LinkKind, ShownLink, look};
use leptos::prelude::*;

use super::{
    api::{
        links::{Accept, AcceptAsNew, NewAccountTyped, SetPassword},
        own::SignOut,
    },
    cookie, frame,
    problem::told,
    sign_in_page::LanguageButtons,
    words,
};
use crate::{
    Language,
    base::At,
    error::{AppError, Refusal},
    form::{Returned, action, returned, with_parameter},
    request::{Request, path_id, path_parameter},
    ui::{
        badge::Tone,
        field::{Field, Hidden},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        frame::{Frame, FrameData},
        nav::Tab,
        notice::Notice,
        page::{BarePage, PageHead, page},
        qr::LinkCode,
        time, words as ui_words,
    },
};

/// `/invitation/{token}`: shows what it invites to; the form accepts.
#[component]
pub fn InvitationPage() -> impl IntoView {
    page(async {
        let (token, link) = opened(LinkKind::Invitation).await?;
        let returned = returned::<NewAccountTyped>("invitation").await?;
        Ok(view! { <Invitation token=token link=link returned=returned /> }.into_any())
    })
}

/// `/reset/{token}`
#[component]
pub fn ResetPage() -> impl IntoView {
    page(async {
        let (token, link) = opened(LinkKind::Reset).await?;
        let error = returned::<()>("reset").await?.map(|form| form.error);
        Ok(view! { <Reset token=token link=link error=error /> }.into_any())
    })
}

/// `/b/{base}/people/link/{id}`
#[component]
pub fn MadeLinkPage() -> impl IntoView {
    page(async {
        let (at, _) = At::managed().await?;
        made_link(at.frame(Tab::People).await?, at.path("/people")).await
    })
}

/// `/admin/accounts/link/{id}`
#[component]
pub fn MadeAdminLinkPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        request.asker()?.admin()?;
        made_link(frame::of_installation(&request), "/admin/accounts".to_owned()).await
    })
}

async fn opened(kind: LinkKind) -> Result<(String, ShownLink), AppError> {
    let request = Request::current();
    let token = path_parameter("token");
    let link = look(&request.store, &token).await.map_err(|error| told(error, request.language))?;
    if link.kind == kind { Ok((token, link)) } else { Err(AppError::Refused(Refusal::LinkSpent)) }
}

#[component]
fn Invitation(token: String, link: ShownLink, returned: Option<Returned<NewAccountTyped>>) -> impl IntoView {
    let request = Request::current();
    let language = request.language;
    let inviter = match link.made_by.as_str() {
        "" => words::invited(language).to_owned(),
        person => words::invited_by(language, person),
    };
    let form = match &request.asker {
        Some(asker) => {
            let error = returned.map(|form| form.error);
            view! { <AcceptAs token=token person=asker.display_name().to_owned() error=error /> }.into_any()
        }
        None => view! { <AcceptNew token=token returned=returned /> }.into_any(),
    };
    view! {
        <BarePage title=words::invitation_title(language) subtitle=inviter>
            <p class="page-words">
                <strong>{invited_to(&link, language)}</strong>
            </p>
            {(!link.made_for.is_empty()).then(|| view! { <p>{words::invited_for(language, &link.made_for)}</p> })}
            <p class="soft">{words::good_until(language, time::minute(link.expires_at, frame::ZONE))}</p>
            {form}
            <LanguageButtons />
        </BarePage>
    }
}

/// `晨曦社工 · 株洲孵化基地(机构)`
fn invited_to(link: &ShownLink, language: Language) -> String {
    let role = link.role.map(|role| ui_words::role(language, role)).unwrap_or_default();
    let names: Vec<&str> =
        [&link.organisation_name, &link.base_name].into_iter().flatten().map(String::as_str).collect();
    let place = if names.is_empty() { ui_words::product(language).to_owned() } else { names.join(" · ") };
    words::invited_as(language, place, role)
}

#[component]
fn AcceptNew(token: String, returned: Option<Returned<NewAccountTyped>>) -> impl IntoView {
    let language = Request::current().language;
    let (typed, error) = returned.map_or_else(Default::default, |form| (form.typed, Some(form.error)));
    let sign_in = with_parameter("/sign-in", "next", &format!("/invitation/{token}"));
    view! {
        <PostForm action={action::<AcceptAsNew>()} error=error>
            <Hidden name="token" value=token />
            <Field
                name="display_name"
                label=words::display_name(language)
                hint=words::display_name_hint(language)
                value=typed.display_name
                required=true
                autocomplete="name"
                maxlength=40
            />
            <Field
                name="name"
                label=words::account_name(language)
                hint=words::account_name_hint(language)
                value=typed.name
                required=true
                autocomplete="username"
                maxlength=40
            />
            <NewPassword label=words::password(language) />
            <FormActions>
                <Submit label=words::create_account(language) />
                <LinkButton href=sign_in label=words::have_account(language) weight=Weight::Quiet />
            </FormActions>
        </PostForm>
    }
}

#[component]
fn AcceptAs(token: String, person: String, error: Option<AppError>) -> impl IntoView {
    let language = Request::current().language;
    view! {
        <PostForm action={action::<Accept>()} error=error>
            <Hidden name="token" value=token />
            <p class="soft">{words::accept_note(language)}</p>
            <FormActions>
                <Submit label=words::accept_as(language, person) />
            </FormActions>
        </PostForm>
        <PostForm action={action::<SignOut>()} id="sign-out">
            <FormActions>
                <Submit label=words::not_you(language) weight=Weight::Quiet />
            </FormActions>
        </PostForm>
    }
}

#[component]
fn Reset(token: String, link: ShownLink, error: Option<AppError>) -> impl IntoView {
    let language = Request::current().language;
    let name = link.account_name.unwrap_or_default();
    view! {
        <BarePage title=words::reset_title(language) subtitle=words::reset_for(language, &name)>
            <p class="soft">{words::good_until(language, time::minute(link.expires_at, frame::ZONE))}</p>
            <PostForm action={action::<SetPassword>()} error=error>
                <Hidden name="token" value=token />
                // For the browser's keeper of passwords.
                <input type="hidden" name="username" autocomplete="username" value=name />
                <NewPassword label=words::new_password(language) />
                <FormActions>
                    <Submit label=words::set_password(language) />
                </FormActions>
            </PostForm>
            <LanguageButtons />
        </BarePage>
    }
}

/// The field of a password that is about to be set.
#[component]
pub fn NewPassword(label: &'static str) -> impl IntoView {
    let language = Request::current().language;
    view! {
        <Field
            name="password"
            label=label
            hint=words::password_hint(language)
            kind="password"
            required=true
            autocomplete="new-password"
            maxlength=200
        />
    }
}

/// The page that shows a link to the one who has just made it.
async fn made_link(data: FrameData, list: String) -> Result<AnyView, AppError> {
    let request = Request::current();
    let language = request.language;
    let shown = match cookie::kept_link(path_id("id")?) {
        Some(token) => look(&request.store, &token).await.ok().map(|link| (token, link)),
        None => None,
    };
    let Some((token, link)) = shown else {
        return Ok(view! {
            <Frame data=data>
                <PageHead title=words::link_gone_title(language) />
                <Notice tone=Tone::Calm words=words::link_gone_words(language) />
                <LinkButton href=list label=words::back_to_list(language) />
            </Frame>
        }
        .into_any());
    };
    let path = match link.kind {
        LinkKind::Invitation => "invitation",
        LinkKind::Reset => "reset",
    };
    let url = format!("{}/{path}/{token}", request.public_url.trim_end_matches('/'));
    let what = match link.kind {
        LinkKind::Invitation => invited_to(&link, language),
        LinkKind::Reset => words::reset_for(language, link.account_name.clone().unwrap_or_default()),
    };
    Ok(view! {
        <Frame data=data>
            <PageHead title=words::link_title(language) subtitle=what>
                <LinkButton href=list label=words::back_to_list(language) />
            </PageHead>
            <Notice tone=Tone::Calm words=words::link_words(language) />
            {(!link.made_for.is_empty()).then(|| view! { <p>{words::invited_for(language, &link.made_for)}</p> })}
            <figure class="qr">
                <LinkCode url=url.clone() label=words::qr_label(language) />
                <figcaption class="soft">{words::scan(language)}</figcaption>
            </figure>
            <Field name="link" label=words::link_label(language) value=url readonly=true required=true />
            <p class="soft">{words::good_until(language, time::minute(link.expires_at, frame::ZONE))}</p>
        </Frame>
    }
    .into_any())
}
