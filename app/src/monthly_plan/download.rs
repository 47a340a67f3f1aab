use axum::{Extension, extract::Path, response::Response};
use chrono::{DateTime, Utc};
use hatchboard::{
    export::Cell,
    monthly_plan::store::{self, PlanLine},
};

use super::{
    look::{closing_word, month_name, state_word, timeliness_word},
    of_base::{filter, month},
    problem::told,
    words,
};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/plans.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/plans.xlsx", plans)
}

async fn plans(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, query) = (at.language(), workbook::query(request));
    let (month, filter) = (month(&at, &query), filter(&query));
    let lines = every_row(|paging| store::month(&request.store, &at.reader, month, &filter, paging)).await;
    let lines = lines.map_err(|error| told(error, language))?;
    let table = Table {
        title: format!("{} {}", words::plans(language), month_name(language, month)),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("state", words::state(language), 20),
            ("timely", words::timely(language), 14),
            ("due_at", words::due(language), 18),
            ("items", words::items(language), 8),
            ("items_done", words::finished(language), 8),
            ("completion", words::completion(language), 10),
            ("result_due_at", words::result_due(language), 18),
            ("closing", words::closing(language), 24),
        ]),
        rows: lines.iter().map(|one| line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, one: &PlanLine) -> Vec<Cell> {
    let (language, facts) = (at.language(), &one.facts);
    let local = |time: DateTime<Utc>| time.with_timezone(&at.zone()).naive_local();
    vec![
        Cell::from(one.subject.name.as_str()),
        Cell::from(state_word(language, facts)),
        Cell::from(timeliness_word(language, facts).as_deref()),
        Cell::from(facts.due_at.map(local)),
        Cell::Whole(one.items.into()),
        Cell::Whole(one.done.into()),
        one.completion.basis_points().map_or(Cell::Empty, Cell::Percent),
        Cell::from(facts.result_due_at.filter(|_| facts.closing.is_some()).map(local)),
        Cell::from(closing_word(language, facts).as_deref()),
    ]
}
