use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    risk::{
        Mark,
        store::{AtRisk, risks},
    },
};

use super::{list::filter, look, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/risks.xlsx`, with the query of the list: a row for each mark.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/risks.xlsx", at_risk)
}

async fn at_risk(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, filter) = (at.language(), filter(&workbook::query(request)));
    let (store, reader, filter) = (&request.store, &at.reader, &filter);
    let page = |paging| async move { risks(store, reader, filter, paging).await.map(|found| found.page) };
    let found = every_row(page).await?;
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("kind", words::kind(language), 16),
            ("reason", words::reason(language), 70),
            ("what_to_do", words::what_to_do(language), 30),
        ]),
        rows: found.iter().flat_map(|one| one.marks.iter().map(|mark| line(&at, one, mark))).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, one: &AtRisk, mark: &Mark) -> Vec<Cell> {
    vec![
        Cell::from(one.name.as_str()),
        Cell::from(words::kind_name(at.language(), mark.kind())),
        Cell::Text(look::reason(at, mark)),
        Cell::from(look::what_to_do(at, one, mark).1),
    ]
}
