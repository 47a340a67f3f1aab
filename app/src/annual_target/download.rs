use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    annual_target::{
        Measure,
        store::{self, TargetLine},
    },
    export::{Cell, Column},
};

use super::{
    look::{name, unit},
    problem::told,
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

/// `GET /b/{base}/targets.xlsx`, with the query of the page.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/targets.xlsx", targets)
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
    let number = |number: i64| match target.measure {
        Measure::Count => Cell::Whole(number),
        Measure::Money => Cell::Yuan(number),
        Measure::Rate => Cell::Percent(u16::try_from(number).unwrap_or(u16::MAX)),
    };
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
