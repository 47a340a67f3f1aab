use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    reminder::store::{self, Delivery},
};

use super::{log::filter, names, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/reminders.xlsx`, with the query of the log.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/reminders.xlsx", reminders)
}

async fn reminders(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, state) = (at.language(), filter(&workbook::query(request)));
    let told = every_row(|paging| store::deliveries(&request.store, &at.reader, state, paging)).await?;
    let table = Table {
        title: words::log(language).to_owned(),
        columns: workbook::columns([
            ("person", words::person(language), 16),
            ("channel", words::channel(language), 12),
            ("what", words::what(language), 60),
            ("state", words::state(language), 16),
            ("attempts", words::attempts(language), 10),
            ("when", words::when(language), 18),
            ("error", words::error(language), 40),
        ]),
        rows: told.iter().map(|one| line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, one: &Delivery) -> Vec<Cell> {
    let (language, zone) = (at.language(), at.zone());
    let what: Vec<String> = one.lines.iter().map(|line| names::sentence(language, line, true, zone)).collect();
    let when = one.sent_at.or(one.next_attempt_at).unwrap_or(one.made_at);
    vec![
        Cell::from(one.person.as_str()),
        Cell::from(names::channel(language, one.channel)),
        Cell::from(what.join("\n").as_str()),
        Cell::from(names::state(language, one.state).0),
        Cell::Whole(one.attempts.into()),
        Cell::Minute(when.with_timezone(&zone).naive_local()),
        Cell::from(names::failure(language, &one.last_error).as_str()),
    ]
}
