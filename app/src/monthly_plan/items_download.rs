//! The items of a plan, as its page lists them.

use axum::{Extension, extract::Path, response::Response};
use hatchboard::{access::SubjectReader, base::Base, export::Cell, monthly_plan::store, period::Month};
use uuid::Uuid;

use super::{
    items::lines,
    line::{Line, stands_word},
    look::month_name,
    problem::told,
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    ui::{text::joined, time},
    weekly_report::{Author, Whose},
    workbook::{self, Table, Workbook, served},
};

/// `items.xlsx` beside the pages of a plan.
pub(super) fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/o/{organisation}/plans/{month}/items.xlsx", ours)
        .get("/b/{base}/plans/{month}/items.xlsx", of_base)
        .get("/b/{base}/organisations/{organisation}/plans/{month}/items.xlsx", of_organisation)
}

async fn ours(Extension(request): Extension<Request>, Path((organisation, month)): Path<(Uuid, String)>) -> Response {
    let export = async {
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        export(&request, &author.base, &author.reader, &month).await
    };
    served(&request, export.await)
}

async fn of_base(Extension(request): Extension<Request>, Path((base, month)): Path<(String, String)>) -> Response {
    let export = async {
        let at = At::of(request.clone(), &base).await?;
        export(&request, &at.base, &at.reader.of(at.base.id), &month).await
    };
    served(&request, export.await)
}

async fn of_organisation(
    Extension(request): Extension<Request>,
    Path((base, organisation, month)): Path<(String, Uuid, String)>,
) -> Response {
    let export = async {
        let at = At::of(request.clone(), &base).await?;
        export(&request, &at.base, &at.reader.of(organisation), &month).await
    };
    served(&request, export.await)
}

async fn export(request: &Request, base: &Base, reader: &SubjectReader, month: &str) -> Result<Workbook, AppError> {
    let language = request.language;
    let month: Month = month.parse().map_err(|_| AppError::NotFound)?;
    let page = store::open(&request.store, reader, month).await.map_err(|error| told(error, language))?;
    let subject = page.subject.name.clone();
    let items = lines(language, base.day(request.now), page);
    let table = Table {
        title: words::plan_of(language, month_name(language, month)),
        columns: workbook::columns([
            ("what", words::what(language), 36),
            ("monthly", words::recurring_short(language), 8),
            ("origin", words::origin(language), 30),
            ("serves", words::serves(language), 24),
            ("planned", words::planned(language), 10),
            ("unit", words::unit(language), 8),
            ("responsible", words::responsible(language), 12),
            ("due_on", words::due_on(language), 12),
            ("told", words::told(language), 36),
            ("done", words::done(language), 10),
            ("progress", words::progress(language), 16),
            ("reason", words::reason(language), 36),
        ]),
        rows: items.iter().map(|one| line(language, one)).collect(),
    };
    Workbook::of(request, &subject, base.zone, table).await
}

fn line(language: Language, one: &Line) -> Vec<Cell> {
    let Line { item, told, result, done, origin, serves, .. } = one;
    let told = told
        .iter()
        .map(|told| words::week_told(language, time::week_number(language, told.week), told.quantity, &item.unit));
    vec![
        Cell::from(item.what.as_str()),
        Cell::from(item.recurring.then(|| words::recurring_short(language))),
        Cell::from(origin.as_deref()),
        Cell::from(serves.as_deref()),
        Cell::Whole(item.quantity.into()),
        Cell::from(item.unit.as_str()),
        Cell::from(item.responsible.as_str()),
        Cell::Day(item.due_on),
        Cell::from(joined(language, told).as_str()),
        Cell::Whole((*done).into()),
        Cell::from(stands_word(language, one)),
        Cell::from(result.as_ref().map(|result| result.reason.as_str())),
    ]
}
