//! Excuses and extensions: for one or many, for one week or several, always with a reason, and in a list
//! that the bureau sees.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::super::{Expectation, entity::filing_exception};
use super::{
    Reviewer, Rhythm, SubjectName, WeeklyReportError,
    counters::{self, Tally},
    deed::needed,
    record::{Book, Of, read_week},
    reporter::{self, Reporter},
};
use crate::{
    access::BaseReader,
    audit::Deed,
    calendar,
    period::Week,
    store::{Begun, Intent, Page, Paging, Store, StoreError, WriteTx, read_json, to_json},
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

/// To whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// Everyone whom the reviewer reviews and of whom a report is expected.
    All,
    These(Vec<Uuid>),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewException {
    pub whom: Whom,
    pub weeks: Vec<Week>,
    pub relief: Relief,
    pub reason: String,
}

/// How many subject's weeks it was given for. Those of which no report was expected, or which have been filed
/// where it is an extension, are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub given: u32,
    pub left_out: u32,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenException {
    pub id: Uuid,
    pub subject: SubjectName,
    pub week: Week,
    pub relief: Relief,
    pub reason: String,
    pub by: String,
    pub at: DateTime<Utc>,
    pub revoked: Option<Revoked>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    pub by: String,
    pub at: DateTime<Utc>,
    pub reason: String,
}

/// What the list shows; everything by default.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub subject: Option<Uuid>,
    pub from: Option<Week>,
    pub to: Option<Week>,
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
    let weeks: BTreeSet<Week> = new.weeks.iter().copied().collect();
    let (Some(first), Some(last)) = (weeks.first().copied(), weeks.last().copied()) else {
        return Ok(Given { given: 0, left_out: 0 });
    };
    // Before anything is read, so that no filing slips in between.
    for week in weeks.iter().filter(|_| !reviewer.reviews_base()) {
        counters::hold(&tx, reviewer.base(), *week).await?;
    }
    let rhythm = Rhythm::load(tx.db(), reviewer.base()).await?;
    let reporters = reporters(&tx, reviewer, &new.whom).await?;
    let of = if reviewer.reviews_base() { Of::These(&[reviewer.base()]) } else { Of::Organisations };
    let book = Book::read(tx.db(), reviewer.base(), of, first, last).await?;
    let (mut rows, mut subjects) = (Vec::new(), Vec::new());
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
        subjects.push((reporter.name.id, week));
        rows.push(row(&tx, reviewer, reporter, week, new.relief, reason));
    }
    let asked = reporters.len() * weeks.len();
    let given = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let given = Given { given, left_out: u32::try_from(asked).unwrap_or(u32::MAX).saturating_sub(given) };
    if rows.is_empty() {
        return Ok(given);
    }
    for (week, (before, after)) in moved {
        counters::move_by(&tx, reviewer.base(), week, &before, &after).await?;
    }
    tx.insert_all(rows).await?;
    let detail = json!({ "relief": new.relief, "reason": reason, "for": subjects });
    tx.audit(reviewer.base(), reviewer.actor(), Deed::FilingExceptionGiven, &reviewer.base().to_string(), &detail);
    tx.commit(to_json(&given)).await?;
    Ok(given)
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

async fn reporters(tx: &WriteTx, reviewer: &Reviewer, whom: &Whom) -> Result<Vec<Reporter>, WeeklyReportError> {
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

fn row(
    tx: &WriteTx,
    reviewer: &Reviewer,
    reporter: &Reporter,
    week: Week,
    relief: Relief,
    reason: &str,
) -> filing_exception::ActiveModel {
    let (kind, due_at) = match relief {
        Relief::Excuse => (EXCUSE, None),
        Relief::Extension { until } => (EXTENSION, Some(until)),
    };
    filing_exception::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(reviewer.base()),
        subject_id: Set(reporter.name.id),
        filing: Set(filing(reporter.name.of_base).name().to_owned()),
        period: Set(week.to_string()),
        kind: Set(kind.to_owned()),
        due_at: Set(due_at),
        reason: Set(reason.to_owned()),
        given_by: Set(reviewer.actor().name.clone()),
        given_by_id: Set(reviewer.actor().account),
        given_at: Set(tx.now()),
        revoked_at: Set(None),
        revoked_by: Set(None),
        revoked_for: Set(String::new()),
    }
}

