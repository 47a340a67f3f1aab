use chrono::NaiveDate;
use hatchboard::follow_up::{
    Outcome,
    store::{Line, What},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A visit of a hatched organisation, made or not.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VisitView {
    pub(crate) organisation: String,
    pub(crate) code: Option<String>,
    pub(crate) hatched_on: NaiveDate,
    /// In months; `null` for an extra visit.
    pub(crate) age: Option<u32>,
    /// Why an extra visit is asked for.
    pub(crate) signal: Option<&'static str>,
    pub(crate) due: NaiveDate,
    pub(crate) from: NaiveDate,
    pub(crate) until: NaiveDate,
    /// `ahead`, `due` or `overdue` while it is open; afterwards `on_time`, `late` or `missed`; `history` and `ended` count
    /// nowhere.
    pub(crate) state: &'static str,
    pub(crate) assigned: Option<String>,
    /// `null` where nobody has been there.
    pub(crate) visited_on: Option<NaiveDate>,
    pub(crate) outcome: Option<&'static str>,
}

impl From<Line> for VisitView {
    fn from(line: Line) -> Self {
        let (age, signal) = match &line.what {
            What::Scheduled(due) => (Some(due.age.months()), None),
            What::Extra { signal, .. } => (None, Some(signal.code())),
        };
        Self {
            age,
            signal,
            due: line.what.on(),
            from: line.what.from(),
            until: line.what.until(),
            state: line.standing.code(),
            assigned: line.assigned().map(str::to_owned),
            visited_on: line.record.as_ref().and_then(|record| record.visited_on),
            outcome: line.outcome().map(Outcome::code),
            organisation: line.name,
            code: line.code,
            hatched_on: line.hatched_on,
        }
    }
}
