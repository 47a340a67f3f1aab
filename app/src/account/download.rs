use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    account::people::{OrganisationPeople, StaffAccount, people},
    export::Cell,
};

use super::{people_page::asked, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/people.xlsx`, with the query of the list.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/people.xlsx", everybody)
}

async fn everybody(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let (at, manager) = At::managed_by(request.clone(), base).await?;
    let (language, asked) = (at.language(), asked(&workbook::query(request)));
    let found = every_row(|paging| people(&request.store, &manager, &asked, paging)).await?;
    let table = Table {
        title: words::people_title(language).to_owned(),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("name", words::display_name(language), 14),
            ("account", words::account_name(language), 18),
            ("member_since", words::member_since(language), 12),
            ("disabled_on", words::disabled(language), 12),
        ]),
        rows: found.iter().flat_map(|one| lines(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

/// A line for each person; one without a name where nobody signs in for the organisation.
fn lines(at: &At, of: &OrganisationPeople) -> Vec<Vec<Cell>> {
    let day = |time: chrono::DateTime<chrono::Utc>| time.with_timezone(&at.zone()).date_naive();
    let line = |person: &StaffAccount| {
        vec![
            Cell::from(of.name.as_str()),
            Cell::from(person.display_name.as_str()),
            Cell::from(person.name.as_str()),
            Cell::Day(day(person.since)),
            Cell::from(person.disabled_at.map(day)),
        ]
    };
    if of.people.is_empty() { vec![vec![Cell::from(of.name.as_str())]] } else { of.people.iter().map(line).collect() }
}
