//! What the forms of funds call.

use hatchboard::{
    evidence::store::Prepared,
    funding::{FundText, PaymentText, store},
    store::Intent,
};
use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};

use super::told;
use crate::{error::AppError, form::answer, record::seen, request::Request, upload::Uploaded};

/// By the operator. `id` and `version` of a pledge that is put right; blank for a new one. A file may come with it.
#[server(input = MultipartFormData, endpoint = "funding/save")]
pub(crate) async fn save_fund(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = FundText::default();
    let outcome = async {
        let asker = request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        let text = |name| sent.get(name).to_owned();
        typed = FundText {
            source: text("source"),
            organisation: text("organisation"),
            pledged: text("pledged"),
            pledged_on: text("pledged_on"),
            evidence: text("evidence"),
        };
        let (base, id, version) = (sent.get("base"), sent.get("id"), sent.get("version"));
        let manager = asker.manager(request.base(base).await?.id)?;
        let file = sent.prepared(&request, manager.base()).await?;
        let told = |error| told(error, request.language);
        let about = (manager.base(), id, version, &typed, file.as_ref().map(Prepared::digest));
        let intent = |operation| Intent::new(operation, sent.get("key"), &about);
        let (store, file) = (&request.store, file.as_ref());
        if id.is_empty() {
            let made = store::enter(store, &manager, &typed, file, intent("funding.enter")).await.map_err(told)?;
            return Ok(format!("/b/{base}/funds/{made}?done=created"));
        }
        let seen = seen(id, version)?;
        store::change(store, &manager, seen, &typed, file, intent("funding.change")).await.map_err(told)?;
        Ok(format!("/b/{base}/funds/{}?done=saved", seen.id))
    };
    let outcome = outcome.await;
    answer("fund", &typed, outcome).await
}

/// By the operator, with a reason.
#[server(endpoint = "funding/strike")]
pub(crate) async fn strike_fund(
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
        let intent = Intent::new("funding.strike", key, &(&id, &version, &reason));
        let struck = store::strike(&request.store, &manager, seen, &reason, intent).await;
        struck.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/funds/{}?done=struck", seen.id))
    };
    let outcome = outcome.await;
    answer("fund_strike", &reason, outcome).await
}

/// By the operator: what was received of a pledge. A file may come with it.
#[server(input = MultipartFormData, endpoint = "funding/receive")]
pub(crate) async fn receive_fund(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = PaymentText::default();
    let outcome = async {
        let asker = request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        let text = |name| sent.get(name).to_owned();
        typed =
            PaymentText { received: text("received"), received_on: text("received_on"), evidence: text("evidence") };
        let (base, id) = (sent.get("base"), sent.get("id"));
        let manager = asker.manager(request.base(base).await?.id)?;
        let fund = id.parse().map_err(|_| AppError::NotFound)?;
        let file = sent.prepared(&request, manager.base()).await?;
        let about = (id, &typed, file.as_ref().map(Prepared::digest));
        let intent = Intent::new("funding.receive", sent.get("key"), &about);
        let received = store::receive(&request.store, &manager, fund, &typed, file.as_ref(), intent).await;
        received.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/funds/{fund}?done=added"))
    };
    let outcome = outcome.await;
    answer("fund_receive", &typed, outcome).await
}

/// What the form that strikes a payment out shows again.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct PaymentTyped {
    pub(crate) id: String,
    pub(crate) reason: String,
}

/// By the operator, with a reason: a payment that was entered wrongly.
#[server(endpoint = "funding/strike_payment")]
pub(crate) async fn strike_payment(
    base: String,
    id: String,
    version: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = PaymentTyped { id, reason };
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let seen = seen(&typed.id, &version)?;
        let intent = Intent::new("funding.strike_payment", key, &(&typed, &version));
        let struck = store::strike_payment(&request.store, &manager, seen, &typed.reason, intent).await;
        struck.map_err(|error| told(error, request.language))?;
        Ok(crate::form::with_parameter(&request.referer, "done", "struck"))
    };
    let outcome = outcome.await;
    answer("payment_strike", &typed, outcome).await
}
