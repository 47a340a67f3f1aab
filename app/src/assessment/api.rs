//! What the forms of assessments call.

use hatchboard::{
    access::BureauOfficer,
    assessment::{
        Occasion,
        store::{self, DecisionText, LineText, ReferenceText, Seen, SheetText, Then},
    },
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    here::hand,
    problem::{of_lines, told, told_at},
    words,
};
use crate::{
    Language,
    error::{AppError, FieldProblem},
    form::{answer, with_parameter, without_parameter},
    request::Request,
};

/// Why a line is sent back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonText {
    pub code: String,
    pub words: String,
}

/// What the form that sends back shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ReasonsTyped {
    pub reasons: Vec<ReasonText>,
}

/// What smaller forms show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SaidTyped {
    pub code: String,
    pub points: String,
    pub words: String,
}

/// What the form of a sample shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SampleTyped {
    pub seed: String,
    pub number: String,
}

/// Opens the round of a quarter or a year.
#[server(endpoint = "assessment/open")]
pub(crate) async fn open_round(base: String, #[server(default)] quarter: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let overseer = request.asker()?.overseer(of.id)?;
        let wanted: Occasion = quarter.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("assessment.open", key, &quarter);
        let opened = store::open(&request.store, &overseer, wanted, intent).await;
        opened.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/assessments/{wanted}?done=created"))
    };
    let outcome = outcome.await;
    answer("assessment_open", &quarter, outcome).await
}

/// Takes an organisation into a round whose admission was recorded after the opening.
#[server(endpoint = "assessment/add_late")]
pub(crate) async fn add_late(
    base: String,
    quarter: String,
    #[server(default)] organisation: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let overseer = request.asker()?.overseer(of.id)?;
        let wanted: Occasion = quarter.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("assessment.add_late", key, &(&quarter, &organisation));
        let added = store::add_latecomer(&request.store, &overseer, wanted, id(&organisation)?, intent).await;
        added.map_err(|error| told(error, request.language))?;
        Ok(again(&request, "created"))
    };
    let outcome = outcome.await;
    answer("assessment_add_late", &organisation, outcome).await
}

/// Keeps somebody's points, or hands them in. `act`: `keep` or `hand_in`.
#[server(endpoint = "assessment/write")]
pub(crate) async fn write_sheet(
    whose: String,
    #[server(default)] role: String,
    sheet: String,
    quarter: String,
    #[server(default)] lines: Vec<LineText>,
    #[server(default)] reference: Option<ReferenceText>,
    #[server(default)] act: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SheetText { lines, reference };
    let outcome = async {
        let language = request.language;
        let hand = hand(&request, &whose, &role).await?;
        let (then, done) = if act == "hand_in" { (Then::HandIn, "submitted") } else { (Then::Keep, "saved") };
        let intent = Intent::new("assessment.write", key, &(&sheet, &quarter, &act, &typed));
        let written = store::write(&request.store, &hand, id(&sheet)?, &typed, then, intent).await;
        let written = written.map_err(|error| told(error, language))?;
        let card = store::card_of(&request.store, &hand, id(&sheet)?).await.map_err(|error| told(error, language))?;
        match of_lines(language, &card, &typed.lines, &written) {
            Some(problems) => Err(problems),
            None => Ok(again(&request, done)),
        }
    };
    let outcome = outcome.await;
    answer("assessment_write", &typed, outcome).await
}

/// Sends a scored sheet back, with reasons by line.
#[server(endpoint = "assessment/send_back")]
pub(crate) async fn send_back_sheet(
    base: String,
    sheet: String,
    version: String,
    #[server(default)] reasons: Vec<ReasonText>,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReasonsTyped { reasons };
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let said: Vec<(String, String)> =
            typed.reasons.iter().map(|reason| (reason.code.clone(), reason.words.clone())).collect();
        let intent = Intent::new("assessment.send_back", key, &(&sheet, &version, &typed));
        let done = store::send_back(&request.store, &officer, seen(&sheet, &version)?, &said, intent).await;
        done.map_err(|error| told_at(error, request.language, "reasons[0][words]"))?;
        Ok(again(&request, "returned"))
    };
    let outcome = outcome.await;
    answer("assessment_send_back", &typed, outcome).await
}

/// Confirms the sheets that were ticked.
#[server(endpoint = "assessment/confirm")]
pub(crate) async fn confirm_sheets(
    base: String,
    #[server(default)] sheets: Vec<String>,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let ids = sheets.iter().map(|sheet| id(sheet)).collect::<Result<Vec<Uuid>, _>>()?;
        let intent = Intent::new("assessment.confirm", key, &sheets);
        let several = store::confirm(&request.store, &officer, &ids, intent).await;
        let several = several.map_err(|error| told(error, request.language))?;
        let stay = several.not_theirs + several.not_ready;
        let done = if several.done > 0 { "confirmed" } else { "" };
        let next = again(&request, done);
        Ok(with_parameter(&next, "stay", &stay.to_string()))
    };
    let outcome = outcome.await;
    answer("assessment_confirm", &(), outcome).await
}

