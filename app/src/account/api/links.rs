//! Using a link: accepting an invitation, setting a forgotten password.

use hatchboard::account::{AccountError, SignedIn, invitation, reset, sign_in as signing_in, sign_in::Attempt};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    super::{
        cookie,
        problem::{new_account, told},
    },
    browser,
};
use crate::{error::AppError, form::answer, request::Request};

/// What the form of a new account shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct NewAccountTyped {
    pub name: String,
    pub display_name: String,
}

#[server(endpoint = "invitation/accept_as_new")]
pub async fn accept_as_new(
    token: String,
    #[server(default)] name: String,
    #[server(default)] display_name: String,
    #[server(default)] password: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let new = new_account(&name, &display_name, &password, request.language)?;
        let (limits, browser) = (request.session_limits, browser(&request));
        let accepted = match invitation::accept_as_new(&request.store, limits, &token, new, &browser).await {
            // Sent twice, the second comes too late; whoever knows the password of the first is signed in by it.
            Err(AccountError::LinkSpent) => {
                let attempt = Attempt { name: name.clone(), password, browser, replaces: None };
                let again = signing_in::sign_in(&request.store, limits, attempt).await;
                again.map_err(|_| AccountError::LinkSpent)
            }
            other => other,
        };
        begin(accepted, &request, "/")
    };
    let outcome = outcome.await;
    answer("invitation", &NewAccountTyped { name, display_name }, outcome).await
}

#[server(endpoint = "invitation/accept")]
pub async fn accept(token: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let asker = request.asker()?;
        let accepted =
            invitation::accept(&request.store, request.session_limits, &token, asker, &browser(&request)).await;
        begin(accepted, &request, "/")
    };
    answer("invitation", &NewAccountTyped::default(), outcome.await).await
}

#[server(endpoint = "reset/accept")]
pub async fn set_password(token: String, #[server(default)] password: String) -> Result<(), AppError> {
    let request = Request::current();
    let set = reset::accept(&request.store, request.session_limits, &token, &password, &browser(&request)).await;
    answer("reset", &(), begin(set, &request, "/")).await
}

fn begin(session: Result<SignedIn, AccountError>, request: &Request, next: &str) -> Result<String, AppError> {
    let session = session.map_err(|error| told(error, request.language))?;
    cookie::begin_session(&session.token);
    Ok(next.to_owned())
}
