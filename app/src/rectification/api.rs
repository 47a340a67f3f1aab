//! What the forms of rectifications call.

use hatchboard::{
    evidence::store::Prepared,
    rectification::{
        ExtensionText, FindingText, FoundIn,
        store::{self, Repairer, Seen, Subject},
    },
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{MultipartData, MultipartFormData};
use uuid::Uuid;

use super::{problem::told, words};
use crate::{
    Language,
    error::{AppError, FieldProblem},
    form::{answer, with_parameter},
    request::Request,
    upload::Uploaded,
    weekly_report::Whose,
};

/// What the form of a new rectification shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct NewTyped {
    /// An organisation's id, or [`OF_BASE`].
    pub subject: String,
    /// The record that it was found in; empty for none.
    pub found_in: String,
    pub finding: FindingText,
}

/// What forms with words show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SaidTyped {
    pub words: String,
}

/// The choice of the base itself.
pub(super) const OF_BASE: &str = "base";

/// A fault was found, by operator or bureau.
#[server(endpoint = "rectification/give")]
pub(crate) async fn give_rectification(
    base: String,
    #[server(default)] subject: String,
    #[server(default)] found_in: String,
    #[server(default)] source: String,
    #[server(default)] words: String,
    #[server(default)] owner: String,
    #[server(default)] due_on: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = NewTyped { subject, found_in, finding: FindingText { source, words, owner, due_on } };
    let outcome = async {
        let of = request.base(&base).await?;
        let overseer = request.asker()?.overseer(of.id)?;
        let subject = choice(&typed.subject, request.language)?;
        let found_in = match typed.found_in.as_str() {
            "" => None,
            found_in => Some(found_in.parse::<FoundIn>().map_err(|_| AppError::NotFound)?),
        };
        let intent = Intent::new("rectification.give", key, &(of.id, &typed));
        let given = store::give(&request.store, &overseer, subject, found_in, &typed.finding, intent).await;
        let given = given.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/rectifications/{given}?done=created"))
    };
    let outcome = outcome.await;
    answer("rectification", &typed, outcome).await
}

/// What was repaired: by an organisation, or by the operator for the base itself. A file may come with it.
#[server(input = MultipartFormData, endpoint = "rectification/report")]
pub(crate) async fn report_rectification(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = SaidTyped::default();
    let outcome = async {
        let asker = request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        sent.get("words").clone_into(&mut typed.words);
        let (repairer, base) = match sent.get("whose").parse::<Whose>()? {
            Whose::Own(organisation) => {
                let member = asker.member(organisation)?;
                (Repairer::from(&member), member.base())
            }
            Whose::Base(slug) => {
                let manager = asker.manager(request.base(&slug).await?.id)?;
                (Repairer::from(&manager), manager.base())
            }
            Whose::OnBehalf { .. } => return Err(AppError::NotFound),
        };
        let (id, version) = (sent.get("id"), sent.get("version"));
        let seen = seen(id, version)?;
        let file = sent.prepared(&request, base).await?;
        let about = (id, version, &typed, file.as_ref().map(Prepared::digest));
        let intent = Intent::new("rectification.report", sent.get("key"), &about);
        let done = store::report(&request.store, &repairer, seen, &typed.words, file.as_ref(), intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(with_parameter(&request.referer, "done", "sent"))
    };
    let outcome = outcome.await;
    answer("rectification_report", &typed, outcome).await
}

/// Whoever closes or gave it decides. `act`: `close`, `send_back` or `withdraw`.
#[server(endpoint = "rectification/decide")]
pub(crate) async fn decide_rectification(
    base: String,
    id: String,
    version: String,
    act: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { words };
    let form = match act.as_str() {
        "close" => "rectification_close",
        "withdraw" => "rectification_withdraw",
        _ => "rectification_send_back",
    };
    let outcome = async {
        let of = request.base(&base).await?;
        let overseer = request.asker()?.overseer(of.id)?;
        let (store, seen) = (&request.store, seen(&id, &version)?);
        let intent = |operation| Intent::new(operation, key.clone(), &(&id, &version, &typed));
        let (done, code) = match act.as_str() {
            "close" => {
                let intent = intent("rectification.close");
                (store::close(store, &overseer, seen, &typed.words, intent).await, "closed")
            }
            "send_back" => {
                let intent = intent("rectification.send_back");
                (store::send_back(store, &overseer, seen, &typed.words, intent).await, "returned")
            }
            "withdraw" => {
                let intent = intent("rectification.withdraw");
                (store::withdraw(store, &overseer, seen, &typed.words, intent).await, "revoked")
            }
            _ => return Err(AppError::NotFound),
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(with_parameter(&request.referer, "done", code))
    };
    let outcome = outcome.await;
    answer(form, &typed, outcome).await
}

/// Whoever gave it allows more time.
#[server(endpoint = "rectification/extend")]
pub(crate) async fn extend_rectification(
    base: String,
    id: String,
    version: String,
    #[server(default)] due_on: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ExtensionText { due_on, words };
    let outcome = async {
        let of = request.base(&base).await?;
        let overseer = request.asker()?.overseer(of.id)?;
        let intent = Intent::new("rectification.extend", key, &(&id, &version, &typed));
        let done = store::extend(&request.store, &overseer, seen(&id, &version)?, &typed, intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(with_parameter(&request.referer, "done", "extended"))
    };
    let outcome = outcome.await;
    answer("rectification_extend", &typed, outcome).await
}

fn seen(text: &str, version: &str) -> Result<Seen, AppError> {
    Ok(Seen { id: id(text)?, row_version: version.parse().map_err(|_| AppError::NotFound)? })
}

fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

/// Whom it concerns; nothing chosen is told at the field.
fn choice(text: &str, language: Language) -> Result<Subject, AppError> {
    match text {
        "" => {
            let words = words::say(language, words::subject(language), words::choose(language));
            Err(AppError::Invalid(vec![FieldProblem { field: "subject".to_owned(), words }]))
        }
        OF_BASE => Ok(Subject::Base),
        organisation => Ok(Subject::Organisation(id(organisation)?)),
    }
}
