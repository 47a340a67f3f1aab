use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    assessment::store::{self, SheetRow},
    export::Cell,
    period::Quarter,
};

use super::{problem::told, round::filter, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/assessments.xlsx?quarter=2026-Q1`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/assessments.xlsx", sheets)
}

async fn sheets(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let query = workbook::query(request);
    let quarter = query.get("quarter").and_then(|quarter| quarter.parse::<Quarter>().ok());
    let quarter = quarter.ok_or(AppError::NotFound)?;
    let (language, filter) = (at.language(), filter(&query));
    let found = every_row(|paging| store::list(&request.store, &at.reader, quarter, &filter, paging)).await;
    let found = found.map_err(|error| told(error, language))?;
    let table = Table {
        title: words::title_of(language, quarter),
        columns: workbook::columns([
            (words::subject(language), 36),
            (words::scorecard(language), 14),
            (words::state(language), 12),
            (words::total(language), 10),
            (words::band(language), 10),
            (words::difference(language), 10),
        ]),
        rows: found.iter().map(|row| line(&at, row)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, row: &SheetRow) -> Vec<Cell> {
    let language = at.language();
    let state = if row.rated { words::state_name(language, row.state) } else { words::not_rated(language) };
    vec![
        Cell::from(row.name.as_str()),
        Cell::from(words::kind_name(language, row.kind)),
        Cell::from(state),
        row.total.map_or(Cell::Empty, |total| Cell::Points(total.as_hundredths())),
        Cell::from(row.band.map(|band| words::band_name(language, band))),
        if row.rated { Cell::Points(row.difference.as_hundredths()) } else { Cell::Empty },
    ]
}
