use axum::{Extension, extract::Path, response::Response};
use hatchboard::{calendar, export::Cell, waiting::Party};

use super::{Line, found, lines, words};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, served},
};

/// `GET /b/{base}/waiting.xlsx`: what lies with whom, in the order of the page.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/waiting.xlsx", waits)
}

async fn waits(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let language = at.language();
    let found = found(&at).await?;
    let calendar = calendar::store::load(request.store.read()).await?;
    let with = |party: &Party| {
        let lines = lines(&at, &calendar, *party, &found);
        lines.iter().map(|one| line(language, *party, one)).collect::<Vec<_>>()
    };
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("party", words::party(language), 18),
            ("what", words::what(language), 36),
            ("number", words::number(language), 10),
            ("oldest_working_days", words::oldest_days(language), 20),
        ]),
        rows: Party::ALL.iter().flat_map(with).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(language: Language, party: Party, one: &Line) -> Vec<Cell> {
    vec![
        Cell::from(words::list_name(language, party)),
        Cell::from(words::what_name(language, one.wait.what)),
        Cell::Whole(one.wait.number.into()),
        one.days.map_or(Cell::Empty, |days| Cell::Whole(days.into())),
    ]
}
