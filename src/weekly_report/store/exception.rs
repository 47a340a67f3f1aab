//! Excuses and extensions: for one or many, for one week or several, always with a reason, and in a list
//! that the bureau sees.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::super::{Expectation, entity::filing_exception};
pub use super::exception_list::{Filter, GivenException, Revoked, list};
use super::{
    Reviewer, Rhythm, WeeklyReportError,
    counters::{self, Tally},
    deed::needed,
    month_exception,
    record::{Book, Of},
    reporter::Reporter,
};
use crate::{
    audit::Deed,
    calendar,
    period::{Month, Period, Week},
    store::{Begun, Intent, Store, StoreError, WriteTx, read_json, to_json},
};

const EXCUSE: &str = "excuse";
const EXTENSION: &str = "extension";

/// What is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Relief {
    /// No report is asked for.
    Excuse,
    /// Filed at this instant is still on time.
    Extension { until: DateTime<Utc> },
}

impl Relief {
    /// Until when, where it is an extension.
    pub fn until(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Excuse => None,
            Self::Extension { until } => Some(until),
        }
    }
}

/// To whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// Everyone whom the reviewer reviews and of whom a report is expected.
    All,
    These(Vec<Uuid>),
}

/// For which reports, or for which plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Periods {
    Weeks(Vec<Week>),
    Months(Vec<Month>),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewException {
    pub whom: Whom,
    pub periods: Periods,
    pub relief: Relief,
    pub reason: String,
    /// What shows it; may be empty.
    pub proof: String,
}

/// How many subject's weeks or months it was given for. Those of which nothing was expected, or which have been filed
/// where it is an extension, are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub given: u32,
    pub left_out: u32,
}

/// Whose weeks or months an exception helps.
pub(super) struct Chosen {
    /// Of how many it was asked.
    pub asked: usize,
    pub helped: Vec<(Uuid, Period)>,
}

/// Gives an excuse or an extension: the operator to organisations, the bureau to the base.
pub async fn give(
    store: &Store,
    reviewer: &Reviewer,
    new: &NewException,
    intent: Intent,
) -> Result<Given, WeeklyReportError> {
    let reason = needed(&new.reason)?;
    if matches!(new.relief, Relief::Extension { until } if until <= store.now()) {
        return Err(WeeklyReportError::EndNotAhead);
    }
    let tx = match store.begin(reviewer.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(read_json(&done, "outcome")?),
    };
    let Chosen { asked, helped } = match &new.periods {
        Periods::Weeks(weeks) => of_weeks(&tx, reviewer, new, weeks.iter().copied().collect()).await?,
        Periods::Months(months) => month_exception::chosen(&tx, reviewer, new, months).await?,
    };
    let count = u32::try_from(helped.len()).unwrap_or(u32::MAX);
    let given = Given { given: count, left_out: u32::try_from(asked).unwrap_or(u32::MAX).saturating_sub(count) };
    if helped.is_empty() {
        return Ok(given);
    }
    let grant = Grant { relief: new.relief, reason, proof: new.proof.trim() };
    tx.insert_all(helped.iter().map(|(subject, period)| grant.row(&tx, reviewer, *subject, *period)).collect()).await?;
    let subjects: Vec<_> = helped.iter().map(|(subject, period)| (subject, period.to_string())).collect();
    let detail = json!({ "relief": new.relief, "reason": reason, "proof": grant.proof, "for": subjects });
    tx.audit(reviewer.base(), reviewer.actor(), Deed::FilingExceptionGiven, &reviewer.base().to_string(), &detail);
    tx.commit(to_json(&given)).await?;
    Ok(given)
}

/// The weeks that it helps; what they count for is moved.
async fn of_weeks(
    tx: &WriteTx,
    reviewer: &Reviewer,
    new: &NewException,
    weeks: BTreeSet<Week>,
) -> Result<Chosen, WeeklyReportError> {
    let (Some(first), Some(last)) = (weeks.first().copied(), weeks.last().copied()) else {
        return Ok(Chosen { asked: 0, helped: Vec::new() });
    };
    // Before anything is read, so that no filing slips in between.
    for week in weeks.iter().filter(|_| !reviewer.reviews_base()) {
        counters::hold(tx, reviewer.base(), *week).await?;
    }
    let rhythm = Rhythm::load(tx.db(), reviewer.base()).await?;
    let reporters = reporters(tx, reviewer, &new.whom).await?;
    let of = if reviewer.reviews_base() { Of::These(&[reviewer.base()]) } else { Of::Organisations };
    let book = Book::read(tx.db(), reviewer.base(), of, first, last).await?;
    let mut helped = Vec::new();
    let mut moved: BTreeMap<Week, (Tally, Tally)> = BTreeMap::new();
    for (reporter, week) in reporters.iter().flat_map(|reporter| weeks.iter().map(move |week| (reporter, *week))) {
        let expectation = book.expectation(&rhythm, reporter, week);
        if !helps(new.relief, &expectation, &book, reporter, week) {
            continue;
        }
        if new.relief == Relief::Excuse && !reporter.name.of_base {
            let line = book.line(reporter.name.id, week);
            let (before, after) = moved.entry(week).or_default();
            before.add(Tally::of(&expectation, line)?);
            after.add(Tally::excused(line)?);
        }
        helped.push((reporter.name.id, week.into()));
    }
    for (week, (before, after)) in moved {
        counters::move_by(tx, reviewer.base(), week, &before, &after).await?;
    }
    Ok(Chosen { asked: reporters.len() * weeks.len(), helped })
}

