//! What the forms of service requests call.

use hatchboard::{
    evidence::store::Prepared,
    service_request::{
        AcceptText, AskingText, LinkText, RatingText,
        store::{self, Seen, Source, Voice},
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

/// What the form of a new request shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct NewTyped {
    pub asking: AskingText,
    pub organisation: String,
    pub report: String,
    pub visit: String,
}

/// What forms with words show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SaidTyped {
    pub words: String,
    pub rating: String,
}

/// Asks for help: an organisation for itself, the operator for one. A file may come with it.
#[server(input = MultipartFormData, endpoint = "service_request/ask")]
pub(crate) async fn ask_service(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = NewTyped::default();
    let outcome = async {
        request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        let text = |name| sent.get(name).to_owned();
        typed = NewTyped {
            asking: AskingText { kind: text("kind"), words: text("words") },
            organisation: text("organisation"),
            report: text("report"),
            visit: text("visit"),
        };
        asked(&request, &sent, &typed).await
    };
    let outcome = outcome.await;
    answer("service", &typed, outcome).await
}

async fn asked(request: &Request, sent: &Uploaded, typed: &NewTyped) -> Result<String, AppError> {
    let told = |error| told(error, request.language);
    let (asker, store, whose) = (request.asker()?, &request.store, sent.get("whose"));
    let intent = |file: Option<&Prepared>| {
        let about = (whose, typed, file.map(Prepared::digest));
        Intent::new("service_request.ask", sent.get("key"), &about)
    };
    match whose.parse::<Whose>()? {
        Whose::Own(organisation) => {
            let member = asker.member(organisation)?;
            let file = sent.prepared(request, member.base()).await?;
            let intent = intent(file.as_ref());
            let id = store::ask(store, &member, &typed.asking, file.as_ref(), intent).await.map_err(told)?;
            Ok(format!("/o/{organisation}/services/{id}?done=sent"))
        }
        Whose::Base(slug) => {
            let base = request.base(&slug).await?;
            let manager = asker.manager(base.id)?;
            let chosen = choice(&typed.organisation, request.language)?;
            let source = match (typed.report.as_str(), typed.visit.as_str()) {
                ("", "") => None,
                (report, "") => Some(Source::Report(id(report)?)),
                ("", visit) => Some(Source::Visit(id(visit)?)),
                _ => return Err(AppError::NotFound),
            };
            let file = sent.prepared(request, base.id).await?;
            let (of, intent) = ((chosen, source), intent(file.as_ref()));
            let asked = store::ask_for(store, &manager, of, &typed.asking, file.as_ref(), intent).await;
            Ok(format!("/b/{slug}/services/{}?done=created", asked.map_err(told)?))
        }
        Whose::OnBehalf { .. } => Err(AppError::NotFound),
    }
}

/// The operator takes a request on, or changes who sees to it and by when.
#[server(endpoint = "service_request/accept")]
pub(crate) async fn accept_service(
    base: String,
    request: String,
    version: String,
    #[server(default)] kind: String,
    #[server(default)] owner: String,
    #[server(default)] due_on: String,
    key: String,
) -> Result<(), AppError> {
    let asked = Request::current();
    let typed = AcceptText { kind, owner, due_on };
    let outcome = async {
        let of = asked.base(&base).await?;
        let manager = asked.asker()?.manager(of.id)?;
        let seen = seen(&request, &version)?;
        let intent = Intent::new("service_request.accept", key, &(&request, &version, &typed));
        let done = store::accept(&asked.store, &manager, seen, &typed, intent).await;
        done.map_err(|error| told(error, asked.language))?;
        Ok(with_parameter(&asked.referer, "done", "saved"))
    };
    let outcome = outcome.await;
    answer("service_accept", &typed, outcome).await
}

/// The operator ends a request. `act`: `finish` or `decline`.
#[server(endpoint = "service_request/end")]
pub(crate) async fn end_service(
    base: String,
    request: String,
    version: String,
    act: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let asked = Request::current();
    let typed = SaidTyped { words, rating: String::new() };
    let form = if act == "finish" { "service_finish" } else { "service_decline" };
    let outcome = async {
        let of = asked.base(&base).await?;
        let manager = asked.asker()?.manager(of.id)?;
        let seen = seen(&request, &version)?;
        let (store, said) = (&asked.store, typed.words.as_str());
        let (done, code) = match act.as_str() {
            "finish" => {
                let intent = Intent::new("service_request.finish", key, &(&request, &version, &typed));
                (store::finish(store, &manager, seen, said, intent).await, "closed")
            }
            "decline" => {
                let intent = Intent::new("service_request.decline", key, &(&request, &version, &typed));
                (store::decline(store, &manager, seen, said, intent).await, "declined")
            }
            _ => return Err(AppError::NotFound),
        };
        done.map_err(|error| told(error, asked.language))?;
        Ok(with_parameter(&asked.referer, "done", code))
    };
    let outcome = outcome.await;
    answer(form, &typed, outcome).await
}

