//! The weeks of one organisation, as its staff see them; and which weeks the file of a subject holds.

use axum::{Extension, extract::Path, response::Response};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use hatchboard::{
    access::SubjectReader,
    base::Base,
    export::Cell,
    period::Week,
    weekly_report::{
        Cell as WeekCell, Expectation, Why,
        store::{WeekFacts, WeeklyReportError, read},
    },
};
use uuid::Uuid;

use super::{Author, Whose, facts, fault, words};
use crate::{
    Language,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    ui::{quarter, time},
    workbook::{self, Table, Workbook, served},
};

/// So many weeks back at most: ten years.
const WEEKS: u32 = 520;

/// `GET /o/{organisation}/reports.xlsx`: every week since the admission, of the last ten years at most, or those of the
/// quarter that the query names.
pub(super) fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/o/{organisation}/reports.xlsx", reports)
}

async fn reports(Extension(request): Extension<Request>, Path(organisation): Path<Uuid>) -> Response {
    served(&request, export(&request, organisation).await)
}

async fn export(request: &Request, organisation: Uuid) -> Result<Workbook, AppError> {
    let language = request.language;
    let author = Author::find(request, Whose::Own(organisation)).await?;
    let zone = author.base.zone;
    let weeks = weeks(request, &author.base, &author.reader).await;
    let weeks = weeks.map_err(|error| fault::told(language, error))?;
    let table = Table {
        title: words::weekly_reports(language).to_owned(),
        columns: workbook::columns([
            ("week", words::column_week(language), 12),
            ("days", words::column_days(language), 24),
            ("expected", words::column_expected(language), 24),
            ("timeliness", words::column_timely(language), 20),
            ("content", words::column_content(language), 12),
            ("state", words::column_state(language), 12),
            ("due_at", words::column_due(language), 18),
            ("first_filed_at", words::column_filed(language), 18),
        ]),
        rows: weeks.iter().map(|facts| line(language, zone, facts)).collect(),
    };
    Workbook::of_organisation(request, &author, table).await
}

/// Every week of a subject since it was first there to report, of the last ten years at most, or those of the quarter that
/// the query names.
pub(super) async fn weeks(
    request: &Request,
    base: &Base,
    reader: &SubjectReader,
) -> Result<Vec<WeekFacts>, WeeklyReportError> {
    let running = Week::of(base.day(request.now));
    let of_quarter = quarter::weeks(&workbook::query(request), running);
    let (last, count) = of_quarter.map_or((None, WEEKS), |(week, count)| (Some(week), count));
    let mut weeks = read::weeks(&request.store, reader, last, count).await?;
    weeks.retain(|facts| facts.expectation != Expectation::NotExpected(Why::NotYetAdmitted));
    Ok(weeks)
}

fn line(language: Language, zone: Tz, facts: &WeekFacts) -> Vec<Cell> {
    let minute = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    let asked = matches!(facts.expectation, Expectation::Expected { .. });
    let uncounted = matches!(facts.cell, WeekCell::Late { counts: false, .. });
    let timely = facts::timeliness(language, facts)
        .map(|(_, _, word)| if uncounted { format!("{word} {}", words::late_not_counted(language)) } else { word });
    vec![
        Cell::from(facts.week.to_string().as_str()),
        Cell::from(time::week_days(language, facts.week).as_str()),
        Cell::from(facts::expectation(language, &facts.expectation).as_str()),
        Cell::from(timely.as_deref()),
        Cell::from(facts.content.map(|content| words::content(language, content))),
        Cell::from(facts.state.map(|state| words::state(language, state))),
        Cell::from(facts.due_at.filter(|_| asked).map(minute)),
        Cell::from(facts.first_filed_at.map(minute)),
    ]
}
