use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    follow_up::{
        Age, Outcome, SurvivalCell, SurvivalRow,
        store::{self, FollowUpError, Line, survival_on},
    },
};

use super::{
    list::filter,
    look::visit_name,
    names,
    survival::{self, sum_of},
    told, words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/follow-ups.xlsx`, with the query of the list; and the table of survival, with its day.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/follow-ups.xlsx", follow_ups)
        .get("/b/{base}/follow-ups/survival.xlsx", of_survival)
}

async fn follow_ups(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, filter) = (at.language(), filter(&workbook::query(request)));
    let (store, reader, filter) = (&request.store, &at.reader, &filter);
    let read = |paging| async move { Ok::<_, FollowUpError>(store::list(store, reader, filter, paging).await?.page) };
    let lines = every_row(read).await.map_err(|error| told(error, language))?;
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("organisation", words::organisation(language), 36),
            ("code", words::code(language), 22),
            ("hatched_on", words::hatched_on(language), 12),
            ("visit", words::visit(language), 24),
            ("due_on", words::due(language), 12),
            ("window", words::window(language), 26),
            ("standing", words::standing(language), 12),
            ("assigned", words::assigned(language), 12),
            ("planned_on", words::planned_on(language), 12),
            ("visited_on", words::visited_on(language), 12),
            ("outcome", words::outcome(language), 10),
        ]),
        rows: lines.iter().map(|one| line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, one: &Line) -> Vec<Cell> {
    let language = at.language();
    let record = one.record.as_ref();
    vec![
        Cell::from(one.name.as_str()),
        Cell::from(one.code.as_deref()),
        Cell::Day(one.hatched_on),
        Cell::from(visit_name(language, &one.what).as_str()),
        Cell::Day(one.what.on()),
        Cell::from(super::look::window(language, &one.what).as_str()),
        Cell::from(names::standing_name(language, one.standing)),
        Cell::from(one.assigned()),
        Cell::from(record.and_then(|record| record.planned_on)),
        Cell::from(record.and_then(|record| record.visited_on)),
        Cell::from(one.outcome().map(|outcome| names::outcome_name(language, outcome))),
    ]
}

async fn of_survival(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, lives(&request, &base).await)
}

async fn lives(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, on) = (at.language(), survival::day(&workbook::query(request), at.today()));
    let found = survival_on(&request.store, &at.reader, on).await.map_err(|error| told(error, language))?;
    let years = found.years.iter().flat_map(|row| of_year(language, &Cell::Whole(row.year.into()), row));
    let sum = of_year(language, &Cell::from(words::survival_all(language)), &sum_of(&found));
    let table = Table {
        title: survival::title(&at, on),
        columns: workbook::columns([
            ("hatched_in", words::survival_year(language), 12),
            ("hatched", words::hatched(language), 10),
            ("age", words::survival_age(language), 14),
            ("rate", words::survival_rate(language), 10),
            ("reached", words::survival_reached(language), 14),
            ("alive", words::survival_alive(language), 10),
            ("dormant", names::outcome_name(language, Outcome::Dormant), 10),
            ("lost", names::outcome_name(language, Outcome::Lost), 10),
            ("dissolved", names::outcome_name(language, Outcome::Dissolved), 10),
            ("unknown", words::survival_not_known(language), 10),
        ]),
        rows: years.chain(sum).collect(),
    };
    Workbook::of_base(&at, table).await
}

/// A line for each age.
fn of_year(language: Language, year: &Cell, row: &SurvivalRow) -> Vec<Vec<Cell>> {
    let line = |(age, cell): (&Age, &SurvivalCell)| {
        let numbers = [cell.reached, cell.alive, cell.dormant, cell.lost, cell.dissolved, cell.unknown];
        let first = [
            year.clone(),
            Cell::Whole(row.hatched.into()),
            Cell::from(names::age_name(language, *age)),
            cell.basis_points().map_or(Cell::Empty, Cell::Percent),
        ];
        first.into_iter().chain(numbers.map(|number| Cell::Whole(number.into()))).collect::<Vec<_>>()
    };
    Age::ALL.iter().zip(&row.ages).map(line).collect()
}
