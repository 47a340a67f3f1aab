//! What the forms call that put a frozen or a sealed sheet right.

use hatchboard::{
    assessment::{
        Answer,
        store::{self, AssessmentError, CorrectionText},
    },
    evidence::store::Prepared,
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{MultipartData, MultipartFormData};

use super::{
    api::{SaidTyped, again, officer, seen},
    problem::told,
    words,
};
use crate::{
    error::{AppError, FieldProblem},
    form::{answer, without_parameter},
    request::Request,
    upload::Uploaded,
};

/// New points of a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointsText {
    pub code: String,
    /// Blank leaves them.
    pub points: String,
}

/// What the form of a correction shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct CorrectionTyped {
    pub lines: Vec<PointsText>,
    pub veto: String,
    pub words: String,
}

/// More lines than a sheet has.
const MOST_LINES: usize = 500;

/// The veto stays as it is.
pub(super) const SAME_VETO: &str = "same";

/// Takes later facts into a sheet that is not published yet; into a sealed one, it asks for a correction by them.
/// `act`: `recompute` or `correct`.
#[server(endpoint = "assessment/recompute")]
pub(crate) async fn recompute_sheet(
    base: String,
    sheet: String,
    version: String,
    act: String,
    print: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { words, ..SaidTyped::default() };
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let (store, seen) = (&request.store, seen(&sheet, &version)?);
        let intent = Intent::new("assessment.recompute", key, &(&sheet, &version, &act, &print, &typed));
        let done = if act == "recompute" {
            store::recompute(store, &officer, seen, &print, &typed.words, intent).await
        } else {
            let asked = CorrectionText { print, words: typed.words.clone(), ..CorrectionText::default() };
            store::ask_correction(store, &officer, seen, &asked, None, intent).await
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(without_parameter(&again(&request, "saved"), "compare"))
    };
    let outcome = outcome.await;
    answer("assessment_recompute", &typed, outcome).await
}

/// Asks for a correction of a sealed sheet. A file that shows it may come with it.
#[server(input = MultipartFormData, endpoint = "assessment/correct")]
pub(crate) async fn ask_correction(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = CorrectionTyped { veto: SAME_VETO.to_owned(), ..CorrectionTyped::default() };
    let outcome = async {
        request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        let text = |name| sent.get(name).to_owned();
        typed = CorrectionTyped { lines: lines_of(&sent), veto: text("veto"), words: text("words") };
        let officer = officer(&request, sent.get("base")).await?;
        let (sheet, version) = (sent.get("sheet"), sent.get("version"));
        let seen = seen(sheet, version)?;
        let file = sent.prepared(&request, officer.base()).await?;
        let asked = CorrectionText {
            lines: typed.lines.iter().map(|line| (line.code.clone(), line.points.clone())).collect(),
            veto: Some(typed.veto.clone()).filter(|veto| veto != SAME_VETO),
            print: String::new(),
            words: typed.words.clone(),
        };
        let about = (sheet, version, &typed, file.as_ref().map(Prepared::digest));
        let intent = Intent::new("assessment.correct", sent.get("key"), &about);
        let done = store::ask_correction(&request.store, &officer, seen, &asked, file.as_ref(), intent).await;
        done.map_err(|error| match error {
            AssessmentError::PointsOf(code) => {
                let row = typed.lines.iter().position(|line| line.code == code).unwrap_or_default();
                let words = words::problem_points(request.language).to_owned();
                AppError::Invalid(vec![FieldProblem { field: points_field(row), words }])
            }
            error => told(error, request.language),
        })?;
        Ok(again(&request, "submitted"))
    };
    let outcome = outcome.await;
    answer("assessment_correct", &typed, outcome).await
}

/// Answers a correction that waits. `act`: `approve`, `refuse` or `withdraw`.
#[server(endpoint = "assessment/answer_correction")]
pub(crate) async fn answer_correction(
    base: String,
    correction: String,
    act: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { code: correction.clone(), words, ..SaidTyped::default() };
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let correction = correction.parse().map_err(|_| AppError::NotFound)?;
        let said = match act.as_str() {
            "approve" => Answer::Approve,
            "refuse" => Answer::Refuse,
            "withdraw" => Answer::Withdraw,
            _ => return Err(AppError::NotFound),
        };
        let intent = Intent::new("assessment.answer_correction", key, &(&act, &typed));
        let done = store::answer_correction(&request.store, &officer, correction, said, &typed.words, intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(again(&request, "saved"))
    };
    let outcome = outcome.await;
    answer("assessment_answer_correction", &typed, outcome).await
}

/// The new points of the lines, in the order of the form.
fn lines_of(sent: &Uploaded) -> Vec<PointsText> {
    let line = |row: usize| PointsText {
        code: sent.get(&format!("lines[{row}][code]")).to_owned(),
        points: sent.get(&points_field(row)).to_owned(),
    };
    (0..MOST_LINES).map(line).take_while(|line| !line.code.is_empty()).collect()
}

/// The name of the field of a line's new points.
pub(super) fn points_field(row: usize) -> String {
    format!("lines[{row}][points]")
}
