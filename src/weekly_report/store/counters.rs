//! Facts of a base's week over its organisations, kept so that no page has to count history.
//!
//! A counter changes in the transaction of its fact: what a report and its excuse count for is computed before
//! and after, and the difference is added. The week's row is held while that happens.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

use super::super::{Excuse, Expectation, ReceiptNumber, State, Why, entity::week_count};
use super::{
    Rhythm, WeeklyReportError,
    record::{Book, Of, ReportLine, read_week, stored},
    reporter::Reporter,
};
use crate::{
    access::System,
    audit::Deed,
    base,
    organisation::entity::organisation,
    period::Week,
    store::{Begun, Intent, Store, StoreError, WriteTx},
};

/// A week whose kept counters differ from the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differs {
    pub base: Uuid,
    pub week: String,
    /// Each counter that differs: its name, as kept, as counted.
    pub counters: Vec<(&'static str, i32, i32)>,
}

/// What one organisation's week, or many, count for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tally {
    on_time: i32,
    late: i32,
    late_uncounted: i32,
    nothing: i32,
    excused: i32,
    submitted: i32,
    accepted: i32,
    activities: i32,
    attendances: i32,
}

impl Tally {
    /// A report counts as timely as it was when it was last filed, also while it is back with its author.
    pub(super) fn of(expectation: &Expectation, line: Option<&ReportLine>) -> Result<Self, StoreError> {
        let mut tally = Self::default();
        let state = line.map(ReportLine::state).transpose()?;
        let filed = line.filter(|line| line.versions > 0 && state != Some(State::Withdrawn));
        match expectation {
            Expectation::NotExpected(Why::Excused(_)) => tally.excused = 1,
            Expectation::Expected { .. } => match filed.map(|line| (line, line.timeliness.as_deref())) {
                Some((line, Some("on_time"))) => {
                    tally.on_time = 1;
                    tally.nothing = i32::from(line.nothing_to_report);
                }
                Some((line, Some("late"))) if line.counts => tally.late = 1,
                Some((_, Some("late"))) => tally.late_uncounted = 1,
                _ => {}
            },
            Expectation::NotExpected(_) => {}
        }
        if let Some(line) = filed.filter(|_| state.is_some_and(State::is_filed)) {
            tally.submitted = i32::from(state == Some(State::Submitted));
            tally.accepted = i32::from(state == Some(State::Accepted));
            tally.activities = line.activities;
            tally.attendances = line.attendances;
        }
        Ok(tally)
    }

    /// Of a week that has just been excused.
    pub(super) fn excused(line: Option<&ReportLine>) -> Result<Self, StoreError> {
        let excuse = Excuse { by: Uuid::nil(), reason: String::new() };
        Self::of(&Expectation::NotExpected(Why::Excused(excuse)), line)
    }

