//! What the visits come to: a quarter's findings beside the base's assessment, and how many live on.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::FollowUpError;
use super::{Line, What, known::Known};
use crate::{
    access::BaseReader,
    follow_up::{Age, AtAge, Life, Outcome, Standing, Survival, survival},
    period::Quarter,
    store::{Store, StoreError},
    weekly_report::store::AsAt,
};

/// What follow-ups tell of a quarter: those whose window closes in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Findings {
    pub quarter: Quarter,
    /// All that count: on time, late, missed and still open.
    pub due: u32,
    pub on_time: u32,
    pub late: u32,
    /// Not made, and the window has closed.
    pub missed: u32,
    /// Not made, and there is still time.
    pub open: u32,
    /// What those that were made found, each outcome in its order.
    pub outcomes: Vec<(Outcome, u32)>,
    /// The visits behind the numbers, by the end of their windows; then the extra visits that were made in the quarter.
    pub lines: Vec<Line>,
}

/// The findings of a quarter, as they stand now. What nobody could have visited is not among them: history of an
/// import, and what was no longer due.
pub async fn findings(store: &Store, reader: &BaseReader, quarter: Quarter) -> Result<Findings, FollowUpError> {
    findings_at(store.read(), reader, quarter, &AsAt::now(store.now())).await
}

/// The same as they stood at an instant.
pub(crate) async fn findings_at(
    db: &impl ConnectionTrait,
    reader: &BaseReader,
    quarter: Quarter,
    as_at: &AsAt,
) -> Result<Findings, FollowUpError> {
    let known = Known::as_at(db, reader.base(), as_at).await?;
    Ok(Findings::among(known.lines(known.today(as_at.at()))?, quarter))
}

/// What follow-ups tell of a quarter beside the one before it, and how many of the hatched lived on at its end: today while
/// it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    pub found: Findings,
    pub before: Findings,
    pub lives: Survival,
}

/// All of it as it stands now: the three statements of one of them.
pub async fn glance(store: &Store, reader: &BaseReader, quarter: Quarter) -> Result<Glance, FollowUpError> {
    let known = Known::of_base(store, reader.base()).await?;
    let today = known.today(store.now());
    let lines = known.lines(today)?;
    let lives: Vec<Life> = known.lives()?.into_values().collect();
    Ok(Glance {
        before: Findings::among(lines.clone(), quarter.previous()),
        found: Findings::among(lines, quarter),
        lives: survival(&lives, quarter.last_day().min(today)),
    })
}

impl Findings {
    fn among(lines: Vec<Line>, quarter: Quarter) -> Self {
        let (mut scored, mut extra) = (Vec::new(), Vec::new());
        for line in lines {
            match &line.what {
                What::Scheduled(_) if line.counts_in(quarter) => scored.push(line),
                What::Extra { .. } => {
                    let visited_on = line.record.as_ref().and_then(|record| record.visited_on);
                    if visited_on.is_some_and(|day| Quarter::of(day) == quarter) {
                        extra.push(line);
                    }
                }
                What::Scheduled(_) => {}
            }
        }
        scored.sort_by_key(|line| line.what.until());
        let number = |fits: &dyn Fn(&Line) -> bool| {
            u32::try_from(scored.iter().filter(|line| fits(line)).count()).unwrap_or(u32::MAX)
        };
        let stands = |standing| number(&|line| line.standing == standing);
        let outcomes = Outcome::ALL.iter().map(|outcome| (*outcome, number(&|line| line.outcome() == Some(*outcome))));
        Self {
            quarter,
            due: number(&|_| true),
            on_time: stands(Standing::OnTime),
            late: stands(Standing::Late),
            missed: stands(Standing::Missed) + stands(Standing::Overdue),
            open: stands(Standing::Due),
            outcomes: outcomes.collect(),
            lines: scored.into_iter().chain(extra).collect(),
        }
    }
}

/// A visit of the schedule that was made, or whose window has closed without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FellDue {
    pub organisation: Uuid,
    pub name: String,
    /// The last day of its window.
    pub until: NaiveDate,
    pub on_time: bool,
}

/// Those whose windows close within some days, by that day, as they stood at an instant. Three statements, and two more
/// of an instant that has passed.
pub(crate) async fn fell_due(
    db: &impl ConnectionTrait,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    as_at: &AsAt,
) -> Result<Vec<FellDue>, StoreError> {
    let known = Known::as_at(db, base, as_at).await;
    let lines = known.and_then(|known| known.lines(known.today(as_at.at()))).map_err(FollowUpError::of_store)?;
    let closes = |line: &Line| matches!(&line.what, What::Scheduled(due) if days.contains(&due.until));
    let counts = |line: &Line| line.standing.is_scored() && line.standing != Standing::Due;
    let read = |line: Line| FellDue {
        organisation: line.organisation,
        until: line.what.until(),
        on_time: line.standing == Standing::OnTime,
        name: line.name,
    };
    let mut found: Vec<FellDue> = lines.into_iter().filter(|line| closes(line) && counts(line)).map(read).collect();
    found.sort_by(|one, other| (one.until, &one.name).cmp(&(other.until, &other.name)));
    Ok(found)
}

/// How many of the hatched lived on at the end of a day, as far as the base had found it by then. What is kept now of that
/// time counts: a visit that is corrected is corrected here, too.
pub async fn survival_on(store: &Store, reader: &BaseReader, on: NaiveDate) -> Result<Survival, FollowUpError> {
    let lives: Vec<Life> = Known::of_base(store, reader.base()).await?.lives()?.into_values().collect();
    Ok(survival(&lives, on))
}

/// How many of the hatched live on today.
pub async fn survival_of(store: &Store, reader: &BaseReader) -> Result<Survival, FollowUpError> {
    let known = Known::of_base(store, reader.base()).await?;
    let lives: Vec<Life> = known.lives()?.into_values().collect();
    Ok(survival(&lives, known.today(store.now())))
}

/// Whom a number of the table of survival counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Behind {
    /// The year of hatching; `None` for all.
    pub year: Option<i32>,
    /// Those that count at it; `None` for all that hatched.
    pub age: Option<Age>,
}

/// One of the hatched, as the table counts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub organisation: Uuid,
    pub name: String,
    pub hatched_on: NaiveDate,
    /// `None` where no age was asked for.
    pub at: Option<AtAge>,
}

/// The table as of a day that has come, and who stands behind one of its numbers, by the day of hatching.
pub async fn survival_and(
    store: &Store,
    reader: &BaseReader,
    on: NaiveDate,
    behind: Behind,
) -> Result<(Survival, Vec<Counted>), FollowUpError> {
    let known = Known::of_base(store, reader.base()).await?;
    let lives = known.lives()?;
    let of_year = |day: NaiveDate| day <= on && behind.year.is_none_or(|year| day.year() == year);
    let mut counted = Vec::new();
    for one in known.hatched.iter().filter(|one| of_year(one.hatching.hatched_on)) {
        let at = behind.age.and_then(|age| lives.get(&one.incubation)?.at(age, on));
        if behind.age.is_none() || at.is_some() {
            let (organisation, name) = (one.organisation, one.name.clone());
            counted.push(Counted { organisation, name, hatched_on: one.hatching.hatched_on, at });
        }
    }
    let lives: Vec<Life> = lives.into_values().collect();
    Ok((survival(&lives, on), counted))
}