/// What the organisation does with its request. `act`: `rate`, `reopen` or `withdraw`.
#[server(endpoint = "service_request/answer")]
pub(crate) async fn answer_service(
    organisation: String,
    request: String,
    version: String,
    act: String,
    #[server(default)] words: String,
    #[server(default)] rating: String,
    key: String,
) -> Result<(), AppError> {
    let asked = Request::current();
    let typed = SaidTyped { words, rating };
    let form = match act.as_str() {
        "rate" => "service_rate",
        "reopen" => "service_reopen",
        _ => "service_withdraw",
    };
    let outcome = async {
        let member = asked.asker()?.member(id(&organisation)?)?;
        let (store, seen) = (&asked.store, seen(&request, &version)?);
        let intent = |operation| Intent::new(operation, key.clone(), &(&request, &version, &typed));
        let (done, code) = match act.as_str() {
            "rate" => {
                let given = RatingText { rating: typed.rating.clone(), words: typed.words.clone() };
                (store::rate(store, &member, seen, &given, intent("service_request.rate")).await, "saved")
            }
            "reopen" => {
                let intent = intent("service_request.reopen");
                (store::reopen(store, &member, seen, &typed.words, intent).await, "reopened")
            }
            "withdraw" => (store::withdraw(store, &member, seen, intent("service_request.withdraw")).await, "revoked"),
            _ => return Err(AppError::NotFound),
        };
        done.map_err(|error| told(error, asked.language))?;
        Ok(with_parameter(&asked.referer, "done", code))
    };
    let outcome = outcome.await;
    answer(form, &typed, outcome).await
}

/// Either side says something. A file may come with it.
#[server(input = MultipartFormData, endpoint = "service_request/say")]
pub(crate) async fn say_service(data: MultipartData) -> Result<(), AppError> {
    let asked = Request::current();
    let mut typed = SaidTyped::default();
    let outcome = async {
        let asker = asked.asker()?;
        let sent = Uploaded::with_words(data).await?;
        sent.get("words").clone_into(&mut typed.words);
        let (voice, base) = match sent.get("whose").parse::<Whose>()? {
            Whose::Own(organisation) => {
                let member = asker.member(organisation)?;
                (Voice::from(&member), member.base())
            }
            Whose::Base(slug) => {
                let manager = asker.manager(asked.base(&slug).await?.id)?;
                (Voice::from(&manager), manager.base())
            }
            Whose::OnBehalf { .. } => return Err(AppError::NotFound),
        };
        let request = id(sent.get("request"))?;
        let file = sent.prepared(&asked, base).await?;
        let about = (request, &typed, file.as_ref().map(Prepared::digest));
        let intent = Intent::new("service_request.say", sent.get("key"), &about);
        let said = store::say(&asked.store, &voice, request, &typed.words, file.as_ref(), intent).await;
        said.map_err(|error| told(error, asked.language))?;
        Ok(with_parameter(&asked.referer, "done", "commented"))
    };
    let outcome = outcome.await;
    answer("service_say", &typed, outcome).await
}

/// The operator links a policy, a resource or a project to a request.
#[server(endpoint = "service_request/link")]
pub(crate) async fn link_service(
    base: String,
    request: String,
    #[server(default)] kind: String,
    #[server(default)] title: String,
    #[server(default)] detail: String,
    key: String,
) -> Result<(), AppError> {
    let asked = Request::current();
    let typed = LinkText { kind, title, detail };
    let outcome = async {
        let manager = asked.asker()?.manager(asked.base(&base).await?.id)?;
        let intent = Intent::new("service_request.link", key, &(&request, &typed));
        let linked = store::link(&asked.store, &manager, id(&request)?, &typed, intent).await;
        linked.map_err(|error| told(error, asked.language))?;
        Ok(with_parameter(&asked.referer, "done", "saved"))
    };
    let outcome = outcome.await;
    answer("service_link", &typed, outcome).await
}

/// The operator strikes out what was linked wrongly.
#[server(endpoint = "service_request/strike_link")]
pub(crate) async fn strike_service_link(
    base: String,
    link: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let asked = Request::current();
    let typed = SaidTyped { words, rating: link.clone() };
    let outcome = async {
        let manager = asked.asker()?.manager(asked.base(&base).await?.id)?;
        let intent = Intent::new("service_request.strike_link", key, &typed);
        let struck = store::strike_link(&asked.store, &manager, id(&link)?, &typed.words, intent).await;
        struck.map_err(|error| told(error, asked.language))?;
        Ok(with_parameter(&asked.referer, "done", "saved"))
    };
    let outcome = outcome.await;
    answer("service_link_strike", &typed, outcome).await
}

fn seen(request: &str, version: &str) -> Result<Seen, AppError> {
    Ok(Seen { request: id(request)?, row_version: version.parse().map_err(|_| AppError::NotFound)? })
}

fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

/// The organisation that was chosen; nothing chosen is told at the field.
fn choice(text: &str, language: Language) -> Result<Uuid, AppError> {
    if text.is_empty() {
        let words = words::say(language, words::organisation(language), words::choose(language));
        return Err(AppError::Invalid(vec![FieldProblem { field: "organisation".to_owned(), words }]));
    }
    id(text)
}
