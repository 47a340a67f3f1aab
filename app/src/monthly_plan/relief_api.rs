//! Asking for an exception to a month's plan, and deciding on it.

use hatchboard::{
    store::Intent,
    weekly_report::store::{
        Reviewer,
        exception_request::{self, Asking, SeenRequest},
    },
};
use leptos::prelude::*;

use super::{
    api::{ReasonTyped, author},
    of_month::page_of,
};
use crate::{
    error::AppError,
    form::{answer, with_parameter},
    request::Request,
    weekly_report::desk::{problem::told, relief::ReliefTyped},
};

/// An organisation asks its operator, or the operator the bureau for the base itself.
#[server(endpoint = "monthly_plan/ask_exception")]
pub(crate) async fn ask_exception(
    whose: String,
    month: String,
    #[server(default)] kind: String,
    #[server(default)] until: String,
    #[server(default)] reason: String,
    #[server(default)] proof: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReliefTyped { kind, until, reason, proof };
    let outcome = async {
        let (author, month) = author(&request, &whose, &month).await?;
        // To organisations the operator gives it without being asked.
        if author.subject.is_on_behalf() {
            return Err(AppError::NotFound);
        }
        let mut problems = Vec::new();
        let relief = typed.read(request.language, author.base.zone, &mut problems);
        let Some(relief) = relief.filter(|_| problems.is_empty()) else { return Err(AppError::Invalid(problems)) };
        let asking = Asking { relief, reason: typed.reason.clone(), proof: typed.proof.clone() };
        let about = (author.subject.id(), month.to_string(), &typed);
        let intent = Intent::new("monthly_plan.ask_exception", key, &about);
        let asked = exception_request::ask(&request.store, &author.subject, month, &asking, intent).await;
        asked.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=sent#exceptions", page_of(&author.whose, month)))
    };
    let outcome = outcome.await;
    answer("plan_exception", &typed, outcome).await
}

/// The reviewer's word: the operator's on what organisations ask, the bureau's on what the base asks. `act`: `grant` or
/// `decline`.
#[server(endpoint = "monthly_plan/decide_exception")]
pub(crate) async fn decide_exception(
    base: String,
    of_base: String,
    request: String,
    version: String,
    act: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let asked = request;
    let request = Request::current();
    let typed = ReasonTyped { reason };
    let outcome = async {
        let of = request.base(&base).await?;
        let asker = request.asker()?;
        let reviewer = if of_base == "true" {
            Reviewer::from(&asker.bureau(of.id)?)
        } else {
            Reviewer::from(&asker.manager(of.id)?)
        };
        let seen = SeenRequest {
            request: asked.parse().map_err(|_| AppError::NotFound)?,
            row_version: version.parse().map_err(|_| AppError::NotFound)?,
        };
        let intent = |operation| Intent::new(operation, key.clone(), &(seen.request, seen.row_version, &typed));
        let (done, code) = match act.as_str() {
            "grant" => {
                let intent = intent("monthly_plan.grant_exception");
                (exception_request::grant(&request.store, &reviewer, seen, intent).await, "confirmed")
            }
            "decline" => {
                let intent = intent("monthly_plan.decline_exception");
                (exception_request::decline(&request.store, &reviewer, seen, &typed.reason, intent).await, "declined")
            }
            _ => return Err(AppError::NotFound),
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(with_parameter(&request.referer, "done", code))
    };
    let outcome = outcome.await;
    answer("plan_exception_decide", &typed, outcome).await
}
