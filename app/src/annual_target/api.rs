//! What the forms of annual targets call.

use hatchboard::{
    annual_target::{
        Draft, DraftTarget, EntryAction, NewEntry,
        store::{self, Beginning, Saved},
    },
    evidence::store::Prepared,
    period::Year,
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{MultipartData, MultipartFormData};
use uuid::Uuid;

use super::problem::{of_draft, told};
use crate::{
    error::AppError,
    form::{answer, with_parameter},
    request::Request,
    upload::Uploaded,
};

/// What the form of a year shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct YearTyped {
    pub targets: Vec<DraftTarget>,
    pub why: String,
    /// The version of the draft that it was typed on top of.
    pub version: i32,
}

/// What forms with a reason show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ReasonTyped {
    pub reason: String,
    /// The record that it was about; empty where there is only one.
    pub about: String,
}

/// Keeps a year's draft, with one row more or less, or submits it. `act`: `save`, `submit`, `add_target` or
/// `remove_target:ROW`.
#[server(endpoint = "annual_target/save")]
pub(crate) async fn save_targets(
    base: String,
    year: String,
    version: String,
    #[server(default)] targets: Vec<DraftTarget>,
    #[server(default)] reason: String,
    #[server(default)] act: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = YearTyped { targets, why: reason, version: version.parse().unwrap_or(0) };
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let year = year_of(&year)?;
        let mut draft = Draft { targets: typed.targets.clone() };
        let removed = act.strip_prefix("remove_target:").and_then(|row| row.parse::<usize>().ok());
        if let Some(row) = removed.filter(|row| *row < draft.targets.len()) {
            draft.targets.remove(row);
        }
        let store = &request.store;
        let named = draft.clone();
        let saved = if act == "submit" {
            let intent = Intent::new("annual_target.submit", key, &(year.to_string(), &draft, &typed.why));
            store::submit(store, &manager, year, draft, typed.version, &typed.why, intent).await
        } else {
            store::save(store, &manager, year, draft, typed.version).await
        };
        let here = format!("/b/{base}/targets");
        match saved.map_err(|error| of_draft(error, request.language, &named))? {
            Saved::Stale { .. } => Err(AppError::Stale),
            Saved::Kept { .. } => Ok(match act.as_str() {
                "submit" => format!("{here}?year={year}&done=submitted"),
                "add_target" => format!("{here}/edit?year={year}&rows=1#targets-end"),
                _ if removed.is_some() => format!("{here}/edit?year={year}&done=removed"),
                _ => format!("{here}/edit?year={year}&done=saved"),
            }),
        }
    };
    let outcome = outcome.await;
    answer("targets", &typed, outcome).await
}

/// Begins a year. `with`: `catalogue` or `last_year`.
#[server(endpoint = "annual_target/begin")]
pub(crate) async fn begin_targets(base: String, year: String, with: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let year = year_of(&year)?;
        let with = match with.as_str() {
            "catalogue" => Beginning::Catalogue,
            "last_year" => Beginning::LastYear,
            _ => return Err(AppError::NotFound),
        };
        let told = |error| told(error, request.language);
        let before = store::year(&request.store, &manager.as_reader(), year).await.map_err(told)?.before;
        store::save(&request.store, &manager, year, with.draft(&before), 0).await.map_err(told)?;
        Ok(format!("/b/{base}/targets/edit?year={year}"))
    };
    let outcome = outcome.await;
    answer("targets_step", &(), outcome).await
}

/// Takes a year back, opens an approved one for a change, or gives a change up. `act`: `withdraw`, `change` or
/// `discard`.
#[server(endpoint = "annual_target/step")]
pub(crate) async fn step_targets(
    base: String,
    year: String,
    version: String,
    act: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let (year, seen) = (year_of(&year)?, version.parse().map_err(|_| AppError::NotFound)?);
        let store = &request.store;
        let intent = |operation| Intent::new(operation, key.clone(), &(year.to_string(), seen));
        let here = format!("/b/{base}/targets");
        let (done, next) = match act.as_str() {
            "withdraw" => {
                let done = store::withdraw(store, &manager, year, seen, intent("annual_target.withdraw")).await;
                (done, format!("{here}/edit?year={year}&done=withdrawn"))
            }
            "change" => {
                let done = store::change(store, &manager, year, seen, intent("annual_target.change")).await;
                (done, format!("{here}/edit?year={year}&done=reopened"))
            }
            "discard" => {
                let done = store::discard(store, &manager, year, seen, intent("annual_target.discard")).await;
                (done, format!("{here}?year={year}&done=revoked"))
            }
            _ => return Err(AppError::NotFound),
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(next)
    };
    let outcome = outcome.await;
    answer("targets_step", &(), outcome).await
}

