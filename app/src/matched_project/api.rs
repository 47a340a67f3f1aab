//! What the forms of matched projects call.

use hatchboard::{
    matched_project::{ProjectText, store},
    store::Intent,
};
use leptos::prelude::*;

use super::told;
use crate::{error::AppError, form::answer, record::seen, request::Request};

/// By the operator. `id` and `version` of a match that is put right; blank for a new one.
#[server(endpoint = "matched_project/save")]
pub(crate) async fn save_project(
    base: String,
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(flatten)] typed: ProjectText,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let told = |error| told(error, request.language);
        let intent = |operation| Intent::new(operation, key.clone(), &(of.id, &id, &version, &typed));
        if id.is_empty() {
            store::enter(&request.store, &manager, &typed, intent("matched_project.enter")).await.map_err(told)?;
            return Ok(format!("/b/{base}/projects?done=created"));
        }
        let seen = seen(&id, &version)?;
        store::change(&request.store, &manager, seen, &typed, intent("matched_project.change")).await.map_err(told)?;
        Ok(format!("/b/{base}/projects/{}?done=saved", seen.id))
    };
    let outcome = outcome.await;
    answer("project", &typed, outcome).await
}

/// By the operator, with a reason.
#[server(endpoint = "matched_project/strike")]
pub(crate) async fn strike_project(
    base: String,
    id: String,
    version: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let seen = seen(&id, &version)?;
        let intent = Intent::new("matched_project.strike", key, &(&id, &version, &reason));
        let struck = store::strike(&request.store, &manager, seen, &reason, intent).await;
        struck.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/projects/{}?done=struck", seen.id))
    };
    let outcome = outcome.await;
    answer("project_strike", &reason, outcome).await
}
