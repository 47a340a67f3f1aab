use axum::{Extension, extract::Path, response::Response};
use chrono_tz::Tz;
use hatchboard::{
    access::Scope,
    export::Cell,
    service_request::store::{self, RequestRow},
};
use uuid::Uuid;

use super::{list::filter, problem::told, words};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    weekly_report::{Author, Whose, help_kind},
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/services.xlsx` and `GET /o/{organisation}/services.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/services.xlsx", services).get("/o/{organisation}/services.xlsx", ours)
}

async fn services(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    let export = async {
        let at = At::of(request.clone(), &base).await?;
        Workbook::of_base(&at, table(&request, Scope::from(&at.reader), at.zone()).await?).await
    };
    served(&request, export.await)
}

async fn ours(Extension(request): Extension<Request>, Path(organisation): Path<Uuid>) -> Response {
    let export = async {
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let table = table(&request, Scope::from(&author.reader), author.base.zone).await?;
        Workbook::of_organisation(&request, &author, table).await
    };
    served(&request, export.await)
}

async fn table(request: &Request, scope: Scope, zone: Tz) -> Result<Table, AppError> {
    let (language, filter) = (request.language, filter(&workbook::query(request)));
    let found = every_row(|paging| store::list(&request.store, scope, &filter, paging)).await;
    let found = found.map_err(|error| told(error, language))?;
    Ok(Table {
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
        rows: found.iter().map(|row| line(language, zone, row)).collect(),
    })
}

fn line(language: Language, zone: Tz, row: &RequestRow) -> Vec<Cell> {
    vec![
        Cell::from(row.name.as_str()),
        Cell::from(help_kind(language, row.kind)),
        Cell::from(row.words.as_str()),
        Cell::from(words::state_name(language, row.state)),
        Cell::from(row.owner.as_str()),
        Cell::Minute(row.asked_at.with_timezone(&zone).naive_local()),
        Cell::from(row.due_on),
        Cell::from(row.done_on),
        Cell::from(row.timely.and_then(|timely| words::timely_name(language, timely))),
        row.rating.map_or(Cell::Empty, |stars| Cell::Whole(stars.into())),
    ]
}
