//! Lists as workbooks: exactly what their links show, all rows of them, and who made them when.

use axum::response::{IntoResponse, Response};
use chrono_tz::Tz;
use hatchboard::{
    export::{Cell, Column, Sheet},
    store::{Page, Paging},
};
use http::{HeaderName, HeaderValue, header};

use crate::{
    base::At,
    error::AppError,
    plain,
    request::Request,
    ui::{list_query::ListQuery, time, words},
};

/// Rows that are read at once.
const ROWS: u64 = 1000;
const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file that the browser saves instead of showing.
#[derive(Debug)]
pub(crate) struct Workbook {
    pub(crate) name: String,
    pub(crate) contents: Vec<u8>,
}

/// What stands in a workbook below who made it.
#[derive(Debug)]
pub(crate) struct Table {
    /// The list's name; the sheet and the file are called after it.
    pub(crate) title: String,
    /// Headings and widths in characters.
    pub(crate) columns: Vec<(String, u16)>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl Workbook {
    /// A list of a base.
    pub(crate) async fn of_base(at: &At, table: Table) -> Result<Self, AppError> {
        Self::of(&at.request, &at.base.name, at.zone(), table).await
    }

    /// A list of what is called `place`.
    pub(crate) async fn of(request: &Request, place: &str, zone: Tz, table: Table) -> Result<Self, AppError> {
        let Table { title, columns, rows } = table;
        let (by, now) = (request.asker()?.display_name(), time::minute(request.now, zone));
        let name = format!("{title}-{place}-{}.xlsx", time::date(request.now, zone));
        let sheet = Sheet {
            made: words::exported(request.language, &title, place, by, now),
            name: title,
            columns: columns.into_iter().map(|(heading, width)| Column { heading, width }).collect(),
            rows,
        };
        // Fifteen hundred rows take tens of milliseconds, a hundred thousand seconds.
        let made = tokio::task::spawn_blocking(move || sheet.to_workbook()).await;
        let contents = made.map_err(|error| AppError::unknown(&error))?.map_err(|error| AppError::unknown(&error))?;
        Ok(Self { name, contents })
    }
}

impl IntoResponse for Workbook {
    fn into_response(self) -> Response {
        attachment(&self.name, MEDIA_TYPE, self.contents)
    }
}

/// A file of another kind that the browser saves instead of showing.
pub(crate) fn attachment(name: &str, media_type: &'static str, contents: Vec<u8>) -> Response {
    let name: String = form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20");
    let disposition = HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{name}"));
    let headers: [(HeaderName, HeaderValue); 4] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::CONTENT_DISPOSITION, disposition.unwrap_or_else(|_| HeaderValue::from_static("attachment"))),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, contents).into_response()
}

/// Answers with the workbook, or with why there is none.
pub(crate) fn served(request: &Request, outcome: Result<Workbook, AppError>) -> Response {
    outcome.map_or_else(|error| plain::refusal(request, &error), IntoResponse::into_response)
}

/// The query of a list whose workbook is asked for.
pub(crate) fn query(request: &Request) -> ListQuery {
    let pairs = form_urlencoded::parse(request.uri.query().unwrap_or_default().as_bytes()).into_owned();
    ListQuery::from(pairs.collect::<Vec<_>>())
}

/// Every row of a list that is read in pages.
pub(crate) async fn every_row<T, E, F>(read: impl Fn(Paging) -> F) -> Result<Vec<T>, E>
where
    F: Future<Output = Result<Page<T>, E>>,
{
    let mut rows = Vec::new();
    for page in 1.. {
        let found = read(Paging::new(page, ROWS)).await?;
        let read_all = found.rows.is_empty();
        rows.extend(found.rows);
        if read_all || rows.len() as u64 >= found.total {
            break;
        }
    }
    Ok(rows)
}

/// Headings with their widths.
pub(crate) fn columns<const N: usize>(named: [(&str, u16); N]) -> Vec<(String, u16)> {
    named.map(|(heading, width)| (heading.to_owned(), width)).into()
}
