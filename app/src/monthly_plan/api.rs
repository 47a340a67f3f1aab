//! What the forms of monthly plans call.

use hatchboard::{
    monthly_plan::{
        Draft, DraftItem, TypedOutcome,
        store::{self, SaidWith, Saved, Seen},
    },
    period::Month,
    store::Intent,
    weekly_report::store::Reviewer,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{of_month::page_of, problem::told};
use crate::{
    error::AppError,
    form::answer,
    request::Request,
    weekly_report::{Author, Whose},
};

/// What the form of a plan shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct PlanTyped {
    pub items: Vec<DraftItem>,
    pub why: String,
    /// Where words that somebody submits on behalf come from.
    pub source: String,
    /// The version of the draft that it was typed on top of.
    pub version: i32,
}

/// What the forms of an approver show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ReasonTyped {
    pub reason: String,
}

/// What the form of a result shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ResultTyped {
    pub results: Vec<TypedOutcome>,
}

/// Keeps a plan's draft, with one row more or less, or submits it. `act`: `save`, `submit`, `add_item` or
/// `remove_item:ROW`.
#[server(endpoint = "monthly_plan/save")]
pub(crate) async fn save_plan(
    whose: String,
    month: String,
    version: String,
    #[server(default)] items: Vec<DraftItem>,
    #[server(default)] reason: String,
    #[server(default)] source: String,
    #[server(default)] act: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = PlanTyped { items, why: reason, source, version: version.parse().unwrap_or(0) };
    let outcome = async {
        let (author, month) = author(&request, &whose, &month).await?;
        let here = page_of(&author.whose, month);
        let mut draft = Draft { items: typed.items.clone() };
        let removed = act.strip_prefix("remove_item:").and_then(|row| row.parse::<usize>().ok());
        if let Some(row) = removed.filter(|row| *row < draft.items.len()) {
            draft.items.remove(row);
        }
        let (subject, store) = (&author.subject, &request.store);
        let saved = if act == "submit" {
            let with = SaidWith { why: &typed.why, source: &typed.source };
            // The version is no part of what is meant: the second of two equal clicks may come with another one.
            let intent =
                Intent::new("monthly_plan.submit", key, &(month.to_string(), &draft, &typed.why, &typed.source));
            store::submit(store, subject, month, draft, typed.version, with, intent).await
        } else {
            store::save(store, subject, month, draft, typed.version).await
        };
        match saved.map_err(|error| told(error, request.language))? {
            Saved::Stale { .. } => Err(AppError::Stale),
            Saved::Kept { .. } => Ok(match act.as_str() {
                "submit" => format!("{here}?done=submitted"),
                "add_item" => format!("{here}?rows=1#items"),
                _ if removed.is_some() => format!("{here}?done=removed#items"),
                _ => format!("{here}?done=saved"),
            }),
        }
    };
    let outcome = outcome.await;
    answer("plan", &typed, outcome).await
}

/// Takes a plan back, opens an approved one for a change, or gives a change up. `act`: `withdraw`, `change` or
/// `discard`.
#[server(endpoint = "monthly_plan/step")]
pub(crate) async fn step_plan(
    whose: String,
    month: String,
    version: String,
    act: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (author, month) = author(&request, &whose, &month).await?;
        let seen: i32 = version.parse().map_err(|_| AppError::NotFound)?;
        let (subject, store) = (&author.subject, &request.store);
        let (done, code) = match act.as_str() {
            "withdraw" => {
                let intent = Intent::new("monthly_plan.withdraw", key, &(month.to_string(), seen));
                (store::withdraw(store, subject, month, seen, intent).await, "withdrawn")
            }
            "change" => {
                let intent = Intent::new("monthly_plan.change", key, &(month.to_string(), seen));
                (store::change(store, subject, month, seen, intent).await, "reopened")
            }
            "discard" => {
                let intent = Intent::new("monthly_plan.discard", key, &(month.to_string(), seen));
                (store::discard(store, subject, month, seen, intent).await, "revoked")
            }
            _ => return Err(AppError::NotFound),
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done={code}", page_of(&author.whose, month)))
    };
    let outcome = outcome.await;
    answer("plan_step", &(), outcome).await
}

