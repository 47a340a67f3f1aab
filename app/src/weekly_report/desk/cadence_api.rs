//! What the form of cadences calls.

use hatchboard::{
    incubation::Mode,
    organisation::Standing,
    store::Intent,
    weekly_report::{
        Cadence,
        store::{
            WeeklyReportError,
            cadence::{NewCadence, settle},
        },
    },
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    problem::{one, told},
    words,
};
use crate::{Language, error::AppError, form::answer, request::Request};

/// What the form shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct CadenceTyped {
    pub(super) standing: String,
    /// Empty for organisations without a mode.
    pub(super) mode: String,
    pub(super) from: String,
    /// `weekly`, `none`, or a number of weeks.
    pub(super) every: String,
}

/// By the bureau.
#[server(endpoint = "weekly_report/settle_cadence")]
pub(crate) async fn settle_cadence(
    base: String,
    #[server(default)] standing: String,
    #[server(default)] mode: String,
    #[server(default)] from: String,
    #[server(default)] every: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = CadenceTyped { standing, mode, from, every };
    let outcome = async {
        let of = request.base(&base).await?;
        let officer = request.asker()?.bureau(of.id)?;
        let new = read(&typed, request.language)?;
        let intent = Intent::new("weekly_report.settle_cadence", key, &(of.id, &typed));
        settle(&request.store, &officer, new, intent).await.map_err(|error| match error {
            WeeklyReportError::EndNotAhead => one("from", words::week_has_begun(request.language)),
            error => told(error, request.language),
        })?;
        Ok(format!("/b/{base}/cadence?done=saved"))
    };
    let outcome = outcome.await;
    answer("cadence", &typed, outcome).await
}

fn read(typed: &CadenceTyped, language: Language) -> Result<NewCadence, AppError> {
    let choose = |field| one(field, words::choose_one(language));
    let from = typed.from.parse().map_err(|_| choose("from"))?;
    let cadence = match typed.every.as_str() {
        "weekly" => Some(Cadence::Weekly),
        "none" => Some(Cadence::None),
        weeks => weeks.parse().ok().and_then(|weeks| Cadence::every(weeks, from)),
    };
    Ok(NewCadence {
        standing: Standing::from_code(&typed.standing).ok_or_else(|| choose("standing"))?,
        mode: Mode::from_code(&typed.mode),
        from,
        cadence: cadence.ok_or_else(|| choose("every"))?,
    })
}
