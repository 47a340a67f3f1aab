//! What an author does with a report that was filed: take it back, confirm it, say something about it.

use hatchboard::{
    period::Week,
    store::Intent,
    weekly_report::store::{Speaker, filing, review},
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{Author, Whose, fault};
use crate::{error::AppError, form, request::Request};

/// Takes a report back that has not been reviewed.
#[server(endpoint = "weekly_report/own/withdraw")]
pub async fn withdraw(whose: String, week: String, row_version: i32, key: String) -> Result<(), AppError> {
    let done = async {
        let request = Request::current();
        let author = Author::find(&request, whose.parse()?).await?;
        let week = read_week(&week)?;
        let intent = Intent::new("weekly_report.withdraw", &key, &(&whose, week.to_string(), row_version));
        filing::withdraw(&request.store, &author.subject, week, row_version, intent)
            .await
            .map_err(|error| fault::told(request.language, error))?;
        Ok(author.whose.page(week) + "?done=withdrawn")
    };
    let outcome = done.await;
    form::answer("withdraw", &(), outcome).await
}

/// The organisation's word for what the operator filed on its behalf.
#[server(endpoint = "weekly_report/own/confirm")]
pub async fn confirm_behalf(organisation: String, week: String, key: String) -> Result<(), AppError> {
    let done = async {
        let request = Request::current();
        let (organisation, week) = (read_id(&organisation)?, read_week(&week)?);
        let member = request.asker()?.member(organisation)?;
        let intent = Intent::new("weekly_report.confirm", &key, &(organisation, week.to_string()));
        filing::confirm(&request.store, &member, week, intent)
            .await
            .map_err(|error| fault::told(request.language, error))?;
        Ok(Whose::Own(organisation).page(week) + "?done=confirmed")
    };
    let outcome = done.await;
    form::answer("confirm on behalf", &(), outcome).await
}

/// Something that the organisation says about its own report.
#[server(endpoint = "weekly_report/own/comment")]
pub async fn comment_own(
    organisation: String,
    report: String,
    week: String,
    words: String,
    key: String,
) -> Result<(), AppError> {
    let typed = CommentOwn { organisation, report, week, words, key };
    let done = async {
        let request = Request::current();
        let (organisation, report, week) =
            (read_id(&typed.organisation)?, read_id(&typed.report)?, read_week(&typed.week)?);
        let speaker = Speaker::from(&request.asker()?.member(organisation)?);
        let intent = Intent::new("weekly_report.comment", &typed.key, &(report, &typed.words));
        review::comment(&request.store, &speaker, report, &typed.words, intent)
            .await
            .map_err(|error| fault::told(request.language, error))?;
        Ok(Whose::Own(organisation).page(week) + "?done=commented#comment")
    };
    let outcome = done.await;
    form::answer(CommentOwn::FORM, &typed, outcome).await
}

impl CommentOwn {
    /// The form's name among those that come back.
    pub const FORM: &str = "own comment";
}

fn read_week(week: &str) -> Result<Week, AppError> {
    week.parse().map_err(|_| AppError::NotFound)
}

fn read_id(id: &str) -> Result<Uuid, AppError> {
    id.parse().map_err(|_| AppError::NotFound)
}