/// By the bureau. `act`: `approve` or `return`.
#[server(endpoint = "annual_target/decide")]
pub(crate) async fn decide_targets(
    base: String,
    year: String,
    version: String,
    act: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReasonTyped { reason, about: String::new() };
    let form = if act == "return" { "targets_return" } else { "targets_step" };
    let outcome = async {
        let of = request.base(&base).await?;
        let officer = request.asker()?.bureau(of.id)?;
        let (year, seen) = (year_of(&year)?, version.parse().map_err(|_| AppError::NotFound)?);
        let store = &request.store;
        let (done, code) = if act == "return" {
            let intent = Intent::new("annual_target.return", key, &(year.to_string(), seen, &typed));
            (store::send_back(store, &officer, year, seen, &typed.reason, intent).await, "returned")
        } else {
            let intent = Intent::new("annual_target.approve", key, &(year.to_string(), seen));
            (store::approve(store, &officer, year, seen, intent).await, "confirmed")
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/targets?year={year}&done={code}"))
    };
    let outcome = outcome.await;
    answer(form, &typed, outcome).await
}

/// Enters an amount for a target, by the operator. A file may come with it.
#[server(input = MultipartFormData, endpoint = "annual_target/enter")]
pub(crate) async fn enter_target(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = NewEntry::default();
    let outcome = async {
        let asker = request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        let text = |name| sent.get(name).to_owned();
        typed = NewEntry { on: text("on"), amount: text("amount"), what: text("what"), evidence: text("evidence") };
        let (base, target) = (sent.get("base"), sent.get("target"));
        let manager = asker.manager(request.base(base).await?.id)?;
        let year = year_of(sent.get("year"))?;
        let file = sent.prepared(&request, manager.base()).await?;
        let about = (year.to_string(), target, &typed, file.as_ref().map(Prepared::digest));
        let intent = Intent::new("annual_target.enter", sent.get("key"), &about);
        let entered = store::enter(&request.store, &manager, year, target, &typed, file.as_ref(), intent).await;
        entered.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/targets/{target}?year={year}&done=submitted"))
    };
    let outcome = outcome.await;
    answer("target_entry", &typed, outcome).await
}

/// What becomes of an entry. `act`: `approve` or `refuse` by the bureau, `withdraw` by the operator.
#[server(endpoint = "annual_target/decide_entry")]
pub(crate) async fn decide_entry(
    base: String,
    entry: String,
    version: String,
    act: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReasonTyped { reason, about: entry };
    let outcome = async {
        let of = request.base(&base).await?;
        let asker = request.asker()?;
        let id: Uuid = typed.about.parse().map_err(|_| AppError::NotFound)?;
        let seen = version.parse().map_err(|_| AppError::NotFound)?;
        let action = EntryAction::from_code(&act).ok_or(AppError::NotFound)?;
        let intent = Intent::new("annual_target.decide_entry", key, &(id, seen, &act, &typed));
        let (store, reason) = (&request.store, typed.reason.as_str());
        let (done, code) = match action {
            EntryAction::Withdraw => {
                (store::withdraw_entry(store, &asker.manager(of.id)?, id, seen, intent).await, "withdrawn")
            }
            EntryAction::Approve | EntryAction::Refuse => {
                let officer = asker.bureau(of.id)?;
                let done = store::decide_entry(store, &officer, id, seen, action, reason, intent).await;
                (done, if action == EntryAction::Approve { "confirmed" } else { "declined" })
            }
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(with_parameter(&request.referer, "done", code))
    };
    let outcome = outcome.await;
    answer("entry_decision", &typed, outcome).await
}

fn year_of(text: &str) -> Result<Year, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}
