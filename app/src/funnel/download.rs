use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    incubation::store::{Moved, funnel},
    store::StoreError,
};

use super::{
    asked,
    moves::{way, what},
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/funnel.xlsx`: every move of the time and phase that the page shows.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/funnel.xlsx", moves)
}

async fn moves(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let language = at.language();
    let (within, phase) = asked(&at, &workbook::query(request));
    let (store, reader) = (&request.store, &at.reader);
    let read = |paging| async move { Ok::<_, StoreError>(funnel(store, reader, within, phase, paging).await?.moves) };
    let found = every_row(read).await?;
    let table = Table {
        title: format!("{} {within}", words::moves(language)),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("on", words::day(language), 12),
            ("what", words::what(language), 24),
            ("way", words::way(language), 24),
        ]),
        rows: found.iter().map(|one| line(language, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(language: Language, one: &Moved) -> Vec<Cell> {
    vec![
        Cell::from(one.name.as_str()),
        Cell::Day(one.change.on),
        Cell::from(what(language, one)),
        Cell::from(way(language, one).as_str()),
    ]
}
