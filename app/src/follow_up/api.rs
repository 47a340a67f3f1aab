//! What the forms of follow-ups call.

use std::collections::BTreeMap;

use hatchboard::{
    access::Manager,
    account::anonymous,
    evidence::{MOST_BYTES, store as evidence},
    follow_up::{
        Draft, NewAssignment, NewAttempt, NewSignal,
        store::{self, Saved, Which},
    },
    store::Intent,
    weekly_report::store::Subject,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{MultipartData, MultipartFormData};
use uuid::Uuid;

use super::problem::{of_visit, told};
use crate::{
    account, base::frame::managed, error::AppError, form::answer, organisation::told_of_file, request::Request,
    upload::Uploaded, weekly_report::fault,
};

/// What the form of a visit shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct VisitTyped {
    pub visit: Draft,
    /// The version of the draft that it was typed on top of.
    pub version: i32,
}

/// What the forms with a reason show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ReasonTyped {
    pub reason: String,
}

/// Says who goes, and when.
#[server(endpoint = "follow_up/assign")]
pub(crate) async fn assign_follow_up(
    base: String,
    organisation: String,
    which: String,
    version: String,
    #[server(default)] assigned: String,
    #[server(default)] planned_on: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = NewAssignment { assigned, planned_on };
    let outcome = async {
        let (of, manager) = managed(&request, &base).await?;
        let (organisation, which, seen) = (id(&organisation)?, which_of(&which)?, number(&version)?);
        let intent = Intent::new("follow_up.assign", key, &(organisation, which.to_string(), seen, &typed));
        let done = store::assign(&request.store, &manager, organisation, which, &typed, seen, intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=saved", page_of(&of.slug, organisation, which)))
    };
    let outcome = outcome.await;
    answer("follow_up_assign", &typed, outcome).await
}

/// Keeps an attempt to reach an organisation.
#[server(endpoint = "follow_up/attempt")]
pub(crate) async fn attempt_follow_up(
    base: String,
    organisation: String,
    which: String,
    #[server(default)] on: String,
    #[server(default)] means: String,
    #[server(default)] reached: String,
    #[server(default)] note: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = NewAttempt { on, means, reached, note };
    let outcome = async {
        let (of, manager) = managed(&request, &base).await?;
        let (organisation, which) = (id(&organisation)?, which_of(&which)?);
        let intent = Intent::new("follow_up.attempt", key, &(organisation, which.to_string(), &typed));
        let done = store::attempt(&request.store, &manager, organisation, which, &typed, intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=added#attempts", page_of(&of.slug, organisation, which)))
    };
    let outcome = outcome.await;
    answer("follow_up_attempt", &typed, outcome).await
}

/// Keeps what was typed of a visit, or files it. `act`: `save` or `file`.
#[server(endpoint = "follow_up/save")]
pub(crate) async fn save_follow_up(
    base: String,
    organisation: String,
    which: String,
    version: String,
    #[server(default)] visit: BTreeMap<String, String>,
    #[server(default)] act: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = VisitTyped { visit: Draft::of(visit), version: version.parse().unwrap_or(0) };
    let outcome = async {
        let (of, manager) = managed(&request, &base).await?;
        let (organisation, which) = (id(&organisation)?, which_of(&which)?);
        let (store, draft, seen) = (&request.store, &typed.visit, typed.version);
        let saved = if act == "file" {
            // The version is no part of what is meant: the second of two equal clicks may come with another one.
            let intent = Intent::new("follow_up.file", key, &(organisation, which.to_string(), draft));
            store::file(store, &manager, organisation, which, draft, seen, intent).await
        } else {
            store::save(store, &manager, organisation, which, draft, seen).await
        };
        match saved.map_err(|error| of_visit(error, request.language))? {
            Saved::Stale => Err(AppError::Stale),
            Saved::Kept { .. } => {
                let done = if act == "file" { "submitted" } else { "saved" };
                Ok(format!("{}?done={done}", page_of(&of.slug, organisation, which)))
            }
        }
    };
    let outcome = outcome.await;
    answer("follow_up_visit", &typed, outcome).await
}

/// Adds a photo or paper to a visit that is being written.
#[server(input = MultipartFormData, endpoint = "evidence/add_visit_photo")]
pub(crate) async fn add_photo(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        request.asker()?;
        // A little more than a file may have, so that one that is too large is told in its own words.
        let uploaded = Uploaded::read(data, MOST_BYTES + 1).await?;
        let (of, manager) = managed(&request, uploaded.get("base")).await?;
        let (organisation, visit) = (id(uploaded.get("organisation"))?, id(uploaded.get("visit"))?);
        let subject = photographed(&request, &manager, organisation).await?;
        let here = page_of(&of.slug, organisation, Which::Kept(visit));
        let Some((name, contents)) = uploaded.file.clone() else { return Ok(format!("{here}#photos")) };
        let intent = Intent::new("follow_up.add_photo", uploaded.get("key"), &(visit, &name, contents.len()));
        let upload = evidence::Upload { name, contents: contents.into() };
        let place = evidence::Place::FollowUp(visit);
        let kept = evidence::attach(&request.store, &request.files, &subject, place, upload, intent).await;
        kept.map_err(told_of_file)?;
        Ok(format!("{here}?done=uploaded#photos"))
    };
    let outcome = outcome.await;
    answer("follow_up_photo", &(), outcome).await
}

#[server(endpoint = "follow_up/remove_photo")]
pub(crate) async fn remove_photo(
    base: String,
    organisation: String,
    visit: String,
    photo: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (of, manager) = managed(&request, &base).await?;
        let (organisation, visit, photo) = (id(&organisation)?, id(&visit)?, id(&photo)?);
        let subject = photographed(&request, &manager, organisation).await?;
        let intent = Intent::new("follow_up.remove_photo", key, &photo);
        evidence::remove(&request.store, &subject, photo, intent).await.map_err(told_of_file)?;
        Ok(format!("{}?done=removed#photos", page_of(&of.slug, organisation, Which::Kept(visit))))
    };
    let outcome = outcome.await;
    answer("follow_up_photo", &(), outcome).await
}

