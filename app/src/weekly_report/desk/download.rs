//! The matrix as a workbook: exactly what its link shows, all rows of it.

use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::{IntoResponse, Response},
};
use hatchboard::{
    export::{Cell, Column, Sheet},
    store::Paging,
    weekly_report::store::matrix::{self, Matrix as Weeks, MatrixRow},
};
use http::{HeaderName, HeaderValue, header};

use super::{matrix::filter, problem, words};
use crate::{
    base::At,
    error::AppError,
    incubation::words as incubation,
    organisation::words as organisation,
    plain::refusal,
    plain_routes::PlainRoutes,
    request::Request,
    ui::{list_query::ListQuery, number::percent, time},
    weekly_report::cell,
};

/// Rows that are read at once.
const ROWS: u64 = 1000;
const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The plain routes of this area, beside its pages.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/reports.xlsx", reports)
}

/// `GET /b/{base}/reports.xlsx`, with the query of `/b/{base}/reports`.
async fn reports(
    Extension(request): Extension<Request>,
    Path(base): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let query = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect::<Vec<_>>();
    match workbook(request.clone(), &base, &ListQuery::from(query)).await {
        Ok((name, contents)) => attachment(&name, contents),
        Err(error) => refusal(&request, &error),
    }
}

async fn workbook(request: Request, base: &str, query: &ListQuery) -> Result<(String, Vec<u8>), AppError> {
    let at = At::of(request, base).await?;
    let filter = filter(query);
    let mut rows = Vec::new();
    let mut columns = Vec::new();
    for page in 1.. {
        let weeks = matrix::matrix(&at.request.store, &at.reader, &filter, Paging::new(page, ROWS)).await;
        let weeks = weeks.map_err(|error| problem::told(error, at.language()))?;
        rows.extend(weeks.page.rows.iter().map(|row| line(&at, row)));
        let last = weeks.page.rows.is_empty() || rows.len() as u64 >= weeks.page.total;
        if last {
            columns = columns_of(&at, &weeks);
            rows.push(sum(&at, &weeks));
            break;
        }
    }
    let language = at.language();
    let now = time::minute(at.request.now, at.zone());
    let sheet = Sheet {
        name: words::sheet_reports(language).to_owned(),
        made: words::made_by(language, &at.base.name, at.request.asker()?.display_name(), now),
        columns,
        rows,
    };
    let contents = sheet.to_workbook().map_err(|error| AppError::unknown(&error))?;
    let name = format!("{}-{}.xlsx", words::sheet_reports(language), time::date(at.request.now, at.zone()));
    Ok((name, contents))
}

fn columns_of(at: &At, weeks: &Weeks) -> Vec<Column> {
    let language = at.language();
    let column = |heading: String, width| Column { heading, width };
    let fixed = [(words::organisation(language), 36), (words::kind(language), 16)];
    let more = [(words::stage(language), 10), (words::mode(language), 10)];
    let named = |(heading, width): (&str, u16)| column(heading.to_owned(), width);
    let of_weeks = weeks.weeks.iter().map(|week| column(time::week(language, *week), 14));
    let last = [(words::last_report(language), 12), (words::rate(language), 10)];
    fixed.map(named).into_iter().chain(more.map(named)).chain(of_weeks).chain(last.map(named)).collect()
}

fn line(at: &At, row: &MatrixRow) -> Vec<Cell> {
    let language = at.language();
    let fixed = [
        row.name.clone(),
        row.kind.map(|kind| organisation::kind(language, kind)).unwrap_or_default().to_owned(),
        row.stage.map(|stage| incubation::stage_name(language, stage)).unwrap_or_default().to_owned(),
        row.mode.map(|mode| incubation::mode_name(language, mode)).unwrap_or_default().to_owned(),
    ];
    let of_weeks = row.cells.iter().map(|one| cell::word(language, &one.cell));
    let last = row.last_report_week.map(|week| week.to_string()).unwrap_or_default();
    let rate = row.rate.basis_points().map(|points| percent(points.into())).unwrap_or_default();
    fixed.into_iter().chain(of_weeks).chain([last, rate]).map(|text| text.as_str().into()).collect()
}

/// The last row: each week over all organisations.
fn sum(at: &At, weeks: &Weeks) -> Vec<Cell> {
    let language = at.language();
    let of_weeks =
        weeks.summary.iter().map(|week| words::summary_cell(language, week.on_time + week.late, week.expected));
    let rate = weeks.rate.basis_points().map(|points| percent(points.into())).unwrap_or_default();
    let blank = String::new;
    let fixed = [words::everybody(language).to_owned(), blank(), blank(), blank()];
    fixed.into_iter().chain(of_weeks).chain([blank(), rate]).map(|text| text.as_str().into()).collect()
}

/// A file that the browser saves instead of showing.
fn attachment(name: &str, contents: Vec<u8>) -> Response {
    let plain: String = form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20");
    let disposition =
        HeaderValue::from_str(&format!("attachment; filename=\"reports.xlsx\"; filename*=UTF-8''{plain}"));
    let headers: [(HeaderName, HeaderValue); 3] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE)),
        (header::CONTENT_DISPOSITION, disposition.unwrap_or_else(|_| HeaderValue::from_static("attachment"))),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, contents).into_response()
}
