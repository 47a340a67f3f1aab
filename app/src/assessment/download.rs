use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    access::SubjectReader,
    assessment::{
        Occasion, State,
        store::{self, RoundRow, SheetRow},
    },
    export::{Cell, Column},
};

use uuid::Uuid;

use super::{problem::told, round::filter, rounds::SHOWN, sheet_download, words};
use crate::{
    base::At,
    error::AppError,
    plain,
    plain_routes::PlainRoutes,
    request::Request,
    weekly_report::{Author, Whose},
    workbook::{self, Table, Workbook, attachment, every_row, served},
};

/// `GET /b/{base}/assessments.xlsx?quarter=2026-Q1`, with the query of the list; beside a sheet's pages `sealed.json`,
/// the text that its seal is of, `?version=1` names one that was replaced.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/assessments.xlsx", sheets)
        .get("/b/{base}/rounds.xlsx", rounds)
        .get("/b/{base}/assessments/{quarter}/{subject}/sealed.json", sealed)
        .get("/o/{organisation}/assessments/{quarter}/sealed.json", our_sealed)
        .and(sheet_download::routes())
}

async fn sealed(
    Extension(request): Extension<Request>,
    Path((base, quarter, subject)): Path<(String, String, String)>,
) -> Response {
    let reader = async {
        let at = At::of(request.clone(), &base).await?;
        let subject = super::here::subject(&at.base, &subject)?;
        Ok(at.reader.of(subject))
    };
    sealed_text(&request, reader.await, &quarter).await
}

async fn our_sealed(
    Extension(request): Extension<Request>,
    Path((organisation, quarter)): Path<(Uuid, String)>,
) -> Response {
    let reader = async { Ok(Author::find(&request, Whose::Own(organisation)).await?.reader) };
    sealed_text(&request, reader.await, &quarter).await
}

async fn sealed_text(request: &Request, reader: Result<SubjectReader, AppError>, quarter: &str) -> Response {
    let made = async {
        let quarter: Occasion = quarter.parse().map_err(|_| AppError::NotFound)?;
        let query = workbook::query(request);
        let version = query.get("version").and_then(|version| version.parse().ok());
        let found = store::sealed_version(&request.store, &reader?, quarter, version).await;
        let found = found.map_err(|error| told(error, request.language))?;
        let name = format!("{}-{quarter}-{}.json", found.document.name, found.version);
        Ok((name, found.text.into_bytes()))
    };
    match made.await {
        Ok((name, text)) => attachment(&name, "application/json", text),
        Err(error) => plain::refusal(request, &error),
    }
}

async fn sheets(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let query = workbook::query(request);
    let quarter = query.get("quarter").and_then(|quarter| quarter.parse::<Occasion>().ok());
    let quarter = quarter.ok_or(AppError::NotFound)?;
    let (language, filter) = (at.language(), filter(&query));
    let found = every_row(|paging| store::list(&request.store, &at.reader, quarter, &filter, paging)).await;
    let found = found.map_err(|error| told(error, language))?;
    let table = Table {
        title: words::title_of(language, quarter),
        columns: workbook::columns([
            ("subject", words::subject(language), 36),
            ("scorecard", words::scorecard(language), 14),
            ("state", words::state(language), 12),
            ("total", words::total(language), 10),
            ("band", words::band(language), 10),
            ("difference", words::difference(language), 10),
        ]),
        rows: found.iter().map(|row| line(&at, row)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn line(at: &At, row: &SheetRow) -> Vec<Cell> {
    let language = at.language();
    let state = if row.rated { words::state_name(language, row.state) } else { words::not_rated(language) };
    vec![
        Cell::from(row.name.as_str()),
        Cell::from(words::kind_name(language, row.kind)),
        Cell::from(state),
        row.total.map_or(Cell::Empty, |total| Cell::Points(total.as_hundredths())),
        Cell::from(row.band.map(|band| words::band_name(language, band))),
        row.difference.map_or(Cell::Empty, |difference| Cell::Points(difference.as_hundredths())),
    ]
}

async fn rounds(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, rounds_of(&request, &base).await)
}

async fn rounds_of(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let language = at.language();
    let found = store::rounds(&request.store, &at.reader).await.map_err(|error| told(error, language))?;
    let state = |state: State| Column {
        id: state.code().to_owned(),
        heading: words::state_name(language, state).to_owned(),
        width: 10,
    };
    let last = workbook::columns([
        ("rated", words::rated(language), 10),
        ("opened_by", words::opened_by(language), 12),
        ("opened_at", words::opened(language), 18),
    ]);
    let states = SHOWN.into_iter().chain([State::Sealed]);
    let columns = workbook::columns([("period", words::quarter(language), 16)]).into_iter();
    let table = Table {
        title: words::rounds(language).to_owned(),
        columns: columns.chain(states.map(state)).chain(last).collect(),
        rows: found.iter().map(|one| round_line(&at, one)).collect(),
    };
    Workbook::of_base(&at, table).await
}

fn round_line(at: &At, one: &RoundRow) -> Vec<Cell> {
    let states = SHOWN.into_iter().chain([State::Sealed]).map(|state| Cell::Whole(one.in_state(state).into()));
    let last = [
        Cell::Whole(one.rated().into()),
        Cell::from(one.opened_by.as_str()),
        Cell::Minute(one.opened_at.with_timezone(&at.zone()).naive_local()),
    ];
    let first = Cell::from(words::occasion_name(at.language(), one.occasion).as_str());
    std::iter::once(first).chain(states).chain(last).collect()
}