fn filing(of_base: bool) -> calendar::Filing {
    if of_base { calendar::Filing::BaseWeeklyReport } else { calendar::Filing::WeeklyReport }
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
    let (subject, week) = (row.subject_id, read_week(&row.period)?);
    let before = tally(&tx, reviewer, subject, week).await?;
    let mut revoked = row.into_active_model();
    revoked.revoked_at = Set(Some(tx.now()));
    revoked.revoked_by = Set(Some(reviewer.actor().name.clone()));
    revoked.revoked_for = Set(reason.to_owned());
    filing_exception::Entity::update(revoked).exec(tx.db()).await?;
    if let Some(before) = before {
        let after = tally(&tx, reviewer, subject, week).await?.unwrap_or_default();
        counters::move_by(&tx, base, week, &before, &after).await?;
    }
    let detail = json!({ "subject": subject, "week": week, "reason": reason });
    tx.audit(base, reviewer.actor(), Deed::FilingExceptionRevoked, &exception.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// What an organisation's week counts for now; its counters are held. The base itself is not counted.
async fn tally(
    tx: &WriteTx,
    reviewer: &Reviewer,
    subject: Uuid,
    week: Week,
) -> Result<Option<Tally>, WeeklyReportError> {
    if reviewer.reviews_base() {
        return Ok(None);
    }
    let base = reviewer.base();
    counters::hold(tx, base, week).await?;
    let rhythm = Rhythm::load(tx.db(), base).await?;
    let reporter = Reporter::find(tx.db(), base, subject).await?.ok_or(WeeklyReportError::NotFound)?;
    let book = Book::read(tx.db(), base, Of::These(&[subject]), week, week).await?;
    Ok(Some(Tally::of(&book.expectation(&rhythm, &reporter, week), book.line(subject, week))?))
}

/// Newest first, those taken back among them.
pub async fn list(
    store: &Store,
    reader: &BaseReader,
    filter: &Filter,
    paging: Paging,
) -> Result<Page<GivenException>, WeeklyReportError> {
    use filing_exception::Column;
    let db = store.read();
    let weekly = [filing(false).name(), filing(true).name()];
    let mut query =
        filing_exception::Entity::find().filter(Column::BaseId.eq(reader.base())).filter(Column::Filing.is_in(weekly));
    if let Some(subject) = filter.subject {
        query = query.filter(Column::SubjectId.eq(subject));
    }
    if let Some(from) = filter.from {
        query = query.filter(Column::Period.gte(from.to_string()));
    }
    if let Some(to) = filter.to {
        query = query.filter(Column::Period.lte(to.to_string()));
    }
    let total = query.clone().count(db).await?;
    let newest_first = query.order_by_desc(Column::GivenAt).order_by_desc(Column::Id);
    let rows = newest_first.offset(paging.offset()).limit(paging.size).all(db).await?;
    let names = reporter::names(db, reader.base(), rows.iter().map(|row| row.subject_id)).await?;
    let rows = rows.into_iter().map(|row| given(row, &names)).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}

fn given(row: filing_exception::Model, names: &HashMap<Uuid, SubjectName>) -> Result<GivenException, StoreError> {
    let subject = names.get(&row.subject_id).cloned();
    let revoked =
        row.revoked_at.map(|at| Revoked { by: row.revoked_by.unwrap_or_default(), at, reason: row.revoked_for });
    Ok(GivenException {
        id: row.id,
        subject: subject.ok_or_else(|| StoreError::Unreadable(format!("subject {}", row.subject_id)))?,
        week: read_week(&row.period)?,
        relief: row.due_at.map_or(Relief::Excuse, |until| Relief::Extension { until }),
        reason: row.reason,
        by: row.given_by,
        at: row.given_at,
        revoked,
    })
}
