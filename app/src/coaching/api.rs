//! What the forms of coaching visits call.

use hatchboard::{
    coaching::{VisitText, store},
    store::Intent,
};
use leptos::prelude::*;

use super::told;
use crate::{error::AppError, form::answer, record::seen, request::Request};

/// By the operator. `id` and `version` of a visit that is put right; blank for a new one.
#[server(endpoint = "coaching/save")]
pub(crate) async fn save_visit(
    base: String,
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(flatten)] typed: VisitText,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let told = |error| told(error, request.language);
        let intent = |operation| Intent::new(operation, key.clone(), &(of.id, &id, &version, &typed));
        if id.is_empty() {
            store::enter(&request.store, &manager, &typed, intent("coaching.enter")).await.map_err(told)?;
            return Ok(format!("/b/{base}/coaching?done=created"));
        }
        let seen = seen(&id, &version)?;
        store::change(&request.store, &manager, seen, &typed, intent("coaching.change")).await.map_err(told)?;
        Ok(format!("/b/{base}/coaching/{}?done=saved", seen.id))
    };
    let outcome = outcome.await;
    answer("visit", &typed, outcome).await
}

/// By the operator, with a reason.
#[server(endpoint = "coaching/strike")]
pub(crate) async fn strike_visit(
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
        let intent = Intent::new("coaching.strike", key, &(&id, &version, &reason));
        let struck = store::strike(&request.store, &manager, seen, &reason, intent).await;
        struck.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/coaching/{}?done=struck", seen.id))
    };
    let outcome = outcome.await;
    answer("visit_strike", &reason, outcome).await
}
