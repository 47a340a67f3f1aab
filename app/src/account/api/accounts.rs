//! What an administrator does with accounts.

use hatchboard::{
    access::{Admin, Role},
    account::{
        Place,
        admin::{self, Standing},
        invitation, link,
        link::Invited,
        membership, people, reset,
    },
    base,
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    super::{
        problem::{one, told},
        words,
    },
    shown_at,
};
use crate::{
    error::{AppError, Refusal},
    form::answer,
    request::Request,
};

/// What the forms that name a role show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct RoleTyped {
    pub role: String,
    pub base: String,
    pub organisation: String,
    pub made_for: String,
}

#[server(endpoint = "accounts/invite")]
pub async fn invite(
    #[server(default)] role: String,
    #[server(default)] base: String,
    #[server(default)] organisation: String,
    #[server(default)] made_for: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = RoleTyped { role, base, organisation, made_for };
    let outcome = async {
        let admin = request.asker()?.admin()?;
        let to = invited(&request, &admin, &typed).await?;
        let intent = Intent::new("accounts.invite", key, &typed);
        let made = invitation::invite_as_admin(&request.store, &admin, to, &typed.made_for, intent).await;
        let made = made.map_err(|error| told(error, request.language))?;
        Ok(shown_at(&made, "/admin/accounts/link"))
    };
    let outcome = outcome.await;
    answer("invite", &typed, outcome).await
}

#[server(endpoint = "accounts/grant")]
pub async fn grant(
    account: String,
    #[server(default)] role: String,
    #[server(default)] base: String,
    #[server(default)] organisation: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = RoleTyped { role, base, organisation, made_for: String::new() };
    let outcome = async {
        let (admin, id) = of(&request, &account)?;
        let Invited::To(place) = invited(&request, &admin, &typed).await? else {
            return Err(one("role", words::role_missing(request.language)));
        };
        let intent = Intent::new("accounts.grant", key, &(id, &typed));
        let granted = membership::grant(&request.store, &admin, id, place, intent).await;
        let refused = |error| match told(error, request.language) {
            AppError::Refused(refusal @ Refusal::OwnRole) => one("role", refusal.words(request.language)),
            other => other,
        };
        granted.map_err(refused)?;
        Ok(format!("/admin/accounts/{id}?done=added"))
    };
    let outcome = outcome.await;
    answer("grant", &typed, outcome).await
}

#[server(endpoint = "accounts/end_membership")]
pub async fn end_membership(account: String, membership: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (admin, id) = of(&request, &membership)?;
        let intent = Intent::new("accounts.end_membership", key, &id);
        let ended = membership::end_as_admin(&request.store, &admin, id, intent).await;
        ended.map_err(|error| told(error, request.language))?;
        Ok(format!("/admin/accounts/{account}?done=removed"))
    };
    answer("account", &(), outcome.await).await
}

/// `to` is `disabled`, `enabled`, `admin` or `no_admin`.
#[server(endpoint = "accounts/set_standing")]
pub async fn set_standing(account: String, version: String, to: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (admin, id) = of(&request, &account)?;
        let seen = version.parse().map_err(|_| AppError::NotFound)?;
        let (standing, done) = match to.as_str() {
            "disabled" => (Standing::Disabled, "disabled"),
            "enabled" => (Standing::Enabled, "enabled"),
            "admin" => (Standing::Admin, "saved"),
            "no_admin" => (Standing::NoAdmin, "saved"),
            _ => return Err(AppError::NotFound),
        };
        let intent = Intent::new("accounts.set_standing", key, &(id, seen, &to));
        let set = admin::set_standing(&request.store, &admin, id, seen, standing, intent).await;
        set.map_err(|error| told(error, request.language))?;
        Ok(format!("/admin/accounts/{id}?done={done}"))
    };
    answer("account", &(), outcome.await).await
}

#[server(endpoint = "accounts/reset")]
pub async fn reset_account(account: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (admin, id) = of(&request, &account)?;
        let offered = reset::offer_as_admin(&request.store, &admin, id, Intent::new("accounts.reset", key, &id)).await;
        let made = offered.map_err(|error| told(error, request.language))?;
        Ok(shown_at(&made, "/admin/accounts/link"))
    };
    answer("account", &(), outcome.await).await
}

#[server(endpoint = "accounts/revoke_link")]
pub async fn revoke_link(link: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (admin, id) = of(&request, &link)?;
        let intent = Intent::new("accounts.revoke_link", key, &id);
        link::revoke_as_admin(&request.store, &admin, id, intent)
            .await
            .map_err(|error| told(error, request.language))?;
        Ok("/admin/accounts?done=revoked".to_owned())
    };
    answer("account", &(), outcome.await).await
}

#[server(endpoint = "accounts/end_session")]
pub async fn end_session(session: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (admin, id) = of(&request, &session)?;
        let intent = Intent::new("accounts.end_session", key, &id);
        let account = admin::end_session(&request.store, &admin, id, intent).await;
        Ok(format!("/admin/accounts/{}?done=closed", account.map_err(|error| told(error, request.language))?))
    };
    answer("account", &(), outcome.await).await
}

#[server(endpoint = "accounts/end_sessions")]
pub async fn end_sessions(account: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (admin, id) = of(&request, &account)?;
        let intent = Intent::new("accounts.end_sessions", key, &id);
        let ended = admin::end_sessions(&request.store, &admin, id, intent).await;
        ended.map_err(|error| told(error, request.language))?;
        Ok(format!("/admin/accounts/{id}?done=closed"))
    };
    answer("account", &(), outcome.await).await
}

/// The administrator's proof, and the id of what the form is about.
fn of(request: &Request, id: &str) -> Result<(Admin, Uuid), AppError> {
    let admin = request.asker()?.admin()?;
    Ok((admin, id.parse().map_err(|_| AppError::NotFound)?))
}

/// What a form invites to: role, base and organisation as they were typed.
async fn invited(request: &Request, admin: &Admin, typed: &RoleTyped) -> Result<Invited, AppError> {
    let role: Role = typed.role.parse().map_err(|_| one("role", words::role_missing(request.language)))?;
    if role == Role::Admin {
        return Ok(Invited::Admin);
    }
    let base = base::store::by_slug(request.store.read(), &typed.base).await?;
    let base = base.ok_or_else(|| one("base", words::base_missing(request.language)))?.id;
    if role != Role::Organisation {
        return Ok(Invited::To(Place::Base { base, role }));
    }
    let found = people::organisation_named(&request.store, admin, base, &typed.organisation).await;
    let unknown = |error| match told(error, request.language) {
        AppError::NotFound => one("organisation", words::organisation_unknown(request.language)),
        other => other,
    };
    Ok(Invited::To(Place::Organisation { base, organisation: found.map_err(unknown)? }))
}
