//! The items of a month by everybody.

use axum::{Extension, extract::Path, response::Response};
use hatchboard::{export::Cell, monthly_plan::store, period::Month};

use super::{
    all_items::{filter, line, title},
    line::{Line, stands_word},
    problem::told,
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, served},
};

/// `GET /b/{base}/plans/months/{month}/items.xlsx`, with the query of the list.
pub(super) fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/plans/months/{month}/items.xlsx", items)
}

async fn items(Extension(request): Extension<Request>, Path((base, month)): Path<(String, String)>) -> Response {
    served(&request, export(&request, &base, &month).await)
}

async fn export(request: &Request, base: &str, month: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let month: Month = month.parse().map_err(|_| AppError::NotFound)?;
    let (language, filter) = (at.language(), filter(&workbook::query(request)));
    let items = store::standing_items(&request.store, &at.reader, month, &filter, at.today()).await;
    let items = items.map_err(|error| told(error, language))?;
    let table = Table {
        title: title(language, month),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("what", words::what(language), 36),
            ("monthly", words::recurring_short(language), 8),
            ("planned", words::planned(language), 10),
            ("unit", words::unit(language), 8),
            ("responsible", words::responsible(language), 12),
            ("due_on", words::due_on(language), 12),
            ("done", words::done(language), 10),
            ("progress", words::progress(language), 16),
            ("reason", words::reason(language), 36),
        ]),
        rows: items.into_iter().map(|one| cells(language, &line(&at, month, one))).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn cells(language: Language, one: &Line) -> Vec<Cell> {
    let Line { plan, item, result, done, .. } = one;
    vec![
        Cell::from(plan.as_ref().map(|plan| plan.name.as_str())),
        Cell::from(item.what.as_str()),
        Cell::from(item.recurring.then(|| words::recurring_short(language))),
        Cell::Whole(item.quantity.into()),
        Cell::from(item.unit.as_str()),
        Cell::from(item.responsible.as_str()),
        Cell::Day(item.due_on),
        Cell::Whole((*done).into()),
        Cell::from(stands_word(language, one)),
        Cell::from(result.as_ref().map(|result| result.reason.as_str())),
    ]
}
