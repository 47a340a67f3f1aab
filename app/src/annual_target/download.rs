use axum::{Extension, extract::Path, response::Response};
use chrono::{DateTime, Utc};
use hatchboard::{
    annual_target::{
        Measure,
        store::{self, Counted, EnteredRow, TargetLine, TargetPage},
    },
    export::{Cell, Column},
};

use super::{
    look::{name, unit},
    problem::{amount_label, told},
    words,
    year::{shown, year_of},
};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, served},
};

/// `GET /b/{base}/targets.xlsx` and, of one target, `GET /b/{base}/targets/{target}/records.xlsx`: what stands behind its
/// number. With the queries of their pages.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/targets.xlsx", targets).get("/b/{base}/targets/{target}/records.xlsx", behind)
}

async fn targets(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, query) = (at.language(), workbook::query(request));
    let year = year_of(&at, &query);
    let found = store::year(&request.store, &at.reader, year).await.map_err(|error| told(error, language))?;
    let quarters = (0..4).flat_map(|place| {
        let of = words::quarter_name(language, place);
        let column = |id: &str, words: &str| Column {
            id: format!("q{}_{id}", place + 1),
            heading: format!("{of} {words}"),
            width: 12,
        };
        [column("plan", words::plan(language)), column("reached", words::reached(language))]
    });
    let fixed = [
        ("target", words::target(language), 28),
        ("unit", words::unit(language), 10),
        ("owner", words::owner(language), 12),
        ("helpers", words::helpers(language), 20),
    ];
    let last = [
        ("annual", words::annual(language), 14),
        ("actual", words::actual(language), 14),
        ("achieved", words::achieved(language), 10),
    ];
    let table = Table {
        title: words::title_of(language, year),
        columns: workbook::columns(fixed)
            .into_iter()
            .chain(quarters)
            .chain(workbook::columns(last))
            .chain(workbook::columns([("forecast", words::forecast(language), 14)]))
            .collect(),
        rows: shown(found.lines, &query).iter().map(|one| line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, one: &TargetLine) -> Vec<Cell> {
    let language = at.language();
    let TargetLine { target, actual, progress, .. } = one;
    let number = |number: i64| measured(target.measure, number);
    let known = |reached: Option<i64>| reached.map_or(Cell::Empty, number);
    let quarters = (0..4).flat_map(|n| [number(target.split[n]), known(actual.quarters[n])]);
    [
        Cell::from(name(language, target).as_str()),
        Cell::from(unit(language, target).as_str()),
        Cell::from(target.owner.as_str()),
        Cell::from(target.helpers.as_str()),
    ]
    .into_iter()
    .chain(quarters)
    .chain([
        number(target.annual),
        known(actual.total(target.measure)),
        Cell::Percent(u16::try_from(progress.achieved).unwrap_or(u16::MAX)),
        known(progress.forecast),
    ])
    .collect()
}

fn measured(measure: Measure, number: i64) -> Cell {
    match measure {
        Measure::Count => Cell::Whole(number),
        Measure::Money => Cell::Yuan(number),
        Measure::Rate => Cell::Percent(u16::try_from(number).unwrap_or(u16::MAX)),
    }
}

async fn behind(Extension(request): Extension<Request>, Path((base, target)): Path<(String, String)>) -> Response {
    let export = async {
        let at = At::of(request.clone(), &base).await?;
        let year = year_of(&at, &workbook::query(&request));
        let found = store::one(&request.store, &at.reader, year, &target).await;
        let found = found.map_err(|error| told(error, at.language()))?;
        let place = format!("{} {}", at.base.name, name(at.language(), &found.line.target));
        let table = if found.tells_records() { records(&at, &found) } else { entries(&at, &found) };
        Workbook::of(&request, &place, at.zone(), table).await
    };
    served(&request, export.await)
}

/// The records that a rule counts; below them what was entered, where its quarters can be told by either.
fn records(at: &At, found: &TargetPage) -> Table {
    let (language, measure) = (at.language(), found.line.target.measure);
    let takes_entries = found.line.target.rule.takes_entries();
    let line = |record: &Counted| {
        let known = [Cell::from(record.name.as_str()), Cell::Day(record.on), measured(measure, record.mean())];
        known.into_iter().chain(takes_entries.then_some(Cell::Empty)).collect::<Vec<_>>()
    };
    let entered = |entry: &EnteredRow| {
        vec![
            Cell::from(entry.what.as_str()),
            Cell::Day(entry.on),
            measured(measure, entry.amount),
            Cell::from(words::entry_state(language, entry.state)),
        ]
    };
    let mut columns = workbook::columns([
        ("record", words::record(language), 36),
        ("on", words::on(language), 12),
        ("adds", words::adds(language), 14),
        ("state", words::state(language), 12),
    ]);
    if !takes_entries {
        columns.pop();
    }
    let entries = found.entries.iter().rev().filter(|_| takes_entries);
    Table {
        title: words::behind_number(language).to_owned(),
        columns,
        rows: found.counted.iter().map(line).chain(entries.map(entered)).collect(),
    }
}

/// What was entered, the newest day first.
fn entries(at: &At, found: &TargetPage) -> Table {
    let (language, measure) = (at.language(), found.line.target.measure);
    let minute = |time: DateTime<Utc>| time.with_timezone(&at.zone()).naive_local();
    let line = |entry: &EnteredRow| {
        let decided = entry.decided.as_ref();
        vec![
            Cell::from(entry.what.as_str()),
            Cell::Day(entry.on),
            measured(measure, entry.amount),
            Cell::from(entry.evidence.as_str()),
            Cell::from(words::entry_state(language, entry.state)),
            Cell::from(entry.entered_by.as_str()),
            Cell::Minute(minute(entry.entered_at)),
            Cell::from(decided.map(|(_, by)| by.as_str())),
            Cell::from(decided.map(|(at, _)| minute(*at))),
            Cell::from(entry.refused_for.as_str()),
        ]
    };
    Table {
        title: words::entries(language).to_owned(),
        columns: workbook::columns([
            ("what", words::what(language), 36),
            ("on", words::on(language), 12),
            ("amount", amount_label(language, measure), 14),
            ("evidence", words::evidence(language), 36),
            ("state", words::state(language), 12),
            ("entered_by", words::entered_name(language), 12),
            ("entered_at", words::entered_time(language), 18),
            ("decided_by", words::entry_decided_name(language), 12),
            ("decided_at", words::entry_decided_time(language), 18),
            ("reason", words::reason(language), 36),
        ]),
        rows: found.entries.iter().rev().map(line).collect(),
    }
}
