//! What an operator does for the people of their base's organisations.

use hatchboard::{
    access::Manager,
    account::{invitation, link, membership, reset},
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{super::problem::told, shown_at};
use crate::{base::frame, error::AppError, form::answer, request::Request};

/// What the invitation form shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct InvitePersonTyped {
    pub made_for: String,
}

#[server(endpoint = "people/invite")]
pub async fn invite_person(
    base: String,
    organisation: String,
    #[server(default)] made_for: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (manager, organisation) = managed(&request, &base, &organisation).await?;
        let intent = Intent::new("people.invite", key, &(organisation, &made_for));
        let made = invitation::invite(&request.store, &manager, organisation, &made_for, intent).await;
        let made = made.map_err(|error| told(error, request.language))?;
        Ok(shown_at(&made, &format!("/b/{base}/people/link")))
    };
    let outcome = outcome.await;
    answer("invite-person", &InvitePersonTyped { made_for }, outcome).await
}

#[server(endpoint = "people/reset")]
pub async fn reset_person(base: String, account: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (manager, account) = managed(&request, &base, &account).await?;
        let offered = reset::offer(&request.store, &manager, account, Intent::new("people.reset", key, &account)).await;
        let made = offered.map_err(|error| told(error, request.language))?;
        Ok(shown_at(&made, &format!("/b/{base}/people/link")))
    };
    answer("people", &(), outcome.await).await
}

#[server(endpoint = "people/revoke_link")]
pub async fn revoke_link(base: String, link: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (manager, link) = managed(&request, &base, &link).await?;
        let revoked = link::revoke(&request.store, &manager, link, Intent::new("people.revoke_link", key, &link)).await;
        revoked.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/people?done=revoked"))
    };
    answer("people", &(), outcome.await).await
}

#[server(endpoint = "people/end_membership")]
pub async fn end_membership(base: String, membership: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (manager, id) = managed(&request, &base, &membership).await?;
        let ended = membership::end(&request.store, &manager, id, Intent::new("people.end_membership", key, &id)).await;
        ended.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/people?done=removed"))
    };
    answer("people", &(), outcome.await).await
}

/// The proof for the base, and the id of what the form is about.
async fn managed(request: &Request, base: &str, id: &str) -> Result<(Manager, Uuid), AppError> {
    let (_, manager) = frame::managed(request, base).await?;
    Ok((manager, id.parse().map_err(|_| AppError::NotFound)?))
}
