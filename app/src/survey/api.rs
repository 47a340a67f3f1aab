//! What the forms of surveys call.

use hatchboard::{
    store::Intent,
    survey::{
        AnswerText, OpeningText, Question,
        store::{self, Seen},
    },
};
use leptos::prelude::*;

use super::problem::told;
use crate::{
    error::AppError,
    form::{answer, answer_of_nobody, with_parameter},
    request::Request,
};

/// The bureau opens the survey of a quarter.
#[server(endpoint = "survey/open")]
pub(crate) async fn open_survey(
    base: String,
    #[server(default)] quarter: String,
    #[server(default)] closes_on: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = OpeningText { quarter, closes_on };
    let outcome = async {
        let of = request.base(&base).await?;
        let officer = request.asker()?.supervisor(of.id)?.officer()?;
        let intent = Intent::new("survey.open", key, &(&base, &typed));
        let opened = store::open(&request.store, &officer, &typed, intent).await;
        let survey = opened.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/surveys/{survey}?done=created"))
    };
    let outcome = outcome.await;
    answer("survey", &typed, outcome).await
}

/// The bureau ends a survey before its day.
#[server(endpoint = "survey/close")]
pub(crate) async fn close_survey(base: String, survey: String, version: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let officer = request.asker()?.supervisor(of.id)?.officer()?;
        let id = survey.parse().map_err(|_| AppError::NotFound)?;
        let seen = Seen { survey: id, row_version: version.parse().map_err(|_| AppError::NotFound)? };
        let intent = Intent::new("survey.close", key, &(&survey, &version));
        let closed = store::close(&request.store, &officer, seen, intent).await;
        closed.map_err(|error| told(error, request.language))?;
        Ok(with_parameter(&request.referer, "done", "closed"))
    };
    let outcome = outcome.await;
    answer("survey_close", &(), outcome).await
}

/// Somebody answers by a group's link, signed in or not: nobody is asked who it is.
#[server(endpoint = "survey/answer")]
pub(crate) async fn answer_survey(
    token: String,
    #[server(default)] useful: String,
    #[server(default)] prompt: String,
    #[server(default)] fair: String,
    #[server(default)] premises: String,
    #[server(default)] felt: String,
    #[server(default)] overall: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let chosen = [
        (Question::Useful, useful),
        (Question::Prompt, prompt),
        (Question::Fair, fair),
        (Question::Premises, premises),
        (Question::Felt, felt),
        (Question::Overall, overall),
    ];
    let points = chosen.map(|(question, points)| (question.code().to_owned(), points)).into();
    let typed = AnswerText { points, words };
    let outcome = store::answer(&request.store, &token, &typed, key).await;
    let outcome = outcome.map_err(|error| told(error, request.language));
    let outcome = outcome.map(|()| format!("/survey/{token}?done=sent"));
    answer_of_nobody("survey_answer", &typed, outcome).await
}
