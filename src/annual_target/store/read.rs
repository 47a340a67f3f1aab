//! What pages and the command line show of a year's targets.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder,
    sea_query::{Expr, Query, UnionType},
};
use uuid::Uuid;

use super::super::{
    Actual, Draft, EntryState, OnPlan, Progress, Target,
    entity::{target_entry, target_version, target_year::Model},
};
use super::{
    TargetError,
    count::{Counted, Known},
    draft::may_begin,
    enter::read_state,
    record::{find, standing, stood, targets},
};
use crate::{
    access::BaseReader,
    base,
    evidence::{Attachment, store as evidence},
    monthly_plan::State,
    period::{Quarter, Year},
    store::{Store, StoreError, read_json},
    weekly_report::store::AsAt,
};

/// One target, and how it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetLine {
    pub target: Target,
    pub actual: Actual,
    pub progress: Progress,
    /// Entries that wait for the bureau.
    pub pending: u32,
}

/// A year's targets as they were submitted once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub number: u32,
    pub targets: Vec<Target>,
    pub why: String,
    pub submitted_at: DateTime<Utc>,
    pub submitted_by: String,
    pub stands: bool,
}

/// A base's year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearPage {
    pub year: Year,
    /// `None` where nobody has begun.
    pub state: Option<State>,
    /// A version stands approved, whatever is written now.
    pub stands: bool,
    /// Whether it can still be begun.
    pub can_begin: bool,
    pub draft: Draft,
    pub draft_version: i32,
    pub saved: Option<(DateTime<Utc>, String)>,
    pub submitted: Option<(DateTime<Utc>, String)>,
    pub decided: Option<(DateTime<Utc>, String)>,
    /// Why it was returned; empty otherwise.
    pub returned_for: String,
    pub versions: Vec<Version>,
    /// Of what stands approved, or was submitted last.
    pub lines: Vec<TargetLine>,
    /// What stood approved of the year before, to begin with.
    pub before: Vec<Target>,
    pub row_version: i32,
}

/// An entry of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnteredRow {
    pub id: Uuid,
    pub on: NaiveDate,
    pub amount: i64,
    pub what: String,
    pub evidence: String,
    /// What came with it.
    pub files: Vec<Attachment>,
    pub state: EntryState,
    pub entered_at: DateTime<Utc>,
    pub entered_by: String,
    pub decided: Option<(DateTime<Utc>, String)>,
    pub refused_for: String,
    pub row_version: i32,
}

/// One target with everything behind its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetPage {
    pub line: TargetLine,
    /// It stands approved, so that entries can be made.
    pub stands: bool,
    /// The records that its rule counts, by their days.
    pub counted: Vec<Counted>,
    /// By their days.
    pub entries: Vec<EnteredRow>,
}

impl TargetPage {
    /// Whether records stand behind its number: not where only entries tell of it.
    pub fn tells_records(&self) -> bool {
        let rule = self.line.target.rule;
        rule.is_counted() && !(rule.takes_entries() && self.counted.is_empty())
    }
}

/// What waits with annual targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TargetWaits {
    /// Years whose targets wait for the bureau.
    pub years: u32,
    /// Entries that wait for the bureau.
    pub entries: u32,
    /// Years that were returned to the operator.
    pub returned: u32,
}

impl TargetWaits {
    /// What the bureau has to decide on.
    pub fn to_decide(self) -> u32 {
        self.years + self.entries
    }
}

