//! The lines of one sheet, and the sheets of one organisation, as their pages show them.

use axum::{Extension, extract::Path, response::Response};
use chrono_tz::Tz;
use hatchboard::{
    access::SubjectReader,
    assessment::{
        Given, Line, Occasion, Scoring, State,
        store::{self, SheetPage as Found, SheetRow},
    },
    export::{Cell, Column},
    points::Points,
};
use uuid::Uuid;

use super::{
    look::{facts_words, waits_for},
    problem::told,
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    ui::time,
    weekly_report::{Author, Whose},
    workbook::{self, Table, Workbook, served},
};

/// `lines.xlsx` beside a sheet's pages, and `GET /o/{organisation}/assessments.xlsx`.
pub(super) fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/assessments/{quarter}/{subject}/lines.xlsx", lines)
        .get("/o/{organisation}/assessments/{quarter}/lines.xlsx", our_lines)
        .get("/o/{organisation}/assessments.xlsx", our_sheets)
}

async fn lines(
    Extension(request): Extension<Request>,
    Path((base, quarter, subject)): Path<(String, String, String)>,
) -> Response {
    let export = async {
        let at = At::of(request.clone(), &base).await?;
        let subject = super::here::subject(&at.base, &subject)?;
        lines_of(&request, at.zone(), &at.reader.of(subject), &quarter).await
    };
    served(&request, export.await)
}

async fn our_lines(
    Extension(request): Extension<Request>,
    Path((organisation, quarter)): Path<(Uuid, String)>,
) -> Response {
    let export = async {
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        lines_of(&request, author.base.zone, &author.reader, &quarter).await
    };
    served(&request, export.await)
}

/// What is withheld from the page's reader is not there.
async fn lines_of(request: &Request, zone: Tz, reader: &SubjectReader, quarter: &str) -> Result<Workbook, AppError> {
    let language = request.language;
    let occasion: Occasion = quarter.parse().map_err(|_| AppError::NotFound)?;
    let found = store::sheet(&request.store, reader, occasion).await.map_err(|error| told(error, language))?;
    let mut rows = Vec::new();
    for section in &found.sheet.card.sections {
        let lines = section.indicators.iter().filter_map(|indicator| found.sheet.line(&indicator.code));
        rows.extend(lines.map(|line| row(language, &found, &section.name, line)));
    }
    let table = Table {
        title: format!("{} {}", words::scorecard(language), words::occasion_name(language, occasion)),
        columns: columns(language, &found),
        rows,
    };
    Workbook::of(request, &found.name, zone, table).await
}

/// The base's own sheet has no points of the operator's.
fn columns(language: Language, found: &Found) -> Vec<Column> {
    let note = |party: &str| words::note_of(language, party);
    let (own, operator, bureau) = (words::own(language), words::operator(language), words::bureau(language));
    let first = workbook::columns([
        ("section", words::section(language), 20),
        ("code", words::indicator_code(language), 14),
        ("indicator", words::indicator(language), 36),
        ("max", words::max(language), 8),
        ("facts", words::by_records(language), 40),
        ("working", words::working_head(language), 30),
        ("evidence", words::evidence(language), 40),
        ("own", own, 10),
        ("own_note", note(own).as_str(), 30),
    ]);
    let of_operator = workbook::columns([("operator", operator, 10), ("operator_note", note(operator).as_str(), 30)]);
    let last = workbook::columns([
        ("bureau", bureau, 10),
        ("bureau_note", note(bureau).as_str(), 30),
        ("sent_back_for", words::state_name(language, State::SentBack), 30),
        ("counts", words::counts(language), 10),
        ("correction", words::corrections(language), 30),
        ("before", words::before(language), 10),
    ]);
    let of_operator = of_operator.into_iter().filter(|_| !found.of_base);
    first.into_iter().chain(of_operator).chain(last).collect()
}

fn row(language: Language, found: &Found, section: &str, line: &Line) -> Vec<Cell> {
    let indicator = &line.indicator;
    let notes = found.notes.get(&indicator.code).cloned().unwrap_or_default();
    let by_rule = matches!(indicator.scoring, Scoring::Rule(_));
    let facts = found.facts.get(&indicator.code).filter(|_| by_rule);
    let counts = if line.applies() { points(line.points()) } else { Cell::from(words::not_applicable(language)) };
    let first = [
        Cell::from(section),
        Cell::from(indicator.code.as_str()),
        Cell::from(indicator.name.as_str()),
        points(Some(indicator.max)),
        Cell::from(facts.map(|facts| facts_words(language, facts)).as_deref()),
        Cell::from(facts.map(|facts| facts.working(indicator.max)).as_deref()),
        Cell::from(notes.evidence.as_str()),
        given(line.own.as_ref(), None),
        Cell::from(notes.own_note.as_str()),
    ];
    let of_operator = [given(line.operator.as_ref(), line.computed()), Cell::from(notes.operator_note.as_str())];
    let last = [
        given(line.bureau.as_ref(), line.computed()),
        Cell::from(notes.bureau_note.as_str()),
        Cell::from(notes.sent_back_for.as_str()),
        counts,
        Cell::from(line.corrected.as_ref().map(|given| given.note.as_str())),
        points(notes.before),
    ];
    let of_operator = of_operator.into_iter().filter(|_| !found.of_base);
    first.into_iter().chain(of_operator).chain(last).collect()
}

/// What a party gave; what the rule found where it gave nothing.
fn given(given: Option<&Given>, rule: Option<Points>) -> Cell {
    points(given.map(|given| given.points).or(rule))
}

fn points(points: Option<Points>) -> Cell {
    points.map_or(Cell::Empty, |points| Cell::Points(points.as_hundredths()))
}

async fn our_sheets(Extension(request): Extension<Request>, Path(organisation): Path<Uuid>) -> Response {
    let export = async {
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let rows = store::of_subject(&request.store, &author.reader).await;
        let rows = rows.map_err(|error| told(error, request.language))?;
        Workbook::of_organisation(&request, &author, sheets(&request, &rows)).await
    };
    served(&request, export.await)
}

fn sheets(request: &Request, rows: &[SheetRow]) -> Table {
    let language = request.language;
    let line = |row: &SheetRow| {
        let length = time::length(language, request.now - row.since);
        let waits = row.rated.then(|| waits_for(row.state, row.of_base, language, &length));
        let state = if row.rated { words::state_name(language, row.state) } else { words::not_rated(language) };
        vec![
            Cell::from(words::occasion_name(language, row.occasion).as_str()),
            Cell::from(state),
            points(row.total),
            Cell::from(row.band.map(|band| words::band_name(language, band))),
            Cell::from(waits.as_deref()),
        ]
    };
    Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("period", words::quarter(language), 16),
            ("state", words::state(language), 12),
            ("total", words::total(language), 10),
            ("band", words::band(language), 10),
            ("waits", words::waits(language), 24),
        ]),
        rows: rows.iter().map(line).collect(),
    }
}
