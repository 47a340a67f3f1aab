//! The matrix, one week of it, the exceptions and the queue of reviews as workbooks: exactly what their links show, all rows of
//! them.

use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::{Cell, Column},
    period::Week,
    store::Paging,
    weekly_report::{
        HelpKind,
        store::{
            exception::{self, GivenException},
            matrix::{self, Matrix as Weeks, MatrixRow},
            of_week::{WeekLine, of_week as listed},
            queue::{self, Waiting, Whose},
        },
    },
};

use super::{base_reports_download, exceptions, matrix::filter, of_week, problem, reviews::content, words};
use crate::{
    base::At,
    error::AppError,
    incubation::words as incubation,
    organisation::words as organisation,
    plain_routes::PlainRoutes,
    request::Request,
    ui::{text::joined, time},
    weekly_report::{cell, words as shared},
    workbook::{self, Table, Workbook, every_row, served},
};

/// Rows that are read at once.
const ROWS: u64 = 1000;

/// The plain routes of this area, beside its pages.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/reports.xlsx", reports)
        .get("/b/{base}/weeks/{week}/reports.xlsx", one_week)
        .get("/b/{base}/exceptions.xlsx", all_exceptions)
        .get("/b/{base}/reviews.xlsx", reviews)
        .and(base_reports_download::routes())
}

/// With the query of `/b/{base}/reports`.
async fn reports(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, matrix_of(&request, &base).await)
}

/// With the query of `/b/{base}/weeks/{week}`.
async fn one_week(Extension(request): Extension<Request>, Path((base, week)): Path<(String, String)>) -> Response {
    served(&request, week_of(&request, &base, &week).await)
}

/// With the query of `/b/{base}/exceptions`.
async fn all_exceptions(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, exceptions_of(&request, &base).await)
}

async fn matrix_of(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let filter = filter(&workbook::query(request));
    let mut rows = Vec::new();
    let mut columns = Vec::new();
    for page in 1.. {
        let weeks = matrix::matrix(&request.store, &at.reader, &filter, Paging::new(page, ROWS)).await;
        let weeks = weeks.map_err(|error| problem::told(error, at.language()))?;
        rows.extend(weeks.page.rows.iter().map(|row| line(&at, row)));
        let last = weeks.page.rows.is_empty() || rows.len() as u64 >= weeks.page.total;
        if last {
            columns = columns_of(&at, &weeks);
            rows.push(sum(&at, &weeks));
            break;
        }
    }
    let title = words::sheet_reports(at.language()).to_owned();
    Workbook::of_base(&at, Table { title, columns, rows }).await
}

fn columns_of(at: &At, weeks: &Weeks) -> Vec<Column> {
    let language = at.language();
    let fixed = workbook::columns([
        ("organisation", words::organisation(language), 36),
        ("kind", words::kind(language), 16),
        ("stage", words::stage(language), 10),
        ("mode", words::mode(language), 10),
    ]);
    let of_weeks =
        weeks.weeks.iter().map(|week| Column { id: week.to_string(), heading: time::week(language, *week), width: 14 });
    let last = workbook::columns([
        ("last_report_week", words::last_report(language), 12),
        ("rate", words::rate(language), 10),
    ]);
    fixed.into_iter().chain(of_weeks).chain(last).collect()
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
    let texts = fixed.into_iter().chain(of_weeks).chain([last]).map(|text| text.as_str().into());
    texts.chain([rate(row.rate.basis_points())]).collect()
}

/// The last row: each week over all organisations.
fn sum(at: &At, weeks: &Weeks) -> Vec<Cell> {
    let language = at.language();
    let of_weeks =
        weeks.summary.iter().map(|week| words::summary_cell(language, week.on_time + week.late, week.expected));
    let blank = String::new;
    let fixed = [words::everybody(language).to_owned(), blank(), blank(), blank()];
    let texts = fixed.into_iter().chain(of_weeks).chain([blank()]).map(|text| text.as_str().into());
    texts.chain([rate(weeks.rate.basis_points())]).collect()
}

fn rate(basis_points: Option<u16>) -> Cell {
    basis_points.map_or(Cell::Empty, Cell::Percent)
}

