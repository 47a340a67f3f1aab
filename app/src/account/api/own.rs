//! Signing in and out, and what people do with their own account.

use hatchboard::{
    access::Role,
    account::{own, session, sign_in as signing_in, sign_in::Attempt},
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    super::{cookie, problem::told},
    browser,
};
use crate::{
    Language,
    error::AppError,
    form::{answer, with_status, without_parameter},
    request::{Request, Theme},
};

/// What the sign-in form shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SignInTyped {
    pub name: String,
}

#[server(endpoint = "account/sign_in")]
pub async fn sign_in(
    #[server(default)] name: String,
    #[server(default)] password: String,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let attempt = Attempt {
        name: name.clone(),
        password,
        browser: browser(&request),
        replaces: request.asker.as_ref().map(hatchboard::access::Asker::session),
    };
    let outcome = signing_in::sign_in(&request.store, request.session_limits, attempt).await;
    let outcome = outcome.map(|session| {
        cookie::begin_session(&session.token);
        if next.is_empty() { "/".to_owned() } else { next }
    });
    answer("sign-in", &SignInTyped { name }, outcome.map_err(|error| told(error, request.language))).await
}

#[server(endpoint = "account/sign_out")]
pub async fn sign_out() -> Result<(), AppError> {
    let request = Request::current();
    let outcome = match &request.asker {
        Some(asker) => session::sign_out(&request.store, asker).await.map_err(AppError::from),
        None => Ok(()),
    };
    cookie::end_session();
    answer("sign-out", &(), outcome.map(|()| "/sign-in?done=signed-out".to_owned())).await
}

#[server(endpoint = "me/sign_out_everywhere")]
pub async fn sign_out_everywhere(key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let intent = Intent::new("session.sign_out_everywhere", key, &());
        let ended = session::sign_out_everywhere(&request.store, request.asker()?, intent).await;
        ended.map_err(|error| told(error, request.language))?;
        cookie::end_session();
        Ok("/sign-in?done=signed-out-everywhere".to_owned())
    };
    answer("sign-out", &(), outcome.await).await
}

#[server(endpoint = "me/password")]
pub async fn change_password(
    #[server(default)] present: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let asker = request.asker()?;
        let (limits, browser) = (request.session_limits, browser(&request));
        let changed = own::change_password(&request.store, limits, asker, &present, &password, &browser).await;
        let session = changed.map_err(|error| told(error, request.language))?;
        cookie::begin_session(&session.token);
        Ok("/me?done=password".to_owned())
    };
    answer("password", &(), outcome.await).await
}

/// Chooses a language: kept in the browser, and in the account where somebody is signed in.
#[server(endpoint = "me/language")]
pub async fn choose_language(language: String) -> Result<(), AppError> {
    let request = Request::current();
    let chosen = Language::from_tag(&language).unwrap_or_default();
    if let Some(asker) = &request.asker {
        let kept = own::choose_language(&request.store, asker, chosen.tag()).await;
        kept.map_err(|error| with_status(error.into()))?;
    }
    cookie::keep_choice("language", chosen.tag());
    answer("language", &(), Ok(here_again(&request))).await
}

/// Chooses an appearance for this device.
#[server(endpoint = "me/theme")]
pub async fn choose_theme(theme: String) -> Result<(), AppError> {
    cookie::keep_choice("theme", Theme::from_code(&theme).code());
    answer("theme", &(), Ok(here_again(&Request::current()))).await
}

/// Puts the first steps of a role away, on every device.
#[server(endpoint = "me/hints")]
pub async fn put_hints_away(#[server(default)] role: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let asker = request.asker()?;
        let role = role.parse::<Role>().ok().ok_or(AppError::NotFound)?;
        own::put_hints_away(&request.store, asker, role).await?;
        Ok(here_again(&request))
    };
    answer("first-steps", &(), outcome.await).await
}

/// Shows the first steps of every role again.
#[server(endpoint = "me/hints_again")]
pub async fn show_hints_again() -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        own::show_hints_again(&request.store, request.asker()?).await?;
        Ok("/me?done=saved".to_owned())
    };
    answer("first-steps", &(), outcome.await).await
}

/// The page that the menu was opened on, without what a form had just done there.
fn here_again(request: &Request) -> String {
    without_parameter(&request.referer, "done")
}