    fn named(&self) -> [(week_count::Column, &'static str, i32); 9] {
        use week_count::Column as C;
        [
            (C::OnTime, "on_time", self.on_time),
            (C::Late, "late", self.late),
            (C::LateUncounted, "late_uncounted", self.late_uncounted),
            (C::Nothing, "nothing", self.nothing),
            (C::Excused, "excused", self.excused),
            (C::Submitted, "submitted", self.submitted),
            (C::Accepted, "accepted", self.accepted),
            (C::Activities, "activities", self.activities),
            (C::Attendances, "attendances", self.attendances),
        ]
    }

    fn kept(row: &week_count::Model) -> Self {
        Self {
            on_time: row.on_time,
            late: row.late,
            late_uncounted: row.late_uncounted,
            nothing: row.nothing,
            excused: row.excused,
            submitted: row.submitted,
            accepted: row.accepted,
            activities: row.activities,
            attendances: row.attendances,
        }
    }

    pub(super) fn add(&mut self, other: Self) {
        self.on_time += other.on_time;
        self.late += other.late;
        self.late_uncounted += other.late_uncounted;
        self.nothing += other.nothing;
        self.excused += other.excused;
        self.submitted += other.submitted;
        self.accepted += other.accepted;
        self.activities = self.activities.saturating_add(other.activities);
        self.attendances = self.attendances.saturating_add(other.attendances);
    }
}

/// Holds a week's row, which is made if missing, until the end of the write. To be called before anything is
/// read that the counters depend on.
pub(super) async fn hold(tx: &WriteTx, base: Uuid, week: Week) -> Result<week_count::Model, StoreError> {
    let of_week = || {
        week_count::Entity::find()
            .filter(week_count::Column::BaseId.eq(base))
            .filter(week_count::Column::Week.eq(week.to_string()))
            .lock_exclusive()
            .one(tx.db())
    };
    if let Some(row) = of_week().await? {
        return Ok(row);
    }
    let row = empty(base, &week.to_string()).into_active_model();
    let one_row = [week_count::Column::BaseId, week_count::Column::Week];
    let insert = week_count::Entity::insert(row).on_conflict(OnConflict::columns(one_row).do_nothing().to_owned());
    insert.exec_without_returning(tx.db()).await?;
    of_week().await?.ok_or_else(|| StoreError::Unreadable(format!("the counters of {week} are gone")))
}

/// Adds what has changed between two tallies of one organisation's week.
pub(super) async fn move_by(
    tx: &WriteTx,
    base: Uuid,
    week: Week,
    before: &Tally,
    after: &Tally,
) -> Result<(), StoreError> {
    let mut update = week_count::Entity::update_many()
        .filter(week_count::Column::BaseId.eq(base))
        .filter(week_count::Column::Week.eq(week.to_string()));
    let mut moved = false;
    for ((column, _, before), (_, _, after)) in before.named().into_iter().zip(after.named()) {
        if before != after {
            update = update.col_expr(column, Expr::col(column).add(after - before));
            moved = true;
        }
    }
    if moved {
        update.exec(tx.db()).await?;
    }
    Ok(())
}

/// The next running number of the week's receipts. The week's row is held.
pub(super) async fn next_receipt(tx: &WriteTx, held: week_count::Model) -> Result<i32, StoreError> {
    let next = held.receipts + 1;
    let mut row = held.into_active_model();
    row.receipts = Set(next);
    week_count::Entity::update(row).exec(tx.db()).await?;
    Ok(next)
}

/// Counts every week of every base again. With `check` nothing is written. Gives what differed.
pub async fn rebuild_counters(store: &Store, check: bool) -> Result<Vec<Differs>, WeeklyReportError> {
    let system = System::named("command: rebuild counters");
    let Begun::Fresh(tx) = store.begin(system.actor(), Intent::once("weekly_report.rebuild_counters")).await? else {
        return Err(StoreError::KeyReused.into());
    };
    let mut differs = Vec::new();
    for base in base::entity::Entity::find().all(tx.db()).await? {
        let found = recount(&tx, base.id, !check).await?;
        if !check && !found.is_empty() {
            let weeks: Vec<_> = found.iter().map(|differs| differs.week.as_str()).collect();
            tx.audit(base.id, system.actor(), Deed::WeeklyReportCountersRebuilt, &base.id.to_string(), &weeks);
        }
        differs.extend(found);
    }
    if !check && !differs.is_empty() {
        tx.commit("").await?;
    }
    Ok(differs)
}

/// What an organisation's weeks count for, held while a stage change moves its reporting weeks.
#[derive(Debug)]
pub(crate) struct Standing {
    base: Uuid,
    organisation: Uuid,
    weeks: BTreeMap<Week, Tally>,
}

impl Standing {
    /// Before the reporting weeks change.
    pub(crate) async fn hold(tx: &WriteTx, base: Uuid, organisation: Uuid) -> Result<Self, StoreError> {
        // The organisation first, then the weeks in order, as everywhere.
        tx.lock::<organisation::Entity>(organisation).await?;
        let mut standing = Self { base, organisation, weeks: BTreeMap::new() };
        let weeks: BTreeSet<Week> = standing.tallies(tx).await?.into_keys().collect();
        for week in weeks {
            hold(tx, base, week).await?;
        }
        standing.weeks = standing.tallies(tx).await?;
        Ok(standing)
    }

    /// After they have changed: moves the counters by the difference.
    pub(crate) async fn settle(self, tx: &WriteTx) -> Result<(), StoreError> {
        for (week, after) in self.tallies(tx).await? {
            let before = self.weeks.get(&week).copied().unwrap_or_default();
            move_by(tx, self.base, week, &before, &after).await?;
        }
        Ok(())
    }