/// Whether an exception changes anything for a week.
fn helps(relief: Relief, expectation: &Expectation, book: &Book, reporter: &Reporter, week: Week) -> bool {
    match (relief, expectation) {
        (_, Expectation::NotExpected(_)) => false,
        (Relief::Excuse, Expectation::Expected { .. }) => true,
        (Relief::Extension { until }, Expectation::Expected { due_at }) => {
            let filed = book.line(reporter.name.id, week).is_some_and(|line| line.first_filed_at.is_some());
            !filed && until > *due_at
        }
    }
}

pub(super) async fn reporters(
    tx: &WriteTx,
    reviewer: &Reviewer,
    whom: &Whom,
) -> Result<Vec<Reporter>, WeeklyReportError> {
    let base = reviewer.base();
    if reviewer.reviews_base() {
        let itself = Reporter::base(tx.db(), base).await?.ok_or(WeeklyReportError::NotFound)?;
        let meant = matches!(whom, Whom::All) || matches!(whom, Whom::These(ids) if ids.contains(&base));
        return if meant { Ok(vec![itself]) } else { Err(WeeklyReportError::NotFound) };
    }
    let mut all = Reporter::organisations(tx.db(), base).await?;
    if let Whom::These(ids) = whom {
        let ids: BTreeSet<&Uuid> = ids.iter().collect();
        all.retain(|one| ids.contains(&one.name.id));
        if all.len() < ids.len() {
            return Err(WeeklyReportError::NotFound);
        }
    }
    Ok(all)
}

/// What is given, in words that its rows share.
#[derive(Clone, Copy)]
pub(super) struct Grant<'a> {
    pub relief: Relief,
    pub reason: &'a str,
    pub proof: &'a str,
}

impl Grant<'_> {
    /// One subject's line of the list.
    pub(super) fn row(
        self,
        tx: &WriteTx,
        reviewer: &Reviewer,
        subject: Uuid,
        period: Period,
    ) -> filing_exception::ActiveModel {
        let (kind, due_at) = match self.relief {
            Relief::Excuse => (EXCUSE, None),
            Relief::Extension { until } => (EXTENSION, Some(until)),
        };
        filing_exception::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(reviewer.base()),
            subject_id: Set(subject),
            filing: Set(filing(period, subject == reviewer.base()).name().to_owned()),
            period: Set(period.to_string()),
            kind: Set(kind.to_owned()),
            due_at: Set(due_at),
            reason: Set(self.reason.to_owned()),
            proof: Set(self.proof.to_owned()),
            given_by: Set(reviewer.actor().name.clone()),
            given_by_id: Set(reviewer.actor().account),
            given_at: Set(tx.now()),
            revoked_at: Set(None),
            revoked_by: Set(None),
            revoked_for: Set(String::new()),
        }
    }
}

/// What is filed for a week or a month.
pub(super) fn filing(period: Period, of_base: bool) -> calendar::Filing {
    match (period, of_base) {
        (Period::Month(_), false) => calendar::Filing::MonthlyPlan,
        (Period::Month(_), true) => calendar::Filing::BaseMonthlyPlan,
        (_, false) => calendar::Filing::WeeklyReport,
        (_, true) => calendar::Filing::BaseWeeklyReport,
    }
}

/// Takes one back. What was filed under an extension keeps the deadline of its filing.
pub async fn revoke(
    store: &Store,
    reviewer: &Reviewer,
    exception: Uuid,
    reason: &str,
    intent: Intent,
) -> Result<(), WeeklyReportError> {
    let reason = needed(reason)?;
    let Begun::Fresh(tx) = store.begin(reviewer.actor(), intent).await? else { return Ok(()) };
    let base = reviewer.base();
    let row = tx.lock::<filing_exception::Entity>(exception).await?;
    let theirs =
        |row: &filing_exception::Model| row.base_id == base && (row.subject_id == base) == reviewer.reviews_base();
    let row = row.filter(theirs).ok_or(WeeklyReportError::NotFound)?;
    if row.revoked_at.is_some() {
        return Err(StoreError::Stale.into());
    }
    let (subject, period) = (row.subject_id, read_period(&row.period)?);
    let before = tally(&tx, reviewer, subject, period).await?;
    let mut revoked = row.into_active_model();
    revoked.revoked_at = Set(Some(tx.now()));
    revoked.revoked_by = Set(Some(reviewer.actor().name.clone()));
    revoked.revoked_for = Set(reason.to_owned());
    filing_exception::Entity::update(revoked).exec(tx.db()).await?;
    if let Some((week, before)) = before {
        let (_, after) = tally(&tx, reviewer, subject, period).await?.unwrap_or((week, Tally::default()));
        counters::move_by(&tx, base, week, &before, &after).await?;
    }
    let detail = json!({ "subject": subject, "period": period.to_string(), "reason": reason });
    tx.audit(base, reviewer.actor(), Deed::FilingExceptionRevoked, &exception.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// What an organisation's week counts for now; its counters are held. The base itself is not counted, and no plan is.
async fn tally(
    tx: &WriteTx,
    reviewer: &Reviewer,
    subject: Uuid,
    period: Period,
) -> Result<Option<(Week, Tally)>, WeeklyReportError> {
    let Period::Week(week) = period else { return Ok(None) };
    if reviewer.reviews_base() {
        return Ok(None);
    }
    let base = reviewer.base();
    counters::hold(tx, base, week).await?;
    let rhythm = Rhythm::load(tx.db(), base).await?;
    let reporter = Reporter::find(tx.db(), base, subject).await?.ok_or(WeeklyReportError::NotFound)?;
    let book = Book::read(tx.db(), base, Of::These(&[subject]), week, week).await?;
    let tally = Tally::of(&book.expectation(&rhythm, &reporter, week), book.line(subject, week))?;
    Ok(Some((week, tally)))
}

pub(super) fn read_period(text: &str) -> Result<Period, StoreError> {
    text.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}
