//! What the forms with files behind lines and vetoes call.

use hatchboard::{
    assessment::{Shows, store},
    evidence::{
        EvidenceError, MOST_BYTES,
        store::{self as evidence, Prepared},
    },
    store::Intent,
    weekly_report::store::Subject,
};
use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};

use super::{
    api::{SaidTyped, again, officer, seen},
    files::FileTyped,
    problem::told,
    words,
};
use crate::{
    error::{AppError, FieldProblem},
    form::answer,
    request::Request,
    upload::Uploaded,
    weekly_report::{Whose, fault},
};

/// Adds a file to a line of one's own sheet. `shows`: `own_points` or `objection`.
#[server(input = MultipartFormData, endpoint = "evidence/add_line_file")]
pub(crate) async fn add_line_file(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = FileTyped::default();
    let outcome = async {
        request.asker()?;
        // A little more than a file may have, so that one that is too large is told in its own words.
        let uploaded = Uploaded::read(data, MOST_BYTES + 1).await?;
        let subject = subject(&request, uploaded.get("whose")).await?;
        typed = FileTyped { line: uploaded.get("line").to_owned(), shows: uploaded.get("shows").to_owned() };
        let shows = Shows::from_code(&typed.shows).ok_or(AppError::NotFound)?;
        let missing = |field: &str, words: &str| {
            AppError::Invalid(vec![FieldProblem { field: field.to_owned(), words: words.to_owned() }])
        };
        if typed.line.is_empty() {
            return Err(missing("line", words::problem_line(request.language)));
        }
        let line = typed.line.parse().map_err(|_| AppError::NotFound)?;
        let Some((name, contents)) = uploaded.file.clone() else {
            return Err(missing("file", words::problem_file(request.language)));
        };
        let intent = Intent::new("assessment.add_file", uploaded.get("key"), &(line, &typed, &name, contents.len()));
        let upload = evidence::Upload { name, contents: contents.into() };
        let place = evidence::Place::Line { line, shows };
        let kept = evidence::attach(&request.store, &request.files, &subject, place, upload, intent).await;
        kept.map_err(|error| refused(&request, error))?;
        Ok(format!("{}#{}", again(&request, "uploaded"), anchor(shows)))
    };
    let outcome = outcome.await;
    answer("assessment_file", &typed, outcome).await
}

/// Takes a file away from a line of one's own sheet.
#[server(endpoint = "assessment/remove_file")]
pub(crate) async fn remove_line_file(whose: String, file: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let subject = subject(&request, &whose).await?;
        let id = file.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("assessment.remove_file", key, &file);
        let removed = evidence::remove(&request.store, &subject, id, intent).await;
        removed.map_err(|error| refused(&request, error))?;
        Ok(again(&request, "removed"))
    };
    let outcome = outcome.await;
    answer("assessment_file", &FileTyped::default(), outcome).await
}

/// The bureau's veto with what shows it, or its lifting where `code` is empty. A file may come with it.
#[server(input = MultipartFormData, endpoint = "assessment/veto")]
pub(crate) async fn veto_sheet(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = SaidTyped::default();
    let outcome = async {
        request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        let text = |name| sent.get(name).to_owned();
        typed = SaidTyped { code: text("code"), points: String::new(), words: text("words") };
        let officer = officer(&request, sent.get("base")).await?;
        let (sheet, version) = (sent.get("sheet"), sent.get("version"));
        let seen = seen(sheet, version)?;
        let file = sent.prepared(&request, officer.base()).await?;
        let about = (sheet, version, &typed, file.as_ref().map(Prepared::digest));
        let intent = Intent::new("assessment.veto", sent.get("key"), &about);
        let (code, words) = (&typed.code, &typed.words);
        let done = store::veto(&request.store, &officer, seen, code, words, file.as_ref(), intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(again(&request, "saved"))
    };
    let outcome = outcome.await;
    answer("assessment_veto", &typed, outcome).await
}

/// Where the form stands on its page.
fn anchor(shows: Shows) -> &'static str {
    match shows {
        Shows::OwnPoints => "files",
        Shows::Objection => "objections",
    }
}

/// Whose sheet it is: one's own organisation's, or the base's.
async fn subject(request: &Request, whose: &str) -> Result<Subject, AppError> {
    let asker = request.asker()?;
    match whose.parse::<Whose>()? {
        Whose::Own(organisation) => Ok(Subject::from(&asker.member(organisation)?)),
        Whose::Base(slug) => {
            let base = request.base(&slug).await?;
            Ok(Subject::from(&asker.manager(base.id)?))
        }
        Whose::OnBehalf { .. } => Err(AppError::NotFound),
    }
}

/// Told at the file's field.
fn refused(request: &Request, error: EvidenceError) -> AppError {
    match fault::of_file(request.language, error) {
        Ok(words) => AppError::Invalid(vec![FieldProblem { field: "file".to_owned(), words }]),
        Err(error) => error,
    }
}
