//! The visits of a base as a list.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};

use super::{FollowUpError, Line, RiskRow, known::Known};
use crate::{
    access::BaseReader,
    code::coded,
    follow_up::{Outcome, Standing, State},
    period::Quarter,
    store::{Page, Paging, Store},
};

coded! {
    /// Which visits a list shows.
    pub enum Show {
        /// Due and overdue.
        Open = "open",
        Due = "due",
        Overdue = "overdue",
        /// Made, the newest first.
        Done = "done",
        Missed = "missed",
        Ahead = "ahead",
        /// They wait for the organisation's word.
        Filed = "filed",
        /// The organisation does not agree with what was written.
        Commented = "commented",
        All = "all",
    }
}

/// What the list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFilter {
    pub show: Show,
    /// Who goes, by name; empty for all.
    pub assigned: String,
    /// The year in which the visit is due.
    pub year: Option<i32>,
    /// Only what counts in it: those whose window closes in it.
    pub quarter: Option<Quarter>,
    /// Only those that were made, and on this day at the latest.
    pub made_until: Option<NaiveDate>,
    /// What was found.
    pub outcome: Option<Outcome>,
    /// Part of the organisation's name or code.
    pub search: String,
}

impl Default for ListFilter {
    fn default() -> Self {
        let (assigned, search) = (String::new(), String::new());
        Self { show: Show::Open, assigned, year: None, quarter: None, made_until: None, outcome: None, search }
    }
}

/// A page of the list, and what it can be narrowed by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    pub page: Page<Line>,
    /// Everybody who goes anywhere, by name.
    pub assigned: Vec<String>,
    /// The years in which visits are due, the newest first.
    pub years: Vec<i32>,
    /// Whether any organisation has hatched.
    pub any: bool,
}

/// What first screens count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waits {
    pub due: u32,
    pub overdue: u32,
    /// Organisations that do not agree with what was written.
    pub commented: u32,
}

impl Waits {
    /// What waits for the operator.
    pub fn in_all(self) -> u32 {
        self.due + self.overdue + self.commented
    }
}

/// The visits of a base: what is open by the end of its window, what is done from the newest.
pub async fn list(
    store: &Store,
    reader: &BaseReader,
    filter: &ListFilter,
    paging: Paging,
) -> Result<Listing, FollowUpError> {
    let known = Known::of_base(store, reader.base()).await?;
    listing(&known, known.today(store.now()), filter, paging)
}

/// The same, and the signals of risk that the records show beside it.
pub async fn list_and_risks(
    store: &Store,
    reader: &BaseReader,
    filter: &ListFilter,
    paging: Paging,
) -> Result<(Listing, Vec<RiskRow>), FollowUpError> {
    let known = Known::of_base(store, reader.base()).await?;
    let today = known.today(store.now());
    let risks = known.risks(store.read(), today).await?;
    Ok((listing(&known, today, filter, paging)?, risks))
}

fn listing(known: &Known, today: NaiveDate, filter: &ListFilter, paging: Paging) -> Result<Listing, FollowUpError> {
    let lines = known.lines(today)?;
    let mut assigned: Vec<String> = lines.iter().filter_map(Line::assigned).map(str::to_owned).collect();
    assigned.sort();
    assigned.dedup();
    let mut years: Vec<i32> = lines.iter().map(|line| line.what.on().year()).collect();
    years.sort_by_key(|year| Reverse(*year));
    years.dedup();
    let mut found: Vec<Line> = lines.into_iter().filter(|line| filter.shows(line)).collect();
    match filter.show {
        Show::Done => found.sort_by_key(|line| Reverse(line.visited_on())),
        _ => found.sort_by_key(|line| line.what.until()),
    }
    let total = u64::try_from(found.len()).unwrap_or(u64::MAX);
    let (offset, size) = (usize::try_from(paging.offset()), usize::try_from(paging.size));
    let rows = found.into_iter().skip(offset.unwrap_or(usize::MAX)).take(size.unwrap_or(usize::MAX)).collect();
    Ok(Listing { page: Page { rows, total }, assigned, years, any: !known.hatched.is_empty() })
}

impl ListFilter {
    fn shows(&self, line: &Line) -> bool {
        let is = |state| line.record.as_ref().is_some_and(|record| record.state == state);
        let stands = match self.show {
            Show::Open => line.standing.is_open(),
            Show::Due => line.standing == Standing::Due,
            Show::Overdue => line.standing == Standing::Overdue,
            Show::Done => line.standing.is_done() || line.outcome().is_some(),
            Show::Missed => line.standing == Standing::Missed,
            Show::Ahead => line.standing == Standing::Ahead,
            Show::Filed => is(State::Filed),
            Show::Commented => is(State::Commented),
            Show::All => true,
        };
        let search = self.search.trim().to_lowercase();
        let found = |text: &str| text.to_lowercase().contains(&search);
        stands
            && (self.assigned.is_empty() || line.assigned() == Some(self.assigned.as_str()))
            && self.year.is_none_or(|year| line.what.on().year() == year)
            && self.quarter.is_none_or(|quarter| line.counts_in(quarter))
            && self.made_until.is_none_or(|last| line.visited_on().is_some_and(|day| day <= last))
            && self.outcome.is_none_or(|outcome| line.outcome() == Some(outcome))
            && (search.is_empty() || found(&line.name) || line.code.as_deref().is_some_and(found))
    }
}

/// The visits that are open on a day, by the end of their windows.
pub async fn open_on(store: &Store, reader: &BaseReader, on: NaiveDate) -> Result<Vec<Line>, FollowUpError> {
    let known = Known::of_base(store, reader.base()).await?;
    let mut lines = known.lines(on)?;
    lines.retain(|line| line.standing.is_open() && line.what.from() <= on);
    lines.sort_by_key(|line| line.what.until());
    Ok(lines)
}

/// The visits that a quarter is judged by, as they stand on a day, by the end of their windows.
pub async fn counted_on(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    on: NaiveDate,
) -> Result<Vec<Line>, FollowUpError> {
    let known = Known::of_base(store, reader.base()).await?;
    let mut lines = known.lines(on)?;
    lines.retain(|line| line.counts_in(quarter));
    lines.sort_by_key(|line| line.what.until());
    Ok(lines)
}

/// How many visits wait.
pub async fn waits(store: &Store, reader: &BaseReader) -> Result<Waits, FollowUpError> {
    let known = Known::of_base(store, reader.base()).await?;
    let mut waits = Waits::default();
    for line in known.lines(known.today(store.now()))? {
        match line.standing {
            Standing::Due => waits.due += 1,
            Standing::Overdue => waits.overdue += 1,
            _ => {}
        }
        if line.record.is_some_and(|record| record.state == State::Commented) {
            waits.commented += 1;
        }
    }
    Ok(waits)
}
