use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    account::{
        admin::{ListedAccount, accounts},
        people::{OrganisationPeople, StaffAccount, people},
    },
    export::Cell,
};

use super::{accounts_page, frame::ZONE, people_page::asked, words};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    ui::{text::joined, words as ui_words},
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/people.xlsx` and `GET /admin/accounts.xlsx`, with the queries of the lists.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/people.xlsx", everybody).get("/admin/accounts.xlsx", every_account)
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

async fn every_account(Extension(request): Extension<Request>) -> Response {
    served(&request, accounts_of(&request).await)
}

async fn accounts_of(request: &Request) -> Result<Workbook, AppError> {
    let admin = request.asker()?.admin()?;
    let (language, query) = (request.language, workbook::query(request));
    let (store, admin, query) = (&request.store, &admin, &query);
    let read = |paging| async move { accounts(store, admin, &accounts_page::asked(query, paging)).await };
    let found = every_row(read).await?;
    let table = Table {
        title: words::accounts_title(language).to_owned(),
        columns: workbook::columns([
            ("name", words::person(language), 14),
            ("account", words::account_name(language), 18),
            ("roles", words::places(language), 48),
            ("state", words::state(language), 10),
            ("created_on", words::created(language), 12),
        ]),
        rows: found.iter().map(|one| account_line(language, one)).collect(),
    };
    Workbook::of(request, ui_words::installation(language), ZONE, table).await
}

fn account_line(language: Language, one: &ListedAccount) -> Vec<Cell> {
    let account = &one.account;
    let admin = account.is_admin.then(|| words::administrator(language).to_owned());
    let places = one.places.iter().map(|place| accounts_page::place_words(language, place));
    let state = if account.disabled_at.is_some() { words::disabled(language) } else { words::active(language) };
    vec![
        Cell::from(account.display_name.as_str()),
        Cell::from(account.name.as_str()),
        Cell::from(joined(language, admin.into_iter().chain(places)).as_str()),
        Cell::from(state),
        Cell::Day(account.created_at.with_timezone(&ZONE).date_naive()),
    ]
}
