//! Making and revoking the tokens by which programs read.

use hatchboard::{
    account::api_token::{self, TokenFault, TokenText, judge},
    store::Intent,
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    super::{cookie, problem::told, words},
    browser,
};
use crate::{
    Language,
    error::{AppError, FieldProblem},
    form::answer,
    request::Request,
};

#[server(endpoint = "me/make_token")]
pub async fn make_token(
    #[server(default)] name: String,
    #[server(default)] areas: Vec<String>,
    #[server(default)] days: String,
    #[server(default)] present: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let text = TokenText { name, areas, days };
    let outcome = async {
        let asker = request.asker()?;
        let wanted = judge(&text).map_err(|faults| invalid(&faults, request.language))?;
        let intent = Intent::new("me.make_token", key, &text);
        let address = browser(&request).address;
        let made = api_token::make(&request.store, asker, &present, &address, wanted, intent).await;
        let made = made.map_err(|error| told(error, request.language))?;
        if let Some(token) = &made.token {
            cookie::keep_link(made.id, token);
        }
        Ok(format!("/me/tokens?made={}", made.id))
    };
    let outcome = outcome.await;
    answer("token", &text, outcome).await
}

#[server(endpoint = "me/revoke_token")]
pub async fn revoke_own_token(token: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let asker = request.asker()?;
        let token: Uuid = token.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("me.revoke_token", key, &token);
        let revoked = api_token::revoke(&request.store, asker, token, intent).await;
        revoked.map_err(|error| told(error, request.language))?;
        Ok("/me/tokens?done=revoked".to_owned())
    };
    answer("token-revoked", &(), outcome.await).await
}

#[server(endpoint = "accounts/revoke_token")]
pub async fn revoke_token(token: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let admin = request.asker()?.admin()?;
        let token: Uuid = token.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("accounts.revoke_token", key, &token);
        let account = api_token::revoke_as_admin(&request.store, &admin, token, intent).await;
        Ok(format!("/admin/accounts/{}?done=revoked", account.map_err(|error| told(error, request.language))?))
    };
    answer("account", &(), outcome.await).await
}

fn invalid(faults: &[TokenFault], language: Language) -> AppError {
    let problem = |fault: &TokenFault| {
        let (field, words) = match fault {
            TokenFault::NameMissing => ("name", words::token_name_missing(language)),
            TokenFault::NameTooLong => ("name", words::token_name_long(language)),
            TokenFault::Areas => ("areas", words::token_areas_missing(language)),
            TokenFault::Days => ("days", words::token_days_missing(language)),
        };
        FieldProblem { field: field.to_owned(), words: words.to_owned() }
    };
    AppError::Invalid(faults.iter().map(problem).collect())
}
