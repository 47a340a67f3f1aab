//! What the forms with files behind lines and vetoes call.

use hatchboard::{
    assessment::{Shows, store},
    evidence::{
        MOST_BYTES,
        store::{Prepared, Upload},
    },
    store::Intent,
};
use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};

use super::{
    api::{SaidTyped, again, id, officer, seen},
    files::FileTyped,
    here::hand,
    problem::{told, told_at},
    words,
};
use crate::{
    error::{AppError, FieldProblem},
    form::answer,
    request::Request,
    upload::Uploaded,
};

/// Puts a file behind a line: behind the points that one gives, or behind one's objection.
#[server(input = MultipartFormData, endpoint = "evidence/add_line_file")]
pub(crate) async fn add_line_file(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = FileTyped::default();
    let outcome = async {
        request.asker()?;
        // A little more than a file may have, so that one that is too large is told in its own words.
        let uploaded = Uploaded::read(data, MOST_BYTES + 1).await?;
        let hand = hand(&request, uploaded.get("whose"), uploaded.get("role")).await?;
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
        let upload = Upload { name, contents: contents.into() };
        let kept = store::add_file(&request.store, &request.files, &hand, (line, shows), upload, intent).await;
        kept.map_err(|error| told_at(error, request.language, "file"))?;
        Ok(format!("{}#{}", again(&request, "uploaded"), anchor(shows)))
    };
    let outcome = outcome.await;
    answer("assessment_file", &typed, outcome).await
}

/// Takes a file away from behind a line.
#[server(endpoint = "assessment/remove_file")]
pub(crate) async fn remove_line_file(
    whose: String,
    #[server(default)] role: String,
    file: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let hand = hand(&request, &whose, &role).await?;
        let intent = Intent::new("assessment.remove_file", key, &file);
        let removed = store::remove_file(&request.store, &hand, id(&file)?, intent).await;
        removed.map_err(|error| told_at(error, request.language, "file"))?;
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
        Shows::Objection => "objections",
        Shows::OwnPoints | Shows::OperatorPoints | Shows::BureauPoints => "files",
    }
}
