//! What the forms of drawn reports call.

use hatchboard::{
    assessment::{ReportFinding, store},
    period::Quarter,
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    api::{SampleTyped, again, how_many, id, officer},
    problem::{told, told_at},
};
use crate::{error::AppError, form::answer, request::Request};

/// What the form of a finding shows again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundTyped {
    /// The id under which the report was drawn.
    pub report: String,
    pub finding: String,
    pub words: String,
}

/// Draws weekly reports of a quarter to be looked at closely.
#[server(endpoint = "assessment/draw_reports")]
pub(crate) async fn draw_reports(
    base: String,
    quarter: String,
    #[server(default)] seed: String,
    #[server(default)] number: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SampleTyped { seed, number };
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let wanted: Quarter = quarter.parse().map_err(|_| AppError::NotFound)?;
        let number = how_many(&typed.number, request.language)?;
        let intent = Intent::new("assessment.draw_reports", key, &(&quarter, &typed));
        let drawn = store::draw_reports(&request.store, &officer, wanted, &typed.seed, number, intent).await;
        drawn.map_err(|error| told_at(error, request.language, "seed"))?;
        Ok(format!("/b/{base}/assessments/{wanted}/base?done=saved#report-sample"))
    };
    let outcome = outcome.await;
    answer("assessment_draw_reports", &typed, outcome).await
}

/// An officer says what was found of a report that was drawn.
#[server(endpoint = "assessment/find_report")]
pub(crate) async fn find_report(
    base: String,
    report: String,
    version: String,
    finding: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = FoundTyped { report, finding, words };
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let finding = ReportFinding::from_code(&typed.finding).ok_or(AppError::NotFound)?;
        let seen = version.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("assessment.find_report", key, &(&version, &typed));
        let sampled = id(&typed.report)?;
        let found = store::find_report(&request.store, &officer, sampled, seen, finding, &typed.words, intent).await;
        found.map_err(|error| told(error, request.language))?;
        Ok(format!("{}#report-sample", again(&request, "saved")))
    };
    let outcome = outcome.await;
    answer("assessment_find_report", &typed, outcome).await
}
