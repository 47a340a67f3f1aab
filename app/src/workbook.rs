//! Lists as workbooks, as CSV and as JSON: exactly what their links show, all rows of them, and who made them when.

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
    weekly_report::{Author, place},
};

/// Rows that are read at once.
const ROWS: u64 = 1000;
const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file that the browser saves instead of showing.
#[derive(Debug)]
pub(crate) struct Workbook {
    name: String,
    media_type: &'static str,
    contents: Vec<u8>,
}

/// What a list is written as; `?format=…` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Excel,
    Csv,
    Json,
}

impl Format {
    fn of(request: &Request) -> Result<Self, AppError> {
        match query(request).get("format") {
            None | Some("xlsx") => Ok(Self::Excel),
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            Some(_) => Err(AppError::NotFound),
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Excel => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Self::Excel => MEDIA_TYPE,
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
        }
    }

    fn write(self, sheet: &Sheet) -> Result<Vec<u8>, AppError> {
        match self {
            Self::Excel => sheet.to_workbook().map_err(|error| AppError::unknown(&error)),
            Self::Csv => sheet.to_csv().map_err(|error| AppError::unknown(&error)),
            Self::Json => Ok(sheet.to_json()),
        }
    }
}

/// What stands in a workbook below who made it.
#[derive(Debug)]
pub(crate) struct Table {
    /// The list's name; the sheet and the file are called after it.
    pub(crate) title: String,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl Workbook {
    /// One that is no list.
    pub(crate) fn new(name: String, contents: Vec<u8>) -> Self {
        Self { name, media_type: MEDIA_TYPE, contents }
    }

    /// A list of a base.
    pub(crate) async fn of_base(at: &At, table: Table) -> Result<Self, AppError> {
        Self::of(&at.request, &at.base.name, at.zone(), table).await
    }

    /// A list of an organisation, for its staff.
    pub(crate) async fn of_organisation(request: &Request, author: &Author, table: Table) -> Result<Self, AppError> {
        let place = place::of_organisation(request, author, author.reader.subject());
        Self::of(request, &place.name(request.language), author.base.zone, table).await
    }

    /// A list of what is called `place`.
    pub(crate) async fn of(request: &Request, place: &str, zone: Tz, table: Table) -> Result<Self, AppError> {
        let format = Format::of(request)?;
        let Table { title, columns, rows } = table;
        let (by, now) = (request.asker()?.display_name(), time::minute(request.now, zone));
        let name = format!("{title}-{place}-{}.{}", time::date(request.now, zone), format.extension());
        let made = words::exported(request.language, &title, place, by, now);
        let sheet = Sheet { made, name: title, columns, rows };
        // Fifteen hundred rows take tens of milliseconds, a hundred thousand seconds.
        let written = tokio::task::spawn_blocking(move || format.write(&sheet)).await;
        let contents = written.map_err(|error| AppError::unknown(&error))??;
        Ok(Self { name, media_type: format.media_type(), contents })
    }
}

impl IntoResponse for Workbook {
    fn into_response(self) -> Response {
        attachment(&self.name, self.media_type, self.contents)
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

/// Columns by what programs call them, their headings, and their widths in characters.
pub(crate) fn columns<const N: usize>(named: [(&str, &str, u16); N]) -> Vec<Column> {
    let column =
        |(id, heading, width): (&str, &str, u16)| Column { id: id.to_owned(), heading: heading.to_owned(), width };
    named.map(column).into()
}