/// A year of a base: as many statements as its rules need, whatever it holds.
pub async fn year(store: &Store, reader: &BaseReader, year: Year) -> Result<YearPage, TargetError> {
    let (db, id) = (store.read(), reader.base());
    let today = today(db, id, store.now()).await?;
    let can_begin = may_begin(year, today.year());
    let Some(row) = find(db, id, year).await? else {
        return Ok(YearPage {
            year,
            state: None,
            stands: false,
            can_begin,
            draft: Draft::default(),
            draft_version: 0,
            saved: None,
            submitted: None,
            decided: None,
            returned_for: String::new(),
            versions: Vec::new(),
            lines: Vec::new(),
            before: standing(db, id, year.previous()).await?,
            row_version: 0,
        });
    };
    let versions = versions(db, &row).await?;
    let shown = row.shown().and_then(|number| versions.iter().find(|version| version.number == count(number)));
    let lines = match shown {
        Some(version) => {
            let known = Known::of(db, id, year, &version.targets, &AsAt::now(store.now())).await?;
            lines(&known, version.targets.clone(), year, today)?
        }
        None => Vec::new(),
    };
    let before = if row.draft_version == 0 { standing(db, id, year.previous()).await? } else { Vec::new() };
    Ok(YearPage {
        year,
        state: Some(row.read_state()?),
        stands: row.standing.is_some(),
        can_begin,
        draft: row.read_draft()?,
        draft_version: row.draft_version,
        saved: (row.draft_version > 0).then(|| (row.draft_saved_at, row.draft_saved_by.clone())),
        submitted: row.submitted_at.zip(row.submitted_by.clone()),
        decided: row.decided_at.zip(row.decided_by.clone()),
        returned_for: row.returned_for,
        versions,
        lines,
        before,
        row_version: row.row_version,
    })
}

/// One target of a year, by its code.
pub async fn one(store: &Store, reader: &BaseReader, year: Year, code: &str) -> Result<TargetPage, TargetError> {
    let (db, base) = (store.read(), reader.base());
    let today = today(db, base, store.now()).await?;
    let row = find(db, base, year).await?.ok_or(TargetError::NotFound)?;
    let targets = targets(db, &row, row.shown()).await?;
    let target = targets.into_iter().find(|target| target.code == code).ok_or(TargetError::NotFound)?;
    let known = Known::of(db, base, year, std::slice::from_ref(&target), &AsAt::now(store.now())).await?;
    let line = lines(&known, vec![target], year, today)?.pop().ok_or(TargetError::NotFound)?;
    let Known { mut counted, entries } = known;
    counted.retain(|record| record.rule == line.target.rule);
    let enters = line.target.rule.takes_entries();
    let entries = if enters { of_target(db, base, entries, code).await? } else { Vec::new() };
    Ok(TargetPage { line, stands: row.standing.is_some(), counted, entries })
}

/// Its entries, each with what came with it: one statement.
async fn of_target(
    db: &impl ConnectionTrait,
    base: Uuid,
    mut entries: Vec<target_entry::Model>,
    code: &str,
) -> Result<Vec<EnteredRow>, StoreError> {
    entries.retain(|entry| entry.target == code);
    let ids = entries.iter().map(|entry| entry.id).collect();
    let mut files = evidence::of_records(db, base, evidence::TARGET_ENTRY, ids).await?;
    let read = |entry: target_entry::Model| {
        let files = files.remove(&entry.id).unwrap_or_default();
        read_entry(entry, files)
    };
    entries.into_iter().map(read).collect()
}

/// Of one target by the end of a quarter: what was reached, and what the split asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reached {
    pub code: String,
    pub actual: i64,
    pub planned: i64,
}

/// The targets of a quarter's year that stood approved at an instant, by the end of the quarter as it stood then; `None`
/// where none did.
pub(crate) async fn reached(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
    as_at: &AsAt,
) -> Result<Option<Vec<Reached>>, StoreError> {
    let year = Year::of(quarter.first_day());
    let targets = stood(db, base, year, as_at).await?;
    if targets.is_empty() {
        return Ok(None);
    }
    let found = Known::of(db, base, year, &targets, as_at).await?.by_target(&targets)?;
    let line = |target: &Target| {
        let actual = found.get(&target.code).and_then(|(actual, _)| actual.by(target.measure, quarter.quarter()));
        Reached {
            code: target.code.clone(),
            actual: actual.unwrap_or_default(),
            planned: target.planned_by(quarter.quarter()),
        }
    };
    Ok(Some(targets.iter().map(line).collect()))
}

