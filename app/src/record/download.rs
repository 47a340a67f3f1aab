//! What the base does for an organisation as one list: trainings, visits, projects and funds below each other.

use axum::{Extension, extract::Path, response::Response};
use chrono::NaiveDate;
use hatchboard::{
    access::Scope,
    coaching::store::{self as visits, VisitFilter},
    export::{Cell, Column},
    funding::store::{self as funds, FundFilter, FundRow},
    matched_project::store::{self as projects, ProjectFilter},
    training::store::{OurTraining, ours},
};
use uuid::Uuid;

use super::words;
use crate::{
    Language,
    coaching::{told as visit_told, words as visit_words},
    error::AppError,
    funding::{told as fund_told, words as fund_words},
    matched_project::{told as project_told, words as project_words},
    plain_routes::PlainRoutes,
    request::Request,
    training::{look::clock, told as training_told, words as training_words},
    weekly_report::{Author, Whose},
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /o/{organisation}/records.xlsx`: all of what the page shows the newest of.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/o/{organisation}/records.xlsx", records)
}

async fn records(Extension(request): Extension<Request>, Path(organisation): Path<Uuid>) -> Response {
    served(&request, export(&request, organisation).await)
}

async fn export(request: &Request, organisation: Uuid) -> Result<Workbook, AppError> {
    let author = Author::find(request, Whose::Own(organisation)).await?;
    let (store, language, scope) = (&request.store, request.language, Scope::from(&author.reader));
    let sessions = every_row(|paging| ours(store, &author.reader, paging)).await;
    let sessions = sessions.map_err(|error| training_told(error, language))?;
    let filter = VisitFilter::default();
    let visited = every_row(|paging| visits::list(store, scope, &filter, paging)).await;
    let visited = visited.map_err(|error| visit_told(error, language))?;
    let filter = ProjectFilter::default();
    let matched = every_row(|paging| projects::list(store, scope, &filter, paging)).await;
    let matched = matched.map_err(|error| project_told(error, language))?;
    let filter = FundFilter::default();
    let pledged = every_row(|paging| funds::list(store, scope, &filter, paging)).await;
    let pledged = pledged.map_err(|error| fund_told(error, language))?;
    let sessions = sessions.iter().map(|row| training(language, row));
    let visited = visited.iter().map(|row| visit(language, row));
    let matched = matched.iter().map(|row| project(language, row));
    let pledged = pledged.iter().map(|row| fund(language, row));
    let table = Table {
        title: words::ours_title(language).to_owned(),
        columns: columns(language),
        rows: sessions.chain(visited).chain(matched).chain(pledged).collect(),
    };
    Workbook::of_organisation(request, &author, table).await
}

/// A row of the file. What a kind of record does not have stays empty.
#[derive(Default)]
struct Line<'a> {
    kind: &'static str,
    day: Option<NaiveDate>,
    what: &'a str,
    with: &'a str,
    state: &'static str,
    time: &'a str,
    place: &'a str,
    came: &'a str,
    material: &'a str,
    reason: &'a str,
    method: &'static str,
    agreed: &'a str,
    next_step: &'a str,
    next_by: Option<NaiveDate>,
    amount: Option<i64>,
    received: Option<i64>,
}

fn columns(language: Language) -> Vec<Column> {
    workbook::columns([
        ("kind", words::kind(language), 12),
        ("day", visit_words::visited_on(language), 12),
        ("what", words::what(language), 40),
        ("with", words::with_whom(language), 24),
        ("state", training_words::state(language), 12),
        ("time", words::when(language), 14),
        ("place", training_words::place(language), 24),
        ("came", words::who_came(language), 30),
        ("material", training_words::material(language), 30),
        ("reason", training_words::reason(language), 30),
        ("method", visit_words::method(language), 10),
        ("agreed", visit_words::agreed(language), 40),
        ("next_step", visit_words::next_step(language), 30),
        ("next_by", visit_words::next_by(language), 12),
        ("amount", words::amount(language), 16),
        ("received", fund_words::received(language), 16),
    ])
}

impl Line<'_> {
    /// In the order of the columns.
    fn cells(&self) -> Vec<Cell> {
        let yuan = |cents: Option<i64>| cents.map_or(Cell::Empty, Cell::Yuan);
        vec![
            Cell::from(self.kind),
            Cell::from(self.day),
            Cell::from(self.what),
            Cell::from(self.with),
            Cell::from(self.state),
            Cell::from(self.time),
            Cell::from(self.place),
            Cell::from(self.came),
            Cell::from(self.material),
            Cell::from(self.reason),
            Cell::from(self.method),
            Cell::from(self.agreed),
            Cell::from(self.next_step),
            Cell::from(self.next_by),
            yuan(self.amount),
            yuan(self.received),
        ]
    }
}

/// Where nobody came, or nobody yet, the cell is empty.
fn training(language: Language, row: &OurTraining) -> Vec<Cell> {
    let line = Line {
        kind: words::trainings(language),
        day: Some(row.held_on),
        what: &row.title,
        with: &row.teacher,
        state: training_words::state_name(language, row.state),
        time: &clock(row.begins_at, row.minutes),
        place: &row.place,
        came: &row.came.join("、"),
        material: &row.material,
        reason: &row.reason,
        ..Line::default()
    };
    line.cells()
}

fn visit(language: Language, visits::Kept { visit, .. }: &visits::Kept) -> Vec<Cell> {
    let line = Line {
        kind: words::coaching(language),
        day: Some(visit.visited_on),
        what: &visit.looked_at,
        with: &visit.visitor,
        method: visit_words::method_name(language, visit.method),
        agreed: &visit.agreed,
        next_step: &visit.next_step,
        next_by: visit.next_by,
        ..Line::default()
    };
    line.cells()
}

fn project(language: Language, projects::Kept { project, .. }: &projects::Kept) -> Vec<Cell> {
    let line = Line {
        kind: words::projects(language),
        day: Some(project.matched_on),
        what: &project.name,
        with: &project.partner,
        state: project_words::state_name(language, project.state),
        amount: Some(project.amount),
        ..Line::default()
    };
    line.cells()
}

fn fund(language: Language, row: &FundRow) -> Vec<Cell> {
    let line = Line {
        kind: words::funds(language),
        day: Some(row.fund.pledged_on),
        with: &row.fund.source,
        amount: Some(row.fund.pledged),
        received: Some(row.received),
        ..Line::default()
    };
    line.cells()
}
