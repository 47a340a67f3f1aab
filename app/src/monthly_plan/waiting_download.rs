//! What waits for its approver, of every month.

use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    monthly_plan::store::{self, WaitingPlan},
    weekly_report::store::exception_request::{self, Asked},
};

use super::{
    look::{month_name, state_word},
    problem::told,
    relief::{month_of, relief_words},
    waiting::{of_base, waits_for},
    words,
};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    ui::time,
    weekly_report::desk,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/plans/waiting.xlsx`: plans and items to be dropped, then the exceptions that are asked for.
pub(super) fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/plans/waiting.xlsx", waiting)
}

async fn waiting(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, store, of_base) = (at.language(), &request.store, of_base(&at));
    let plans = every_row(|paging| store::waiting(store, &at.reader, of_base, paging)).await;
    let plans = plans.map_err(|error| told(error, language))?;
    let asked = every_row(|paging| exception_request::waiting(store, &at.reader, of_base, paging)).await;
    let asked = asked.map_err(|error| desk::problem::told(error, language))?;
    let plans = plans.iter().map(|one| plan_line(&at, one));
    let table = Table {
        title: words::waiting_all(language).to_owned(),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("month", words::month(language), 14),
            ("state", words::state(language), 24),
            ("waits_for", words::waits_for(language), 30),
            ("waited", words::waited(language), 24),
            ("reason", words::reason(language), 40),
            ("asked_at", words::asked_at(language), 18),
        ]),
        rows: plans.chain(asked.iter().map(|one| asked_line(&at, one))).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn plan_line(at: &At, one: &WaitingPlan) -> Vec<Cell> {
    let language = at.language();
    vec![
        Cell::from(one.subject.name.as_str()),
        Cell::from(month_name(language, one.facts.month).as_str()),
        Cell::from(state_word(language, &one.facts)),
        Cell::from(waits_for(at, &one.facts).as_str()),
        Cell::from(time::waiting(language, one.waited).as_str()),
    ]
}

fn asked_line(at: &At, one: &Asked) -> Vec<Cell> {
    let language = at.language();
    let month = month_of(one.period).map(|month| month_name(language, month));
    vec![
        Cell::from(one.subject.name.as_str()),
        Cell::from(month.as_deref()),
        Cell::from(words::requests(language)),
        Cell::from(relief_words(language, one.relief, at.zone()).as_str()),
        Cell::Empty,
        Cell::from(one.reason.as_str()),
        Cell::Minute(one.asked.0.with_timezone(&at.zone()).naive_local()),
    ]
}