/// Whose photos they are: the organisation's, so that its staff sees them.
async fn photographed(request: &Request, manager: &Manager, organisation: Uuid) -> Result<Subject, AppError> {
    let subject = Subject::on_behalf(&request.store, manager, organisation).await;
    subject.map_err(|error| fault::told(request.language, error))
}

/// What the form of a questionnaire shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ByLinkTyped {
    pub respondent: String,
    pub visit: Draft,
}

/// Makes a link by which the organisation is asked.
#[server(endpoint = "follow_up/ask")]
pub(crate) async fn ask_by_link(
    base: String,
    organisation: String,
    which: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (of, manager) = managed(&request, &base).await?;
        let (organisation, which) = (id(&organisation)?, which_of(&which)?);
        let intent = Intent::new("follow_up.ask", key, &(organisation, which.to_string()));
        let asked = store::ask(&request.store, &manager, organisation, which, intent).await;
        asked.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=created#questionnaire", page_of(&of.slug, organisation, which)))
    };
    let outcome = outcome.await;
    answer("follow_up_ask", &(), outcome).await
}

/// By whoever holds the link, once.
#[server(endpoint = "follow_up/by_link")]
pub(crate) async fn answer_by_link(
    token: String,
    #[server(default)] visit: BTreeMap<String, String>,
    #[server(default)] respondent: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ByLinkTyped { respondent, visit: Draft::of(visit) };
    let outcome = async {
        let counted = anonymous::count(&request.store, "questionnaire", &request.address).await;
        counted.map_err(|error| account::told(error, request.language))?;
        let intent = Intent::new("follow_up.by_link", key, &(&token, &typed));
        let ByLinkTyped { respondent, visit } = &typed;
        let answered = store::answer_by_link(&request.store, &token, respondent, visit, intent).await;
        answered.map_err(|error| of_visit(error, request.language))?;
        Ok(format!("/questionnaire/{token}"))
    };
    let outcome = outcome.await;
    answer("follow_up_by_link", &typed, outcome).await
}

