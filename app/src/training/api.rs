//! What the forms of trainings call.

use hatchboard::{
    account::anonymous,
    store::Intent,
    training::{
        Action, ListText, SignInText, TrainingText,
        store::{self, SignedIn},
    },
};
use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};
use uuid::Uuid;

use super::{problem::told, words};
use crate::{
    account,
    error::{AppError, FieldProblem},
    form::{answer, with_parameter},
    record::seen,
    request::Request,
    upload::Uploaded,
};

/// By the operator. `id` and `version` of a session that is changed; blank for a new one.
#[server(endpoint = "training/save")]
pub(crate) async fn save_training(
    base: String,
    #[server(default)] id: String,
    #[server(default)] version: String,
    #[server(flatten)] typed: SessionTyped,
    #[server(default)] organisations: Vec<String>,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = typed.with(organisations);
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let told = |error| told(error, request.language, "title");
        let intent = |operation| Intent::new(operation, key.clone(), &(of.id, &id, &version, &typed));
        if id.is_empty() {
            let made = store::make(&request.store, &manager, &typed, intent("training.make")).await.map_err(told)?;
            return Ok(format!("/b/{base}/trainings/{made}?done=created"));
        }
        let seen = seen(&id, &version)?;
        store::change(&request.store, &manager, seen, &typed, intent("training.change")).await.map_err(told)?;
        Ok(format!("/b/{base}/trainings/{}?done=saved", seen.id))
    };
    let outcome = outcome.await;
    answer("training", &typed, outcome).await
}

/// By the operator: a file that is kept with a session.
#[server(input = MultipartFormData, endpoint = "training/add_file")]
pub(crate) async fn add_training_file(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let asker = request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        let (base, id) = (sent.get("base"), sent.get("id"));
        let manager = asker.manager(request.base(base).await?.id)?;
        let session: Uuid = id.parse().map_err(|_| AppError::NotFound)?;
        let Some(file) = sent.prepared(&request, manager.base()).await? else {
            let words = words::no_file(request.language).to_owned();
            return Err(AppError::Invalid(vec![FieldProblem { field: "file".to_owned(), words }]));
        };
        let intent = Intent::new("training.add_file", sent.get("key"), &(id, file.digest()));
        let added = store::add_file(&request.store, &manager, session, &file, intent).await;
        added.map_err(|error| told(error, request.language, "file"))?;
        Ok(format!("/b/{base}/trainings/{session}?done=uploaded#files"))
    };
    let outcome = outcome.await;
    answer("training_file", &(), outcome).await
}

/// What is typed of a session, but for who is chosen.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct SessionTyped {
    title: String,
    topic: String,
    teacher: String,
    held_on: String,
    begins_at: String,
    hours: String,
    place: String,
    material: String,
    invite: String,
    outsiders: String,
}

impl SessionTyped {
    fn with(self, organisations: Vec<String>) -> TrainingText {
        let Self { title, topic, teacher, held_on, begins_at, hours, place, material, invite, outsiders } = self;
        TrainingText {
            title,
            topic,
            teacher,
            held_on,
            begins_at,
            hours,
            place,
            material,
            invite,
            organisations,
            outsiders,
        }
    }
}

/// By the operator. `act`: `hold`, `cancel` or `reopen`.
#[server(endpoint = "training/step")]
pub(crate) async fn step_training(
    base: String,
    id: String,
    version: String,
    act: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let (form, done) = match act.as_str() {
        "hold" => ("training_hold", "confirmed"),
        "cancel" => ("training_cancel", "saved"),
        _ => ("training_reopen", "reopened"),
    };
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let action = Action::from_code(&act).ok_or(AppError::NotFound)?;
        let seen = seen(&id, &version)?;
        let intent = Intent::new("training.step", key, &(&id, &version, &act, &reason));
        let stepped = store::step(&request.store, &manager, seen, action, &reason, intent).await;
        stepped.map_err(|error| told(error, request.language, "reason"))?;
        Ok(format!("/b/{base}/trainings/{}?done={done}", seen.id))
    };
    let outcome = outcome.await;
    answer(form, &reason, outcome).await
}

/// By the operator: those of one organisation who came.
#[server(endpoint = "training/enter")]
pub(crate) async fn enter_training(
    base: String,
    id: String,
    #[server(default)] organisation: String,
    #[server(default)] outside: String,
    #[server(default)] names: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ListText { organisation, outside, names, reason };
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let training = id.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("training.enter", key, &(&id, &typed));
        let entered = store::enter(&request.store, &manager, training, &typed, intent).await;
        entered.map_err(|error| told(error, request.language, "names"))?;
        Ok(format!("/b/{base}/trainings/{training}?done=added"))
    };
    let outcome = outcome.await;
    answer("training_enter", &typed, outcome).await
}

/// What the form that takes somebody off shows again.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct OffTyped {
    pub(crate) attendance: String,
    pub(crate) reason: String,
}

/// By the operator: somebody did not come.
#[server(endpoint = "training/strike")]
pub(crate) async fn strike_training(
    base: String,
    id: String,
    #[server(default)] attendance: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = OffTyped { attendance, reason };
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let training = id.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("training.strike", key, &(&id, &typed));
        let struck = store::strike(&request.store, &manager, training, &typed.attendance, &typed.reason, intent).await;
        struck.map_err(|error| told(error, request.language, "attendance"))?;
        Ok(format!("/b/{base}/trainings/{training}?done=struck"))
    };
    let outcome = outcome.await;
    answer("training_strike", &typed, outcome).await
}

/// By whoever holds the link, on the session's day.
#[server(endpoint = "training/sign_in")]
pub(crate) async fn sign_in_training(
    token: String,
    #[server(default)] organisation: String,
    #[server(default)] outside: String,
    #[server(default)] person: String,
    #[server(default)] phone: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SignInText { organisation, outside, person, phone };
    let outcome = async {
        let counted = anonymous::count(&request.store, "training", &request.address).await;
        counted.map_err(|error| account::told(error, request.language))?;
        let intent = Intent::new("training.sign_in", key, &(&token, &typed));
        let signed = store::sign_in(&request.store, &token, &typed, intent).await;
        let signed = signed.map_err(|error| told(error, request.language, "person"))?;
        let signed = if signed == SignedIn::Now { "now" } else { "before" };
        Ok(with_parameter(&format!("/trainings/{token}"), "signed", signed))
    };
    let outcome = outcome.await;
    answer("training_sign_in", &typed, outcome).await
}
