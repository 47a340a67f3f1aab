use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    instruction::store::{self, Instruction},
};

use super::{list::filter, status::state_words, told, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/instructions.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/instructions.xlsx", instructions)
}

async fn instructions(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, filter) = (at.language(), filter(&workbook::query(request)));
    let given = every_row(|paging| store::list(&request.store, &at.reader, &filter, paging)).await;
    let given = given.map_err(|error| told(error, language, "said"))?;
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("title", words::what(language), 36),
            ("details", words::details(language), 40),
            ("owner", words::owner(language), 12),
            ("due_on", words::due(language), 12),
            ("state", words::state(language), 16),
            ("given_at", words::given(language), 18),
            ("answer", words::answer(language), 40),
            ("closed_at", words::closed(language), 18),
        ]),
        rows: given.iter().map(|one| line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, one: &Instruction) -> Vec<Cell> {
    let minute = |time: chrono::DateTime<chrono::Utc>| time.with_timezone(&at.zone()).naive_local();
    vec![
        Cell::from(one.title.as_str()),
        Cell::from(one.words.as_str()),
        Cell::from(one.owner.as_str()),
        Cell::Day(one.due_on),
        Cell::from(state_words(at.language(), one.state)),
        Cell::Minute(minute(one.given_at)),
        Cell::from(one.answer.as_str()),
        Cell::from(one.closed_at.map(minute)),
    ]
}