/// The organisation's word for what the operator submitted on its behalf.
#[server(endpoint = "monthly_plan/confirm")]
pub(crate) async fn confirm_plan(organisation: String, month: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let organisation: Uuid = organisation.parse().map_err(|_| AppError::NotFound)?;
        let month: Month = month.parse().map_err(|_| AppError::NotFound)?;
        let member = request.asker()?.member(organisation)?;
        let intent = Intent::new("monthly_plan.confirm", key, &(organisation, month.to_string()));
        let done = store::confirm(&request.store, &member, month, intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=confirmed", page_of(&Whose::Own(organisation), month)))
    };
    let outcome = outcome.await;
    answer("plan_step", &(), outcome).await
}

/// Closes a month by what became of each item.
#[server(endpoint = "monthly_plan/close")]
pub(crate) async fn close_month(
    whose: String,
    month: String,
    version: String,
    #[server(default)] results: Vec<TypedOutcome>,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ResultTyped { results };
    let outcome = async {
        let (author, month) = author(&request, &whose, &month).await?;
        let seen: i32 = version.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("monthly_plan.close", key, &(month.to_string(), seen, &typed));
        let done = store::close(&request.store, &author.subject, month, &typed.results, seen, intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=closed", page_of(&author.whose, month)))
    };
    let outcome = outcome.await;
    answer("plan_result", &typed, outcome).await
}

/// Approves a plan or returns it: the operator an organisation's, the bureau the base's. `act`: `approve` or
/// `return`.
#[server(endpoint = "monthly_plan/decide")]
pub(crate) async fn decide_plan(
    base: String,
    plan: String,
    version: String,
    of_base: String,
    act: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReasonTyped { reason };
    let form = if act == "return" { "plan_return" } else { "plan_approve" };
    let outcome = async {
        let (approver, seen) = approver(&request, &base, &of_base, &plan, &version).await?;
        let (store, language) = (&request.store, request.language);
        let (done, code) = if act == "return" {
            let intent = Intent::new("monthly_plan.return", key, &(seen.plan, seen.row_version, &typed));
            (store::send_back(store, &approver, seen, &typed.reason, intent).await, "returned")
        } else {
            let intent = Intent::new("monthly_plan.approve", key, &(seen.plan, seen.row_version));
            (store::approve(store, &approver, seen, intent).await, "confirmed")
        };
        done.map_err(|error| told(error, language))?;
        Ok(crate::form::with_parameter(&request.referer, "done", code))
    };
    let outcome = outcome.await;
    answer(form, &typed, outcome).await
}

/// Says whether an item that is to be dropped may leave the rate. `act`: `grant` or `refuse`.
#[server(endpoint = "monthly_plan/release")]
pub(crate) async fn release_item(
    base: String,
    plan: String,
    version: String,
    of_base: String,
    item: String,
    act: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (approver, seen) = approver(&request, &base, &of_base, &plan, &version).await?;
        let item: Uuid = item.parse().map_err(|_| AppError::NotFound)?;
        let granted = act == "grant";
        let intent = Intent::new("monthly_plan.release", key, &(seen.plan, item, granted));
        let done = store::release(&request.store, &approver, seen, item, granted, intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(crate::form::with_parameter(&request.referer, "done", if granted { "confirmed" } else { "declined" }))
    };
    let outcome = outcome.await;
    answer("plan_release", &(), outcome).await
}

pub(super) async fn author(request: &Request, whose: &str, month: &str) -> Result<(Author, Month), AppError> {
    let author = Author::find(request, whose.parse::<Whose>()?).await?;
    Ok((author, month.parse().map_err(|_| AppError::NotFound)?))
}

async fn approver(
    request: &Request,
    base: &str,
    of_base: &str,
    plan: &str,
    version: &str,
) -> Result<(Reviewer, Seen), AppError> {
    let of = request.base(base).await?;
    let asker = request.asker()?;
    let approver =
        if of_base == "true" { Reviewer::from(&asker.bureau(of.id)?) } else { Reviewer::from(&asker.manager(of.id)?) };
    let plan = plan.parse().map_err(|_| AppError::NotFound)?;
    let row_version = version.parse().map_err(|_| AppError::NotFound)?;
    Ok((approver, Seen { plan, row_version }))
}
