use axum::{Extension, extract::Path, response::Response};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use hatchboard::{
    export::{Cell, Column},
    monthly_plan::store::{self, PlanLine},
    period::Month,
};
use uuid::Uuid;

use super::{
    all_items_download, items_download,
    look::{closing_word, month_name, state_word, timeliness_word},
    of_base::{filter, month},
    ours,
    problem::told,
    waiting_download, words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    weekly_report::{Author, Whose},
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/plans.xlsx` and `GET /o/{organisation}/plans.xlsx`, with the queries of the lists; beside a plan's
/// pages its items, and beside a month's those of everybody.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/plans.xlsx", plans)
        .get("/o/{organisation}/plans.xlsx", our_plans)
        .and(items_download::routes())
        .and(all_items_download::routes())
        .and(waiting_download::routes())
}

async fn plans(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, query) = (at.language(), workbook::query(request));
    let (month, filter) = (month(&at, &query), filter(&query));
    let lines = every_row(|paging| store::month(&request.store, &at.reader, month, &filter, paging)).await;
    let lines = lines.map_err(|error| told(error, language))?;
    let table = Table {
        title: format!("{} {}", words::plans(language), month_name(language, month)),
        columns: columns(language, ("organisation", words::organisation(language), 36)),
        rows: lines.iter().map(|one| line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, one: &PlanLine) -> Vec<Cell> {
    let name = Cell::from(one.subject.name.as_str());
    std::iter::once(name).chain(facts(at.language(), at.zone(), one)).collect()
}

/// How a plan stands.
fn facts(language: Language, zone: Tz, one: &PlanLine) -> [Cell; 8] {
    let facts = &one.facts;
    let local = |time: DateTime<Utc>| time.with_timezone(&zone).naive_local();
    [
        Cell::from(state_word(language, facts)),
        Cell::from(timeliness_word(language, facts).as_deref()),
        Cell::from(facts.due_at.map(local)),
        Cell::Whole(one.items.into()),
        Cell::Whole(one.done.into()),
        one.completion.basis_points().map_or(Cell::Empty, Cell::Percent),
        Cell::from(facts.result_due_at.filter(|_| facts.closing.is_some()).map(local)),
        Cell::from(closing_word(language, facts).as_deref()),
    ]
}

async fn our_plans(Extension(request): Extension<Request>, Path(organisation): Path<Uuid>) -> Response {
    let export = async {
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let language = request.language;
        let today = author.base.day(request.now);
        let year = ours::year(&workbook::query(&request), today);
        let lines = store::months(&request.store, &author.reader, &ours::months(year, Month::of(today))).await;
        let lines = lines.map_err(|error| told(error, language))?;
        let named = |one: &PlanLine| {
            let month = Cell::from(month_name(language, one.facts.month).as_str());
            std::iter::once(month).chain(facts(language, author.base.zone, one)).collect::<Vec<_>>()
        };
        let table = Table {
            title: format!("{} {year}", words::plans(language)),
            columns: columns(language, ("month", words::month(language), 16)),
            rows: lines.iter().map(named).collect(),
        };
        Workbook::of_organisation(&request, &author, table).await
    };
    served(&request, export.await)
}

/// What names a plan in its list, and how it stands.
fn columns(language: Language, named: (&str, &str, u16)) -> Vec<Column> {
    workbook::columns([
        named,
        ("state", words::state(language), 20),
        ("timely", words::timely(language), 14),
        ("due_at", words::due(language), 18),
        ("items", words::items(language), 8),
        ("items_done", words::finished(language), 8),
        ("completion", words::completion(language), 10),
        ("result_due_at", words::result_due(language), 18),
        ("closing", words::closing(language), 24),
    ])
}
