//! The base's own weeks, as those who read the base see them.

use axum::{Extension, extract::Path, response::Response};
use chrono::{DateTime, Utc};
use hatchboard::{export::Cell, weekly_report::store::WeekFacts};

use super::{base_reports::standing, problem, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    ui::time,
    weekly_report::{cell, download::weeks, words as shared},
    workbook::{self, Table, Workbook, served},
};

/// `GET /b/{base}/base-reports.xlsx`: every week since the base began, of the last ten years at most, or those of the
/// quarter that the query names.
pub(super) fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/base-reports.xlsx", base_reports)
}

async fn base_reports(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let language = at.language();
    let weeks = weeks(request, &at.base, &at.reader.of(at.base.id)).await;
    let weeks = weeks.map_err(|error| problem::told(error, language))?;
    let table = Table {
        title: words::base_reports_title(language).to_owned(),
        columns: workbook::columns([
            ("week", words::week(language), 12),
            ("days", shared::column_days(language), 24),
            ("timeliness", words::timeliness(language), 24),
            ("state", words::standing(language), 30),
            ("due_at", words::deadline(language), 18),
            ("first_filed_at", words::filed_at(language), 18),
        ]),
        rows: weeks.iter().map(|facts| line(&at, facts)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, facts: &WeekFacts) -> Vec<Cell> {
    let language = at.language();
    let minute = |time: DateTime<Utc>| time.with_timezone(&at.zone()).naive_local();
    vec![
        Cell::from(facts.week.to_string().as_str()),
        Cell::from(time::week_days(language, facts.week).as_str()),
        Cell::from(cell::word(language, &facts.cell).as_str()),
        Cell::from(standing(at, facts).as_str()),
        Cell::from(facts.due_at.map(minute)),
        Cell::from(facts.first_filed_at.map(minute)),
    ]
}
