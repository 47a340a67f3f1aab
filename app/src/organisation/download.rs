//! Workbooks: the list exactly as it is shown, and the refused rows of an import.

use axum::{
    Extension,
    extract::Path,
    response::{IntoResponse, Response},
};
use hatchboard::{
    export::{Cell, Column, Sheet},
    organisation::store::{self, ImportError, Listed},
};
use http::{HeaderValue, StatusCode, header};
use uuid::Uuid;

use super::{import_api, import_words, list, words};
use crate::{
    Language,
    base::frame::managed,
    error::AppError,
    incubation::words as incubation_words,
    plain,
    plain_routes::PlainRoutes,
    request::Request,
    ui::{list_query::ListQuery, time},
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

/// The file's name and its contents.
type Workbook = (String, Vec<u8>);

async fn export(request: &Request, slug: &str) -> Result<Workbook, AppError> {
    let base = request.base(slug).await?;
    let reader = request.asker()?.reader(base.id)?;
    let pairs = form_urlencoded::parse(request.uri.query().unwrap_or_default().as_bytes()).into_owned();
    let query = ListQuery::from(pairs.collect::<Vec<_>>());
    let rows = store::all(&request.store, &reader, &list::filter(&query), list::sort(&query)).await?;
    let language = request.language;
    let now = time::minute(request.now, base.zone);
    let sheet = Sheet {
        name: words::title(language).to_owned(),
        made: words::export_made(language, words::title(language), &base.name, &reader.actor().name, &now),
        columns: columns(language),
        rows: rows.iter().map(|row| cells(language, row)).collect(),
    };
    // Fifteen hundred rows take tens of milliseconds, a hundred thousand seconds.
    let made = tokio::task::spawn_blocking(move || sheet.to_workbook()).await;
    let contents = made.map_err(|error| AppError::unknown(&error))?.map_err(|error| AppError::unknown(&error))?;
    Ok((format!("{}-{}-{}.xlsx", words::title(language), base.slug, time::date(request.now, base.zone)), contents))
}

fn columns(language: Language) -> Vec<Column> {
    let headings: [(&str, u16); 14] = [
        (words::name(language), 36),
        (words::code(language), 22),
        (words::kind_label(language), 16),
        (words::standing_label(language), 12),
        (words::district(language), 12),
        (words::stage(language), 12),
        (words::mode(language), 12),
        (words::admitted_on(language), 12),
        (words::left_on(language), 12),
        (words::last_report(language), 12),
        (words::contact_name(language), 12),
        (words::grade(language), 10),
        (words::strengths(language), 30),
        (incubation_words::proposals_title(language), 14),
    ];
    headings.map(|(heading, width)| Column { heading: heading.to_owned(), width }).into()
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
    let contents = async {
        let found = store::open(&request.store, &manager, id).await?;
        let name = format!("{}-{}", import_words::refused_rows(language), found.file_name);
        Ok::<_, ImportError>((
            name,
            found.refused(import_words::reason_heading(language), |reason| import_words::reason(language, reason))?,
        ))
    };
    contents.await.map_err(import_api::told)
}

fn served(request: &Request, outcome: Result<Workbook, AppError>) -> Response {
    let (name, contents) = match outcome {
        Ok(workbook) => workbook,
        Err(error) => return plain::refusal(request, &error),
    };
    let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20");
    let mut response = (StatusCode::OK, contents).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{encoded}")) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}