/// How many of the targets that stand approved are on plan by the end of a quarter; `None` where none stand. As many
/// statements as their rules need.
pub async fn on_plan(store: &Store, reader: &BaseReader, quarter: Quarter) -> Result<Option<OnPlan>, StoreError> {
    let found = reached(store.read(), reader.base(), quarter, &AsAt::now(store.now())).await?;
    Ok(found.map(|found| OnPlan::of(found.iter().map(|target| (target.actual, target.planned)))))
}

#[derive(Debug, FromQueryResult)]
struct Waiting {
    state: String,
    number: i64,
}

/// How much waits, for the bureau and for the operator, in one statement.
pub async fn waits(store: &Store, reader: &BaseReader) -> Result<TargetWaits, StoreError> {
    use super::super::entity::{
        target_entry::{Column as Of, Entity as Entries},
        target_year::{Column as At, Entity as Years},
    };
    let base = reader.base();
    let entries = Query::select()
        .column((Entries, Of::State))
        .expr_as(Expr::col((Entries, Of::Id)).count(), "number")
        .from(Entries)
        .and_where(Expr::col((Entries, Of::BaseId)).eq(base))
        .and_where(Expr::col((Entries, Of::State)).eq(EntryState::Pending.code()))
        .group_by_col((Entries, Of::State))
        .to_owned();
    let waiting = [State::Submitted, State::Returned].map(State::code);
    let query = Query::select()
        .column((Years, At::State))
        .expr_as(Expr::col((Years, At::Id)).count(), "number")
        .from(Years)
        .and_where(Expr::col((Years, At::BaseId)).eq(base))
        .and_where(Expr::col((Years, At::State)).is_in(waiting))
        .group_by_col((Years, At::State))
        .union(UnionType::All, entries)
        .to_owned();
    let statement = store.backend().build(&query);
    let rows = Waiting::find_by_statement(statement).all(store.read()).await?;
    let of = |code: &str| {
        let found = rows.iter().find(|row| row.state == code).map_or(0, |row| row.number);
        u32::try_from(found).unwrap_or(0)
    };
    Ok(TargetWaits {
        years: of(State::Submitted.code()),
        entries: of(EntryState::Pending.code()),
        returned: of(State::Returned.code()),
    })
}

fn lines(known: &Known, targets: Vec<Target>, year: Year, today: NaiveDate) -> Result<Vec<TargetLine>, StoreError> {
    let mut reached = known.by_target(&targets)?;
    let line = |target: Target| {
        let (actual, pending) = reached.remove(&target.code).unwrap_or_default();
        TargetLine { progress: Progress::on(&target, &actual, year, today), target, actual, pending }
    };
    Ok(targets.into_iter().map(line).collect())
}

async fn versions(db: &impl ConnectionTrait, year: &Model) -> Result<Vec<Version>, StoreError> {
    let rows = target_version::Entity::find()
        .filter(target_version::Column::BaseId.eq(year.base_id))
        .filter(target_version::Column::YearId.eq(year.id))
        .order_by_asc(target_version::Column::Number)
        .all(db)
        .await?;
    let read = |row: target_version::Model| {
        Ok(Version {
            number: count(row.number),
            targets: read_json(&row.targets, "targets")?,
            why: row.why,
            submitted_at: row.submitted_at,
            submitted_by: row.submitted_by,
            stands: year.standing == Some(row.number),
        })
    };
    rows.into_iter().map(read).collect()
}

fn read_entry(row: target_entry::Model, files: Vec<Attachment>) -> Result<EnteredRow, StoreError> {
    Ok(EnteredRow {
        id: row.id,
        on: row.on_day,
        amount: row.amount,
        state: read_state(&row)?,
        what: row.what,
        evidence: row.evidence,
        files,
        entered_at: row.entered_at,
        entered_by: row.entered_by,
        decided: row.decided_at.zip(row.decided_by),
        refused_for: row.refused_for,
        row_version: row.row_version,
    })
}

fn count(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// The day in the base's zone.
async fn today(db: &impl ConnectionTrait, base: Uuid, now: DateTime<Utc>) -> Result<NaiveDate, TargetError> {
    Ok(base::store::by_id(db, base).await?.ok_or(TargetError::NotFound)?.day(now))
}