async fn week_of(request: &Request, base: &str, week: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let week: Week = week.parse().map_err(|_| AppError::NotFound)?;
    let (language, filter) = (at.language(), of_week::filter(&workbook::query(request)));
    let (store, reader, filter) = (&request.store, &at.reader, &filter);
    let one_page = |paging| async move {
        let found = listed(store, reader, week, filter, paging).await;
        found.map(|found| found.page)
    };
    let found = every_row(one_page).await;
    let found = found.map_err(|error| problem::told(error, language))?;
    let table = Table {
        title: format!("{} {week}", words::sheet_reports(language)),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("timeliness", words::timeliness(language), 24),
            ("state", words::standing(language), 12),
            ("activities", words::summary_activities(language), 10),
            ("attendances", words::summary_attendances(language), 10),
            ("filed_at", words::filed_at(language), 18),
        ]),
        rows: found.iter().map(|line| week_line(&at, line)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn week_line(at: &At, line: &WeekLine) -> Vec<Cell> {
    let (language, facts) = (at.language(), &line.facts);
    let filed_at = facts.first_filed_at.map(|filed| Cell::Minute(filed.with_timezone(&at.zone()).naive_local()));
    vec![
        Cell::from(line.name.as_str()),
        Cell::from(cell::word(language, &facts.cell).as_str()),
        Cell::from(of_week::standing(language, facts.state)),
        Cell::Whole(line.activities.into()),
        Cell::Whole(line.attendances.into()),
        filed_at.unwrap_or(Cell::Empty),
    ]
}

async fn exceptions_of(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, filter) = (at.language(), exceptions::filter(&workbook::query(request)));
    let given = every_row(|paging| exception::list(&request.store, &at.reader, &filter, paging)).await;
    let given = given.map_err(|error| problem::told(error, language))?;
    let table = Table {
        title: words::exceptions_title(language).to_owned(),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("period", words::period(language), 18),
            ("kind", words::exception_kind(language), 24),
            ("reason", words::reason(language), 40),
            ("proof", words::proof(language), 30),
            ("given_by", words::given(language), 12),
            ("given_at", words::given_at(language), 18),
            ("standing", words::standing(language), 12),
            ("revoked", words::revoked(language), 40),
        ]),
        rows: given.iter().map(|one| exception_line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn exception_line(at: &At, one: &GivenException) -> Vec<Cell> {
    let (language, zone) = (at.language(), at.zone());
    let standing = if one.revoked.is_none() { words::in_force(language) } else { words::revoked(language) };
    let revoked = one.revoked.as_ref().map(|revoked| {
        let by = words::revoked_by(language, &revoked.by, time::minute(revoked.at, zone));
        format!("{by} {}", revoked.reason)
    });
    vec![
        Cell::from(one.subject.name.as_str()),
        Cell::from(exceptions::period_name(language, one.period).as_str()),
        Cell::from(exceptions::relief(at, one.relief).as_str()),
        Cell::from(one.reason.as_str()),
        Cell::from(one.proof.as_str()),
        Cell::from(one.by.as_str()),
        Cell::Minute(one.at.with_timezone(&zone).naive_local()),
        Cell::from(standing),
        Cell::from(revoked.as_deref()),
    ]
}

/// Every report that waits for the operator.
async fn reviews(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, queue_of(&request, &base).await)
}

async fn queue_of(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let (at, _) = At::managed_by(request.clone(), base).await?;
    let language = at.language();
    let read = |paging| queue::waiting(&request.store, &at.reader, Whose::Organisations, paging);
    let waiting = every_row(read).await.map_err(|error| problem::told(error, language))?;
    let table = Table {
        title: words::reviews_title(language).to_owned(),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("week", words::week(language), 12),
            ("timeliness", words::timeliness(language), 20),
            ("content", words::content(language), 40),
            ("filed_at", words::filed_at(language), 18),
            ("waiting", words::waiting(language), 24),
        ]),
        rows: waiting.iter().map(|one| waiting_line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn waiting_line(at: &At, one: &Waiting) -> Vec<Cell> {
    let language = at.language();
    let help = one.help.as_deref().and_then(HelpKind::from_code);
    let help = help.map(|kind| words::wants(language, shared::help_kind(language, kind)));
    let behalf = one.on_behalf.then(|| words::on_behalf(language).to_owned());
    let content = [Some(content(language, one)), help, behalf].into_iter().flatten();
    let (_, _, timely) = cell::timely(language, one.timeliness);
    vec![
        Cell::from(one.subject.name.as_str()),
        Cell::from(one.week.to_string().as_str()),
        Cell::from(timely.as_str()),
        Cell::from(joined(language, content).as_str()),
        Cell::Minute(one.filed_at.with_timezone(&at.zone()).naive_local()),
        Cell::from(time::waiting(language, one.working_days).as_str()),
    ]
}
