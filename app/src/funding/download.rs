use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    access::Scope,
    export::Cell,
    funding::store::{self, FundRow},
};

use super::{list::filter, told, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/funds.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/funds.xlsx", funds)
}

async fn funds(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, filter, scope) = (at.language(), filter(&workbook::query(request)), Scope::from(&at.reader));
    let found = every_row(|paging| store::list(&request.store, scope, &filter, paging)).await;
    let found = found.map_err(|error| told(error, language))?;
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("source", words::source(language), 30),
            ("organisation", words::organisation(language), 36),
            ("pledged_on", words::pledged_on(language), 12),
            ("pledged", words::pledged(language), 16),
            ("received", words::received_of(language, &filter), 16),
            ("last_on", words::last_on(language), 12),
            ("evidence", words::evidence(language), 40),
        ]),
        rows: found.iter().map(|row| line(&at, row)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, row: &FundRow) -> Vec<Cell> {
    let name = if row.name.is_empty() { words::for_base(at.language()) } else { row.name.as_str() };
    vec![
        Cell::from(row.fund.source.as_str()),
        Cell::from(name),
        Cell::Day(row.fund.pledged_on),
        Cell::Yuan(row.fund.pledged),
        Cell::Yuan(row.received),
        Cell::from(row.last_on),
        Cell::from(row.fund.evidence.as_str()),
    ]
}
