use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    incubation::store::{OpenProposal, open_proposals},
};

use super::{history_view::name, words};
use crate::{
    base::At,
    error::AppError,
    organisation::words as organisation_words,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/proposals.xlsx`: what waits for the bureau.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/proposals.xlsx", proposals)
}

async fn proposals(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let language = at.language();
    let open = every_row(|paging| open_proposals(&request.store, &at.reader, paging)).await?;
    let table = Table {
        title: words::proposals_title(language).to_owned(),
        columns: workbook::columns([
            ("organisation", organisation_words::name(language), 36),
            ("step", words::what(language), 20),
            ("proposed_for", words::proposed_for(language), 12),
            ("proposed_by", words::proposer(language), 12),
            ("proposed_at", words::proposed_time(language), 18),
            ("reason", words::reason(language), 40),
            ("exit_review", words::exit_review(language), 14),
            ("project", words::project(language), 30),
        ]),
        rows: open.iter().map(|one| line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, one: &OpenProposal) -> Vec<Cell> {
    let change = &one.change;
    vec![
        Cell::from(one.name.as_str()),
        Cell::from(name(at.language(), change)),
        Cell::Day(change.effective_on),
        Cell::from(change.proposed_by.as_str()),
        Cell::Minute(change.proposed_at.with_timezone(&at.zone()).naive_local()),
        Cell::from(change.reason.as_str()),
        change.exit_review.map_or(Cell::Empty, Cell::Points),
        Cell::from(change.project.as_str()),
    ]
}
