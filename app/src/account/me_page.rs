use hatchboard::{
    access::Asker,
    account::{entity::session, own},
};
use leptos::prelude::*;

use super::{
    api::own::{ChangePassword, ChooseLanguage, ChooseTheme, ShowHintsAgain, SignOutEverywhere},
    frame::{self, ZONE},
    link_pages::NewPassword,
    roles, words,
};
use crate::{
    Language,
    error::AppError,
    form::{action, new_key, returned},
    request::{Request, Theme},
    ui::{
        badge::{Badge, Tone},
        card::{Card, Fact},
        confirm::Confirm,
        field::{Choices, Field, Options},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        page::{PageHead, page},
        table::{Column, Table},
        time::Moment,
        words as ui_words,
    },
};

/// `/me`
#[component]
pub fn MePage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let sessions = own::sessions(&request.store, request.session_limits, request.asker()?).await?;
        let error = returned::<()>("password").await?.map(|form| form.error);
        Ok(view! {
            <Frame data=frame::of_oneself(&request)>
                <Me />
                <Password error=error />
                <Display />
                <Sessions sessions=sessions />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Me() -> impl IntoView {
    let request = Request::current();
    let language = request.language;
    let Some(asker) = request.asker.clone() else { return ().into_any() };
    let line = |href: String, words: String| {
        view! {
            <li>
                <a href=href>{words}</a>
            </li>
        }
    };
    let mut places: Vec<_> = asker
        .memberships()
        .iter()
        .map(|place| {
            let words = words::invited_as(language, roles::place_name(place), ui_words::role(language, place.role));
            line(roles::path(place), words)
        })
        .collect();
    if asker.is_admin() {
        places.push(line("/admin".to_owned(), words::administrator(language).to_owned()));
    }
    let (name, display_name) = (asker.name().to_owned(), asker.display_name().to_owned());
    view! {
        <PageHead title=words::me_title(language) subtitle=display_name>
            <LinkButton href="/me/tokens" label=words::tokens_title(language) icon=Icon::Key />
        </PageHead>
        <Card title=words::my_places(language)>
            <dl class="facts">
                <Fact term=words::account_name(language)>{name}</Fact>
                <Fact term=words::my_places(language)>
                    <ul class="plain">{places}</ul>
                </Fact>
            </dl>
        </Card>
    }
    .into_any()
}

#[component]
fn Password(error: Option<AppError>) -> impl IntoView {
    let request = Request::current();
    let language = request.language;
    let name = request.asker.as_ref().map(|asker| asker.name().to_owned()).unwrap_or_default();
    view! {
        <Card title=words::change_password(language) id="password">
            <PostForm action={action::<ChangePassword>()} id="password" error=error>
                <input type="hidden" name="username" autocomplete="username" value=name />
                <Field
                    name="present"
                    label=words::present_password(language)
                    kind="password"
                    required=true
                    autocomplete="current-password"
                    maxlength=200
                />
                <NewPassword label=words::new_password(language) />
                <p class="soft">{words::change_password_note(language)}</p>
                <FormActions>
                    <Submit label=words::change_password(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
}

#[component]
fn Display() -> impl IntoView {
    let request = Request::current();
    let language = request.language;
    let owned = |code: &str, words: &str| (code.to_owned(), words.to_owned());
    let languages: Options = vec![
        owned(Language::Chinese.tag(), words::chinese(language)),
        owned(Language::English.tag(), words::english(language)),
    ];
    let themes: Options = vec![
        owned(Theme::Device.code(), words::theme_device(language)),
        owned(Theme::Light.code(), words::theme_light(language)),
        owned(Theme::Dark.code(), words::theme_dark(language)),
    ];
    let hidden = request.asker.as_ref().is_some_and(Asker::hides_hints);
    let hints = hidden.then(|| {
        view! {
            <PostForm action={action::<ShowHintsAgain>()} id="hints">
                <p class="soft">{words::hints_away_words(language)}</p>
                <FormActions>
                    <Submit label=words::hints_again(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        }
    });
    view! {
        <Card title=words::display(language)>
            <PostForm action={action::<ChooseLanguage>()} id="language">
                <Choices
                    name="language"
                    label=words::language(language)
                    options=languages
                    value=language.tag()
                    required=true
                />
                <FormActions>
                    <Submit label=words::save(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
            <PostForm action={action::<ChooseTheme>()} id="theme">
                <Choices name="theme" label=words::theme(language) options=themes value=request.theme.code() required=true />
                <FormActions>
                    <Submit label=words::save(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
            {hints}
        </Card>
    }
}

#[component]
fn Sessions(sessions: Vec<session::Model>) -> impl IntoView {
    let request = Request::current();
    let language = request.language;
    let here = request.asker.as_ref().map(Asker::session);
    view! {
        <Card title=words::sessions(language) flush=true>
            <SessionTable sessions=sessions here=here />
        </Card>
        <Confirm
            label=words::sign_out_everywhere(language)
            consequence=words::sign_out_everywhere_words(language)
            danger=true
        >
            <PostForm action={action::<SignOutEverywhere>()} key=new_key() id="everywhere">
                <FormActions>
                    <Submit label=words::sign_out_everywhere(language) weight=Weight::Danger />
                </FormActions>
            </PostForm>
        </Confirm>
    }
}

/// Open sessions, a device a line. `ending` adds a form that ends one.
#[component]
pub fn SessionTable(
    sessions: Vec<session::Model>,
    #[prop(optional_no_strip)] here: Option<uuid::Uuid>,
    #[prop(optional)] ending: Option<Callback<uuid::Uuid, AnyView>>,
) -> impl IntoView {
    let language = Request::current().language;
    let row = |session: session::Model| {
        let device =
            if session.device.is_empty() { words::unknown_device(language).to_owned() } else { session.device };
        let is_this = here == Some(session.id);
        view! {
            <tr>
                <td class="card-title">
                    {device} " "
                    {is_this.then(|| view! { <Badge tone=Tone::Accent sign="•" word=words::this_session(language) /> })}
                </td>
                <td data-label=words::address(language)>{session.address}</td>
                <td data-label=words::signed_in_at(language)>
                    <Moment at=session.created_at zone=ZONE />
                </td>
                <td data-label=words::seen_at(language)>
                    <Moment at=session.seen_at zone=ZONE />
                </td>
                {ending.map(|ending| view! { <td>{ending.run(session.id)}</td> })}
            </tr>
        }
    };
    let rows: Vec<_> = sessions.into_iter().map(row).collect();
    view! {
        <Table caption=words::sessions(language)>
            <thead>
                <tr>
                    <Column label=words::device(language) />
                    <Column label=words::address(language) />
                    <Column label=words::signed_in_at(language) />
                    <Column label=words::seen_at(language) />
                    {ending.map(|_| view! { <Column label="" /> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
}
