use axum::{Extension, extract::Path, response::Response};
use chrono_tz::Tz;
use hatchboard::{
    bureau_line::store::{self, LetterRow},
    export::Cell,
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

/// `GET /b/{base}/letters.xlsx`, with the query of the list, and `GET /o/{organisation}/letters.xlsx`; for those who have a
/// part in letters.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/letters.xlsx", letters).get("/o/{organisation}/letters.xlsx", ours)
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
    Workbook::of_base(&at, table(language, at.zone(), words::title(language), &found)).await
}

async fn ours(Extension(request): Extension<Request>, Path(organisation): Path<Uuid>) -> Response {
    let export = async {
        let language = request.language;
        let member = request.asker()?.apart(organisation)?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let found = every_row(|paging| store::list_of(&request.store, &member, paging)).await;
        let found = found.map_err(|error| told(error, language))?;
        let table = table(language, author.base.zone, words::title_ours(language), &found);
        Workbook::of_organisation(&request, &author, table).await
    };
    served(&request, export.await)
}

fn table(language: Language, zone: Tz, title: &str, found: &[LetterRow]) -> Table {
    Table {
        title: title.to_owned(),
        columns: workbook::columns([
            ("words", words::what(language), 60),
            ("organisation", words::organisation(language), 36),
            ("kind", words::kind(language), 12),
            ("state", words::state(language), 12),
            ("since", words::since(language), 18),
            ("sent_at", words::sent(language), 18),
            ("sent_by", words::sender(language), 12),
        ]),
        rows: found.iter().map(|letter| line(language, zone, letter)).collect(),
    }
}

fn line(language: Language, zone: Tz, letter: &LetterRow) -> Vec<Cell> {
    let minute = |time: chrono::DateTime<chrono::Utc>| Cell::Minute(time.with_timezone(&zone).naive_local());
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