    async fn tallies(&self, tx: &WriteTx) -> Result<BTreeMap<Week, Tally>, StoreError> {
        let rhythm = Rhythm::load(tx.db(), self.base).await?;
        let (first, last) = ever()?;
        let book = Book::read(tx.db(), self.base, Of::These(&[self.organisation]), first, last).await?;
        let Some(reporter) = Reporter::find(tx.db(), self.base, self.organisation).await? else {
            return Ok(BTreeMap::new());
        };
        let tally = |(subject, week): (Uuid, Week)| {
            Ok((week, Tally::of(&book.expectation(&rhythm, &reporter, week), book.line(subject, week))?))
        };
        book.places().map(tally).collect()
    }
}

/// The first and the last week that there is.
fn ever() -> Result<(Week, Week), StoreError> {
    Ok((read_week("2000-W01")?, read_week("2199-W52")?))
}

async fn recount(tx: &WriteTx, base: Uuid, write: bool) -> Result<Vec<Differs>, WeeklyReportError> {
    let rows = week_count::Entity::find().filter(week_count::Column::BaseId.eq(base)).lock_exclusive();
    let kept: BTreeMap<String, week_count::Model> =
        rows.all(tx.db()).await?.into_iter().map(|row| (row.week.clone(), row)).collect();
    let counted = count_again(tx.db(), base).await?;
    let mut differs = Vec::new();
    let weeks: BTreeSet<&String> = kept.keys().chain(counted.keys()).collect();
    for week in weeks {
        let nothing = empty(base, week);
        let before = kept.get(week).unwrap_or(&nothing);
        let (tally, receipts) = counted.get(week).copied().unwrap_or_default();
        let counters = differing(before, &tally, receipts);
        if counters.is_empty() {
            continue;
        }
        if write {
            put(tx, base, week, &tally, Ord::max(receipts, before.receipts)).await?;
        }
        differs.push(Differs { base, week: week.clone(), counters });
    }
    Ok(differs)
}

fn differing(kept: &week_count::Model, counted: &Tally, receipts: i32) -> Vec<(&'static str, i32, i32)> {
    let pairs = Tally::kept(kept).named().into_iter().zip(counted.named());
    pairs
        .map(|((_, name, kept), (_, _, counted))| (name, kept, counted))
        .chain([("receipts", kept.receipts, receipts)])
        .filter(|(_, kept, counted)| kept != counted)
        .collect()
}

async fn count_again(
    db: &impl ConnectionTrait,
    base: Uuid,
) -> Result<HashMap<String, (Tally, i32)>, WeeklyReportError> {
    let rhythm = Rhythm::load(db, base).await?;
    let organisations = Reporter::organisations(db, base).await?;
    let reporters: HashMap<Uuid, &Reporter> = organisations.iter().map(|one| (one.name.id, one)).collect();
    let (first, last) = ever()?;
    let mut counted: HashMap<String, (Tally, i32)> = HashMap::new();
    let book = Book::read(db, base, Of::Organisations, first, last).await?;
    for (subject, week) in book.places() {
        let Some(reporter) = reporters.get(&subject) else { continue };
        let expectation = book.expectation(&rhythm, reporter, week);
        let tally = Tally::of(&expectation, book.line(subject, week))?;
        counted.entry(week.to_string()).or_default().0.add(tally);
    }
    let own = Book::read(db, base, Of::These(&[base]), first, last).await?;
    for line in book.lines().chain(own.lines()) {
        let running = line.receipt.as_deref().and_then(|receipt| receipt.parse::<ReceiptNumber>().ok());
        let running = running.map_or(0, |number| stored(number.running()));
        let (_, receipts) = counted.entry(line.week.clone()).or_default();
        *receipts = Ord::max(running, *receipts);
    }
    Ok(counted)
}

async fn put(tx: &WriteTx, base: Uuid, week: &str, tally: &Tally, receipts: i32) -> Result<(), StoreError> {
    let held = hold(tx, base, read_week(week)?).await?;
    let row = week_count::ActiveModel {
        id: Set(held.id),
        base_id: Set(base),
        week: Set(week.to_owned()),
        receipts: Set(receipts),
        on_time: Set(tally.on_time),
        late: Set(tally.late),
        late_uncounted: Set(tally.late_uncounted),
        nothing: Set(tally.nothing),
        excused: Set(tally.excused),
        submitted: Set(tally.submitted),
        accepted: Set(tally.accepted),
        activities: Set(tally.activities),
        attendances: Set(tally.attendances),
    };
    week_count::Entity::update(row).exec(tx.db()).await?;
    Ok(())
}

fn empty(base: Uuid, week: &str) -> week_count::Model {
    week_count::Model {
        id: Uuid::now_v7(),
        base_id: base,
        week: week.to_owned(),
        receipts: 0,
        on_time: 0,
        late: 0,
        late_uncounted: 0,
        nothing: 0,
        excused: 0,
        submitted: 0,
        accepted: 0,
        activities: 0,
        attendances: 0,
    }
}
