//! `report list`: a line for each subject and week.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::super::{Content, Expectation, State, Timeliness};
use super::{
    Rhythm, WeekFacts, WeeklyReportError,
    record::{Book, Of},
    reporter::Reporter,
};
use crate::{access::BaseReader, period::Week, store::Store};

/// One line. Times are in the base's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedWeek {
    pub subject: String,
    /// `base` or `organisation`.
    pub kind: &'static str,
    pub week: Week,
    /// `expected`, or why not.
    pub expectation: &'static str,
    /// `none` where nobody has begun to write.
    pub state: &'static str,
    /// `pending`, `on_time`, `late` or `missing`; null where no report is expected.
    pub timeliness: Option<&'static str>,
    /// 0 unless it is late.
    pub late_minutes: u32,
    pub content: Option<Content>,
    pub due: Option<DateTime<FixedOffset>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// The first filing.
    pub filed: Option<DateTime<FixedOffset>>,
}

/// The base first, then its organisations by name; each with its weeks in order.
pub async fn weeks(
    store: &Store,
    reader: &BaseReader,
    from: Week,
    to: Week,
) -> Result<Vec<ListedWeek>, WeeklyReportError> {
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let itself = Reporter::base(db, base).await?.ok_or(WeeklyReportError::NotFound)?;
    let own = Book::read(db, base, Of::These(&[base]), from, to).await?;
    let organisations = Reporter::organisations(db, base).await?;
    let theirs = Book::read(db, base, Of::Organisations, from, to).await?;
    let mut lines = Vec::new();
    for (reporter, book) in [(&itself, &own)].into_iter().chain(organisations.iter().map(|one| (one, &theirs))) {
        for week in from.through(to) {
            lines.push(line(&rhythm, reporter, &book.facts(&rhythm, reporter, week, now)?));
        }
    }
    Ok(lines)
}

fn line(rhythm: &Rhythm, reporter: &Reporter, facts: &WeekFacts) -> ListedWeek {
    let there = |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&rhythm.zone()).fixed_offset();
    let (expectation, timeliness) = match &facts.expectation {
        Expectation::Expected { .. } => ("expected", Some(facts.judgement.timeliness)),
        Expectation::NotExpected(why) => (why.code(), None),
    };
    let due_at = match &facts.expectation {
        Expectation::Expected { due_at } => Some(*due_at),
        Expectation::NotExpected(_) => None,
    };
    ListedWeek {
        subject: reporter.name.name.clone(),
        kind: if reporter.name.of_base { "base" } else { "organisation" },
        week: facts.week,
        expectation,
        state: facts.state.map_or("none", State::code),
        timeliness: timeliness.map(Timeliness::code),
        late_minutes: if let Some(Timeliness::Late { minutes }) = timeliness { minutes } else { 0 },
        content: facts.content,
        due: due_at.map(there),
        provisional: facts.provisional && due_at.is_some(),
        filed: facts.first_filed_at.map(there),
    }
}
