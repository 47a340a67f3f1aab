//! The weeks of one organisation, as its staff see them.

use axum::{Extension, extract::Path, response::Response};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use hatchboard::{
    export::Cell,
    period::Week,
    weekly_report::{
        Cell as WeekCell, Expectation, Why,
        store::{WeekFacts, read},
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

/// So many weeks back: ten years.
const WEEKS: u32 = 520;

/// `GET /o/{organisation}/reports.xlsx`: every week since the admission, or those of the quarter that the query names.
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
    let running = Week::of(author.base.day(request.now));
    let of_quarter = quarter::weeks(&workbook::query(request), running);
    let (last, count) = of_quarter.map_or((None, WEEKS), |(week, count)| (Some(week), count));
    let weeks = read::weeks(&request.store, &author.reader, last, count).await;
    let weeks = weeks.map_err(|error| fault::told(language, error))?;
    let admitted = |facts: &&WeekFacts| facts.expectation != Expectation::NotExpected(Why::NotYetAdmitted);
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
        rows: weeks.iter().filter(admitted).map(|facts| line(language, zone, facts)).collect(),
    };
    Workbook::of_organisation(request, &author, table).await
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
