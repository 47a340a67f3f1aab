use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    bureau_line::store::{self, LetterRow},
    export::Cell,
};

use super::{list::filter, problem::told, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/letters.xlsx`, with the query of the list; for those who have a part in letters.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/letters.xlsx", letters)
}

async fn letters(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let supervisor = request.asker()?.supervisor(at.base.id)?;
    let (language, filter) = (at.language(), filter(&workbook::query(request)));
    let found = every_row(|paging| store::list(&request.store, &supervisor, &filter, paging)).await;
    let found = found.map_err(|error| told(error, language))?;
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("words", words::what(language), 60),
            ("organisation", words::organisation(language), 36),
            ("kind", words::kind(language), 12),
            ("state", words::state(language), 12),
            ("since", words::since(language), 18),
            ("sent_at", words::sent(language), 18),
            ("sent_by", words::sender(language), 12),
        ]),
        rows: found.iter().map(|letter| line(&at, letter)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, letter: &LetterRow) -> Vec<Cell> {
    let language = at.language();
    let minute = |time: chrono::DateTime<chrono::Utc>| Cell::Minute(time.with_timezone(&at.zone()).naive_local());
    vec![
        Cell::from(letter.words.as_str()),
        Cell::from(letter.name.as_str()),
        Cell::from(words::kind_name(language, letter.kind)),
        Cell::from(words::state_name(language, letter.state)),
        minute(letter.since),
        minute(letter.sent_at),
        Cell::from(letter.sent_by.as_str()),
    ]
}
