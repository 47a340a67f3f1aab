use axum::{Extension, extract::Path, response::Response};
use chrono_tz::Tz;
use hatchboard::{
    access::Scope,
    export::Cell,
    rectification::store::{self, Rectification},
};
use uuid::Uuid;

use super::{list::filter, problem::told, words};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    weekly_report::{Author, Whose},
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/rectifications.xlsx` and `GET /o/{organisation}/rectifications.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/rectifications.xlsx", rectifications)
        .get("/o/{organisation}/rectifications.xlsx", ours)
}

async fn rectifications(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
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
            ("what", words::what(language), 50),
            ("subject", words::subject(language), 36),
            ("source", words::source(language), 12),
            ("state", words::state(language), 12),
            ("owner", words::owner(language), 12),
            ("given_at", words::given(language), 18),
            ("due_on", words::due(language), 12),
            ("first_due_on", words::first_due_title(language), 12),
            ("in_time", words::in_time(language), 12),
            ("closed_by", words::closes(language), 12),
            ("report", words::report_words(language), 50),
            ("reported_at", words::reported(language), 18),
            ("remark", words::remark(language), 36),
            ("closed_at", words::closed(language), 18),
            ("extended_for", words::extend_reason(language), 36),
            ("withdrawn_for", words::withdraw_reason(language), 36),
            ("withdrawn_at", words::withdrawn_title(language), 18),
        ]),
        rows: found.iter().map(|one| line(language, zone, one)).collect(),
    })
}

fn line(language: Language, zone: Tz, one: &Rectification) -> Vec<Cell> {
    let minute = |time: chrono::DateTime<chrono::Utc>| time.with_timezone(&zone).naive_local();
    vec![
        Cell::from(one.words.as_str()),
        Cell::from(one.name.as_str()),
        Cell::from(words::source_name(language, one.source)),
        Cell::from(words::state_name(language, one.state)),
        Cell::from(one.owner.as_str()),
        Cell::Minute(minute(one.given_at)),
        Cell::Day(one.due_on),
        Cell::from(one.first_due_on),
        Cell::from(words::timely_name(language, one.timely)),
        Cell::from(words::party_name(language, one.matter.closes())),
        Cell::from(one.repair.as_str()),
        Cell::from(one.reported_at.map(minute)),
        Cell::from(one.remark.as_str()),
        Cell::from(one.closed_at.map(minute)),
        Cell::from(one.extended_for.as_str()),
        Cell::from(one.withdrawn_for.as_str()),
        Cell::from(one.withdrawn_at.map(minute)),
    ]
}
