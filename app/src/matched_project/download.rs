use axum::{Extension, extract::Path, response::Response};
use hatchboard::{access::Scope, export::Cell, matched_project::store};

use super::{list::filter, told, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/projects.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/projects.xlsx", projects)
}

async fn projects(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
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
            ("name", words::name(language), 30),
            ("organisation", words::organisation(language), 36),
            ("partner", words::partner(language), 24),
            ("amount", words::amount(language), 14),
            ("matched_on", words::matched_on(language), 12),
            ("state", words::state(language), 10),
            ("note", words::note(language), 40),
        ]),
        rows: found.iter().map(|kept| line(&at, kept)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, kept: &store::Kept) -> Vec<Cell> {
    let project = &kept.project;
    vec![
        Cell::from(project.name.as_str()),
        Cell::from(kept.name.as_str()),
        Cell::from(project.partner.as_str()),
        Cell::Yuan(project.amount),
        Cell::Day(project.matched_on),
        Cell::from(words::state_name(at.language(), project.state)),
        Cell::from(project.words.as_str()),
    ]
}
