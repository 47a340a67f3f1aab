//! Workbooks: the list exactly as it is shown, and the refused rows of an import.

use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::{Cell, Column},
    organisation::store::{self, ImportError, Listed},
};
use uuid::Uuid;

use super::{import_api, import_words, list, words};
use crate::{
    Language,
    base::{At, frame::managed},
    error::AppError,
    incubation::words as incubation_words,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, served},
};

/// `GET /b/{base}/organisations.xlsx?…` and `GET /b/{base}/import/{id}/refused.xlsx`.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/organisations.xlsx", organisations)
        .get("/b/{base}/import/{id}/refused.xlsx", refused)
}

async fn organisations(Extension(request): Extension<Request>, Path(slug): Path<String>) -> Response {
    served(&request, export(&request, &slug).await)
}

async fn refused(Extension(request): Extension<Request>, Path((slug, id)): Path<(String, String)>) -> Response {
    served(&request, refused_rows(&request, &slug, &id).await)
}

async fn export(request: &Request, slug: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), slug).await?;
    let query = workbook::query(request);
    let rows = store::all(&request.store, &at.reader, &list::filter(&query), list::sort(&query)).await?;
    let language = request.language;
    let table = Table {
        title: words::title(language).to_owned(),
        columns: columns(language),
        rows: rows.iter().map(|row| cells(language, row)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn columns(language: Language) -> Vec<Column> {
    workbook::columns([
        ("name", words::name(language), 36),
        ("code", words::code(language), 22),
        ("kind", words::kind_label(language), 16),
        ("standing", words::standing_label(language), 12),
        ("district", words::district(language), 12),
        ("stage", words::stage(language), 12),
        ("mode", words::mode(language), 12),
        ("admitted_on", words::admitted_on(language), 12),
        ("left_on", words::left_on(language), 12),
        ("last_report_week", words::last_report(language), 12),
        ("contact_name", words::contact_name(language), 12),
        ("grade", words::grade(language), 10),
        ("strengths", words::strengths(language), 30),
        ("proposal", incubation_words::proposals_title(language), 14),
    ])
}

fn cells(language: Language, row: &Listed) -> Vec<Cell> {
    let stage = row.stage.map_or(words::no_stage(language), |stage| incubation_words::stage_name(language, stage));
    let mode = row.mode.map(|mode| incubation_words::mode_name(language, mode));
    let grade = row.grade.map(words::grade_name);
    let proposal = if row.proposal_open { words::proposal_open(language) } else { "" };
    vec![
        Cell::from(row.name.as_str()),
        Cell::from(row.code.as_deref()),
        Cell::from(words::kind(language, row.kind)),
        Cell::from(words::standing(language, row.standing)),
        Cell::from(row.district.as_str()),
        Cell::from(stage),
        Cell::from(mode),
        Cell::from(row.admitted_on),
        Cell::from(row.left_on),
        Cell::from(row.last_report_week.as_deref()),
        Cell::from(row.contact_name.as_str()),
        Cell::from(grade.as_deref()),
        Cell::from(row.strengths.join("、").as_str()),
        Cell::from(proposal),
    ]
}

async fn refused_rows(request: &Request, slug: &str, id: &str) -> Result<Workbook, AppError> {
    let (_, manager) = managed(request, slug).await?;
    let id: Uuid = id.parse().map_err(|_| AppError::NotFound)?;
    let language = request.language;
    let refused = async {
        let found = store::open(&request.store, &manager, id).await?;
        let name = format!("{}-{}", import_words::refused_rows(language), found.file_name);
        let contents =
            found.refused(import_words::reason_heading(language), |why| import_words::reason(language, why))?;
        Ok::<_, ImportError>(Workbook::new(name, contents))
    };
    refused.await.map_err(import_api::told)
}