/// Publishes one confirmed sheet of a quarter, or all of them where none is named.
#[server(endpoint = "assessment/publish")]
pub(crate) async fn publish_sheets(
    base: String,
    quarter: String,
    #[server(default)] sheet: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let wanted: Occasion = quarter.parse().map_err(|_| AppError::NotFound)?;
        let only = if sheet.is_empty() { None } else { Some(id(&sheet)?) };
        let intent = Intent::new("assessment.publish", key, &(&quarter, &sheet));
        let published = store::publish(&request.store, &officer, wanted, only, intent).await;
        published.map_err(|error| told(error, request.language))?;
        Ok(again(&request, "sent"))
    };
    let outcome = outcome.await;
    answer("assessment_publish", &(), outcome).await
}

/// What the bureau adds to a sheet. `act`: `reward` or `reference`.
#[server(endpoint = "assessment/judge")]
pub(crate) async fn judge_sheet(
    base: String,
    sheet: String,
    version: String,
    act: String,
    #[server(default)] points: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { code: String::new(), points, words };
    let form = if act == "reward" { "assessment_reward" } else { "assessment_reference" };
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let (store, seen) = (&request.store, seen(&sheet, &version)?);
        let intent = |operation| Intent::new(operation, key.clone(), &(&sheet, &version, &typed));
        let done = match act.as_str() {
            "reward" => {
                let intent = intent("assessment.reward");
                store::reward(store, &officer, seen, &typed.points, &typed.words, intent).await
            }
            "reference" => {
                let intent = intent("assessment.reference");
                store::note_reference(store, &officer, seen, &typed.words, intent).await
            }
            _ => return Err(AppError::NotFound),
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(again(&request, "saved"))
    };
    let outcome = outcome.await;
    answer(form, &typed, outcome).await
}

/// Draws sheets to be looked at closely.
#[server(endpoint = "assessment/draw")]
pub(crate) async fn draw_sheets(
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
        let wanted: Occasion = quarter.parse().map_err(|_| AppError::NotFound)?;
        let number = how_many(&typed.number, request.language)?;
        let intent = Intent::new("assessment.draw", key, &(&quarter, &typed));
        let drawn = store::draw(&request.store, &officer, wanted, &typed.seed, number, intent).await;
        drawn.map_err(|error| told_at(error, request.language, "seed"))?;
        Ok(format!("/b/{base}/assessments/{wanted}?show=sampled&done=saved"))
    };
    let outcome = outcome.await;
    answer("assessment_draw", &typed, outcome).await
}

/// The subject objects to a line.
#[server(endpoint = "assessment/object")]
pub(crate) async fn object_to_line(
    whose: String,
    sheet: String,
    #[server(default)] code: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { code, points: String::new(), words };
    let outcome = async {
        let hand = hand(&request, &whose, "").await?;
        if typed.code.is_empty() {
            let words = words::problem_words(request.language).to_owned();
            return Err(AppError::Invalid(vec![FieldProblem { field: "code".to_owned(), words }]));
        }
        let intent = Intent::new("assessment.object", key, &(&sheet, &typed));
        let made = store::object(&request.store, &hand, id(&sheet)?, &typed.code, &typed.words, intent).await;
        made.map_err(|error| told(error, request.language))?;
        Ok(again(&request, "submitted"))
    };
    let outcome = outcome.await;
    answer("assessment_object", &typed, outcome).await
}

/// The bureau decides on an objection. `act`: `uphold` or `reject`.
#[server(endpoint = "assessment/decide")]
pub(crate) async fn decide_objection(
    base: String,
    sheet: String,
    code: String,
    act: String,
    #[server(default)] points: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { code, points, words };
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let decision =
            DecisionText { upheld: act == "uphold", points: typed.points.clone(), words: typed.words.clone() };
        let intent = Intent::new("assessment.decide", key, &(&sheet, &act, &typed));
        let done = store::decide(&request.store, &officer, id(&sheet)?, &typed.code, &decision, intent).await;
        done.map_err(|error| told(error, request.language))?;
        Ok(again(&request, "saved"))
    };
    let outcome = outcome.await;
    answer("assessment_decide", &typed, outcome).await
}

/// Seals what is due, without waiting for the hour.
#[server(endpoint = "assessment/seal")]
pub(crate) async fn seal_sheets(base: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let officer = officer(&request, &base).await?;
        let sealed = store::seal_due(&request.store, officer.base()).await;
        sealed.map_err(|error| told(error, request.language))?;
        Ok(again(&request, "closed"))
    };
    let outcome = outcome.await;
    answer("assessment_seal", &(), outcome).await
}

/// The page that the form was on, without what came back to it before.
pub(super) fn again(request: &Request, done: &str) -> String {
    with_parameter(&without_parameter(&request.referer, "returned"), "done", done)
}

pub(super) async fn officer(request: &Request, base: &str) -> Result<BureauOfficer, AppError> {
    let of = request.base(base).await?;
    Ok(request.asker()?.bureau(of.id)?)
}

pub(super) fn seen(sheet: &str, version: &str) -> Result<Seen, AppError> {
    Ok(Seen { sheet: id(sheet)?, row_version: version.parse().map_err(|_| AppError::NotFound)? })
}

pub(super) fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

pub(super) fn how_many(text: &str, language: Language) -> Result<usize, AppError> {
    const MOST: usize = 500;
    text.trim().parse().ok().filter(|number| *number <= MOST).ok_or_else(|| {
        let words = words::problem_number(language).to_owned();
        AppError::Invalid(vec![FieldProblem { field: "number".to_owned(), words }])
    })
}
