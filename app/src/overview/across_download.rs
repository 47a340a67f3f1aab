use axum::{Extension, response::Response};
use hatchboard::export::Cell;

use super::{
    across_lines::{BaseLine, lines},
    across_words as words,
};
use crate::{
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    waiting,
    workbook::{self, Table, Workbook, served},
};

/// `GET /bases.xlsx`, with the query of the page.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/bases.xlsx", bases)
}

async fn bases(Extension(request): Extension<Request>) -> Response {
    served(&request, export(&request).await)
}

async fn export(request: &Request) -> Result<Workbook, AppError> {
    let language = request.language;
    let found = lines(request, &workbook::query(request)).await?;
    let Some(first) = found.first() else { return Err(AppError::Forbidden) };
    // The parties stand in one order in every line.
    let who = first.lying.iter().map(|one| waiting::list_name(language, one.party));
    let heads: Vec<[String; 2]> =
        who.map(|who| [words::number_of(language, who), words::oldest_of(language, who)]).collect();
    let head = |index: usize, part: usize| heads.get(index).map_or("", |pair| pair[part].as_str());
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("base", words::base(language), 30),
            ("reporting", words::reporting(language), 10),
            ("organisations", words::organisations(language), 10),
            ("reports_of", words::reports_of(language), 12),
            ("on_time", words::on_time(language), 14),
            ("scores_of", words::scores_of(language), 12),
            ("mean", words::mean(language), 14),
            ("passed", words::passed(language), 10),
            ("own", words::own(language), 12),
            ("targets_on_course", words::targets(language), 14),
            ("targets", words::targets_all(language), 12),
            ("follow_ups_overdue", words::overdue(language), 12),
            ("with_bureau", head(0, 0), 16),
            ("with_bureau_days", head(0, 1), 20),
            ("with_operator", head(1, 0), 16),
            ("with_operator_days", head(1, 1), 20),
            ("with_organisations", head(2, 0), 16),
            ("with_organisations_days", head(2, 1), 20),
        ]),
        rows: found.iter().map(line).collect(),
    };
    Workbook::of(request, &first.at.base.bureau_name, first.at.zone(), table).await
}

fn line(line: &BaseLine) -> Vec<Cell> {
    let whole = |number: usize| Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX));
    let rate = |rate: Option<u16>| rate.map_or(Cell::Empty, Cell::Percent);
    let (own, scores) = (line.own(), line.scores.as_ref());
    let mut cells = vec![
        Cell::from(line.at.base.name.as_str()),
        Cell::Whole(line.coverage.reporting.into()),
        Cell::Whole(line.coverage.organisations.into()),
        Cell::Text(line.quarter.to_string()),
        rate(line.on_time.basis_points()),
        scores.map_or(Cell::Empty, |scores| Cell::Text(scores.quarter.to_string())),
        line.mean().map_or(Cell::Empty, |mean| Cell::Points(mean.as_hundredths())),
        rate(line.passed()),
        own.last().map_or(Cell::Empty, |(_, total)| Cell::Points(total.as_hundredths())),
        line.targets.map_or(Cell::Empty, |(on_course, _)| whole(on_course)),
        line.targets.map_or(Cell::Empty, |(_, all)| whole(all)),
        Cell::Whole(line.overdue.into()),
    ];
    for one in &line.lying {
        cells.push(Cell::Whole(one.number.into()));
        cells.push(one.oldest.map_or(Cell::Empty, |days| Cell::Whole(days.into())));
    }
    cells
}
