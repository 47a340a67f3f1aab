use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    follow_up::store::{self, FollowUpError, Line},
};

use super::{list::filter, look::visit_name, names, told, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/follow-ups.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/follow-ups.xlsx", follow_ups)
}

async fn follow_ups(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, filter) = (at.language(), filter(&workbook::query(request)));
    let (store, reader, filter) = (&request.store, &at.reader, &filter);
    let read = |paging| async move { Ok::<_, FollowUpError>(store::list(store, reader, filter, paging).await?.page) };
    let lines = every_row(read).await.map_err(|error| told(error, language))?;
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("code", words::code(language), 22),
            ("hatched_on", words::hatched_on(language), 12),
            ("visit", words::visit(language), 24),
            ("due_on", words::due(language), 12),
            ("window", words::window(language), 26),
            ("standing", words::standing(language), 12),
            ("assigned", words::assigned(language), 12),
            ("planned_on", words::planned_on(language), 12),
            ("visited_on", words::visited_on(language), 12),
            ("outcome", words::outcome(language), 10),
        ]),
        rows: lines.iter().map(|one| line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, one: &Line) -> Vec<Cell> {
    let language = at.language();
    let record = one.record.as_ref();
    vec![
        Cell::from(one.name.as_str()),
        Cell::from(one.code.as_deref()),
        Cell::Day(one.hatched_on),
        Cell::from(visit_name(language, &one.what).as_str()),
        Cell::Day(one.what.on()),
        Cell::from(super::look::window(language, &one.what).as_str()),
        Cell::from(names::standing_name(language, one.standing)),
        Cell::from(one.assigned()),
        Cell::from(record.and_then(|record| record.planned_on)),
        Cell::from(record.and_then(|record| record.visited_on)),
        Cell::from(one.outcome().map(|outcome| names::outcome_name(language, outcome))),
    ]
}
