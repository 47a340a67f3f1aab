use axum::{Extension, extract::Path, response::Response};
use hatchboard::{access::Scope, coaching::store, export::Cell};

use super::{list::filter, told, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/coaching.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/coaching.xlsx", visits)
}

async fn visits(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
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
            ("organisation", words::organisation(language), 36),
            ("visited_on", words::visited_on(language), 12),
            ("visitor", words::visitor(language), 12),
            ("method", words::method(language), 10),
            ("looked_at", words::looked_at(language), 40),
            ("agreed", words::agreed(language), 40),
            ("next_step", words::next_step(language), 30),
            ("next_by", words::next_by(language), 12),
            ("entered_by", words::entered(language), 12),
        ]),
        rows: found.iter().map(|kept| line(&at, kept)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, kept: &store::Kept) -> Vec<Cell> {
    let visit = &kept.visit;
    vec![
        Cell::from(kept.name.as_str()),
        Cell::Day(visit.visited_on),
        Cell::from(visit.visitor.as_str()),
        Cell::from(words::method_name(at.language(), visit.method)),
        Cell::from(visit.looked_at.as_str()),
        Cell::from(visit.agreed.as_str()),
        Cell::from(visit.next_step.as_str()),
        Cell::from(visit.next_by),
        Cell::from(kept.entered.1.as_str()),
    ]
}