/// Puts what was answered into the draft of the visit.
#[server(endpoint = "follow_up/take_answers")]
pub(crate) async fn take_answers(
    base: String,
    organisation: String,
    visit: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (of, manager) = managed(&request, &base).await?;
        let (organisation, visit) = (id(&organisation)?, id(&visit)?);
        let intent = Intent::new("follow_up.take_answers", key, &visit);
        let taken = store::take_answers(&request.store, &manager, organisation, visit, intent).await;
        taken.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=saved#write", page_of(&of.slug, organisation, Which::Kept(visit))))
    };
    let outcome = outcome.await;
    answer("follow_up_take_answers", &(), outcome).await
}

/// Opens a filed visit again, to correct it.
#[server(endpoint = "follow_up/take_back")]
pub(crate) async fn take_back_follow_up(
    base: String,
    organisation: String,
    visit: String,
    version: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReasonTyped { reason };
    let outcome = async {
        let (of, manager) = managed(&request, &base).await?;
        let (organisation, visit, seen) = (id(&organisation)?, id(&visit)?, number(&version)?);
        let intent = Intent::new("follow_up.take_back", key, &(visit, seen, &typed));
        let done = store::take_back(&request.store, &manager, organisation, visit, &typed.reason, seen, intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=reopened", page_of(&of.slug, organisation, Which::Kept(visit))))
    };
    let outcome = outcome.await;
    answer("follow_up_take_back", &typed, outcome).await
}

/// Asks for an extra visit, for a signal of risk.
#[server(endpoint = "follow_up/raise")]
pub(crate) async fn raise_follow_up(
    base: String,
    organisation: String,
    #[server(default)] signal: String,
    #[server(default)] note: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = NewSignal { signal, note };
    let outcome = async {
        let (of, manager) = managed(&request, &base).await?;
        let organisation = id(&organisation)?;
        let intent = Intent::new("follow_up.raise", key, &(organisation, &typed));
        let raised = store::raise(&request.store, &manager, organisation, &typed, intent).await;
        let raised = raised.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=created", page_of(&of.slug, organisation, Which::Kept(raised))))
    };
    let outcome = outcome.await;
    answer("follow_up_raise", &typed, outcome).await
}

/// The organisation's word on a record. `act`: `confirm` or `comment`.
#[server(endpoint = "follow_up/answer")]
pub(crate) async fn answer_follow_up(
    organisation: String,
    visit: String,
    version: String,
    act: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReasonTyped { reason };
    let outcome = async {
        let organisation = id(&organisation)?;
        let member = request.asker()?.member(organisation)?;
        let (visit, seen) = (id(&visit)?, number(&version)?);
        let (done, code) = match act.as_str() {
            "confirm" => {
                let intent = Intent::new("follow_up.confirm", key, &(visit, seen));
                (store::confirm(&request.store, &member, visit, seen, intent).await, "confirmed")
            }
            "comment" => {
                let intent = Intent::new("follow_up.comment", key, &(visit, seen, &typed));
                let said = store::comment(&request.store, &member, visit, seen, &typed.reason, intent).await;
                (said, "commented")
            }
            _ => return Err(AppError::NotFound),
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(format!("/o/{organisation}/follow-ups?done={code}"))
    };
    let outcome = outcome.await;
    answer("follow_up_answer", &typed, outcome).await
}

/// Where the operator writes a visit.
pub(crate) fn page_of(base: &str, organisation: Uuid, which: Which) -> String {
    format!("/b/{base}/organisations/{organisation}/follow-ups/{which}")
}

fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

fn which_of(text: &str) -> Result<Which, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

fn number(text: &str) -> Result<i32, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}
