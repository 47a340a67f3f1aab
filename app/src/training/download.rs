use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    training::store::{self, Attendance, Guest, TrainingRow},
};

use super::{
    list::filter,
    look::{clock, hours},
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

/// `GET /b/{base}/trainings.xlsx`, with the query of the list, and the sheet of one session.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/trainings.xlsx", trainings)
        .get("/b/{base}/trainings/{training}/attendance.xlsx", attendance)
}

async fn trainings(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, all(&request, &base).await)
}

async fn attendance(Extension(request): Extension<Request>, Path((base, id)): Path<(String, String)>) -> Response {
    served(&request, sheet(&request, &base, &id).await)
}

async fn all(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, filter) = (at.language(), filter(&workbook::query(request)));
    let found = every_row(|paging| store::list(&request.store, &at.reader, &filter, paging)).await;
    let found = found.map_err(|error| told(error, language, ""))?;
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("title", words::what(language), 36),
            ("topic", words::topic(language), 12),
            ("teacher", words::teacher(language), 12),
            ("held_on", words::held_on(language), 12),
            ("time", words::when(language), 14),
            ("hours", words::hours(language), 12),
            ("place", words::place(language), 24),
            ("state", words::state(language), 10),
            ("invited", words::invited(language), 10),
            ("came", words::came(language), 10),
            ("attendances", words::number(language), 10),
        ]),
        rows: found.iter().map(|row| line(&at, row)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, row: &TrainingRow) -> Vec<Cell> {
    let language = at.language();
    vec![
        Cell::from(row.title.as_str()),
        Cell::from(words::topic_name(language, row.topic)),
        Cell::from(row.teacher.as_str()),
        Cell::Day(row.held_on),
        Cell::from(clock(row.begins_at, row.minutes).as_str()),
        Cell::from(hours(row.minutes).as_str()),
        Cell::from(row.place.as_str()),
        Cell::from(words::state_name(language, row.state)),
        Cell::Whole(row.invited.into()),
        Cell::Whole(row.came.into()),
        Cell::Whole(row.attendances.into()),
    ]
}

/// 签到表: everybody who stands or stood on the list.
async fn sheet(request: &Request, base: &str, id: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let language = at.language();
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    let found = store::one(&request.store, &at.reader, id).await.map_err(|error| told(error, language, ""))?;
    let table = Table {
        title: words::sheet(language).to_owned(),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("name", words::names(language), 14),
            ("phone", words::phone(language), 14),
            ("how", words::how(language), 12),
            ("signed_at", words::signed_at(language), 18),
            ("entered_for", words::entered_for(language), 24),
            ("struck_for", words::struck_for(language), 24),
        ]),
        rows: found.attendances.iter().map(|one| person(&at, &found.guests, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn person(at: &At, guests: &[Guest], one: &Attendance) -> Vec<Cell> {
    let language = at.language();
    let name = guests.iter().find(|guest| guest.party == one.party).map(|guest| guest.name.as_str());
    vec![
        Cell::from(name),
        Cell::from(one.person.as_str()),
        Cell::from(one.phone.as_str()),
        Cell::from(if one.by_link { words::by_link(language) } else { words::by_list(language) }),
        Cell::Minute(one.at.with_timezone(&at.zone()).naive_local()),
        Cell::from(one.entered_for.as_str()),
        Cell::from(one.struck.as_ref().map(|struck| struck.why.as_str())),
    ]
}
