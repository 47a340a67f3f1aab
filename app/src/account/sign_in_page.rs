use leptos::prelude::*;

use super::{
    api::own::{ChooseLanguage, SignIn, SignInTyped},
    words,
};
use crate::{
    Language,
    error::AppError,
    form::{action, returned, see_other},
    request::{Request, query},
    ui::{
        confirm::Fold,
        field::{Field, Hidden},
        form::{FormActions, PostForm, Submit, Weight},
        notice::Toast,
        page::{BarePage, page},
        words as ui_words,
    },
};

/// `/sign-in?next=/where/one/was/going`
#[component]
pub fn SignInPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let parameter = |wanted: &str| query().into_iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
        let next = parameter("next").unwrap_or_default();
        if request.asker.is_some() {
            see_other(if next.is_empty() { "/" } else { &next });
            return Ok(().into_any());
        }
        let returned = returned::<SignInTyped>("sign-in").await?;
        let done = parameter("done").and_then(|code| ui_words::done(request.language, &code));
        let (name, error) = returned.map_or_else(Default::default, |form| (form.typed.name, Some(form.error)));
        Ok::<_, AppError>(view! { <SignInForm next=next name=name error=error done=done /> }.into_any())
    })
}

#[component]
fn SignInForm(next: String, name: String, error: Option<AppError>, done: Option<&'static str>) -> impl IntoView {
    let language = Request::current().language;
    view! {
        <BarePage title=words::sign_in_title(language) subtitle=words::sign_in_subtitle(language)>
            {done.map(|words| view! { <Toast words=words /> })}
            <PostForm action={action::<SignIn>()} error=error>
                <Hidden name="next" value=next />
                <Field
                    name="name"
                    label=words::account_name(language)
                    value=name
                    required=true
                    autocomplete="username"
                    autofocus=true
                    maxlength=100
                />
                <Field
                    name="password"
                    label=words::password(language)
                    kind="password"
                    required=true
                    autocomplete="current-password"
                    maxlength=200
                />
                <FormActions>
                    <Submit label=words::sign_in(language) />
                </FormActions>
            </PostForm>
            <Fold label=words::forgotten(language)>
                <p>{words::forgotten_words(language)}</p>
            </Fold>
            <LanguageButtons />
        </BarePage>
    }
}

/// The other languages, for pages without a frame.
#[component]
pub fn LanguageButtons() -> impl IntoView {
    let present = Request::current().language;
    let offered = [(Language::Chinese, words::chinese(present)), (Language::English, words::english(present))];
    let others = offered.into_iter().filter(move |(language, _)| *language != present);
    view! {
        <PostForm action={action::<ChooseLanguage>()} id="language" class="row">
            {others
                .map(|(language, words)| {
                    view! { <Submit label=words weight=Weight::Quiet name="language" value=language.tag() /> }
                })
                .collect_view()}
        </PostForm>
    }
}
