use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    access::Scope,
    export::Cell,
    service_request::store::{self, RequestRow},
};

use super::{list::filter, problem::told, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    weekly_report::help_kind,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/services.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/services.xlsx", services)
}

async fn services(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
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
            ("kind", words::kind(language), 12),
            ("what", words::what(language), 50),
            ("state", words::state(language), 12),
            ("owner", words::owner(language), 12),
            ("asked_at", words::asked(language), 18),
            ("due_on", words::due(language), 12),
            ("done_on", words::finish(language), 12),
            ("timely", words::on_time(language), 12),
            ("rating", words::rated(language), 8),
        ]),
        rows: found.iter().map(|row| line(&at, row)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, row: &RequestRow) -> Vec<Cell> {
    let language = at.language();
    vec![
        Cell::from(row.name.as_str()),
        Cell::from(help_kind(language, row.kind)),
        Cell::from(row.words.as_str()),
        Cell::from(words::state_name(language, row.state)),
        Cell::from(row.owner.as_str()),
        Cell::Minute(row.asked_at.with_timezone(&at.zone()).naive_local()),
        Cell::from(row.due_on),
        Cell::from(row.done_on),
        Cell::from(row.timely.and_then(|timely| words::timely_name(language, timely))),
        row.rating.map_or(Cell::Empty, |stars| Cell::Whole(stars.into())),
    ]
}
