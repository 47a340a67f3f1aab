//! Making what was asked for, one job after the other, by whichever replica comes first.
//!
//! Whoever takes a job up holds it by a lease in its row, which every part that has been read renews. One whose lease has
//! run out belongs to a program that is no more, and is taken up again from the beginning.

use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use rust_xlsxwriter::Workbook;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

use super::{
    super::{
        Failure, State, Wording,
        entity::{Column, Entity, Model},
        make::{Made, MakeError, make},
    },
    WorkbookError,
};
use crate::{
    access::{Asker, BaseReader, Membership, NoSuchRole, Role, System},
    account::entity::{account, membership},
    base,
    evidence::Files,
    period::Quarter,
    store::{Store, StoreError},
};

/// For how long nobody else takes a job up. A part is read in a fraction of it.
pub const LEASE: TimeDelta = TimeDelta::minutes(2);
/// How often a job is taken up at the most: one that ends the program each time is not tried for ever.
const MOST_TAKES: i32 = 5;

/// Who tells the words of a language, by its tag.
pub type Say = fn(&str) -> Box<dyn Wording>;

/// A job that somebody has taken up.
#[derive(Debug)]
pub struct Taken {
    row: Model,
    by: String,
}

/// Whether a workbook that is being made is still wanted.
#[derive(Debug)]
pub(in crate::workbook) enum Watch {
    /// The command line waits for it.
    Always,
    /// As long as the job runs, by the one who has taken it up.
    Job { id: Uuid, by: String },
}

impl Watch {
    /// Notes how far it is, and renews the lease.
    pub(in crate::workbook) async fn goes_on(&self, store: &Store, done: u64, all: u64) -> Result<bool, StoreError> {
        let Self::Job { id, by } = self else { return Ok(true) };
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let tx = store.begin_unrecorded(jobs().actor(), "workbook.progress").await?;
        let noted = Entity::update_many()
            .col_expr(Column::RowsDone, Expr::value(number(done)))
            .col_expr(Column::RowsAll, Expr::value(number(all)))
            .col_expr(Column::LeaseUntil, Expr::value(tx.now() + LEASE))
            .filter(running(*id, by))
            .exec(tx.db())
            .await?;
        tx.commit_unrecorded().await?;
        Ok(noted.rows_affected > 0)
    }
}

fn jobs() -> System {
    System::named("job: workbooks")
}

/// A job that runs, by the one who has taken it up.
fn running(id: Uuid, by: &str) -> Condition {
    Condition::all().add(Column::Id.eq(id)).add(Column::State.eq(State::Running.code())).add(Column::LeaseBy.eq(by))
}

/// What waits, or was left by whoever had it.
fn free(now: DateTime<Utc>) -> Condition {
    let left = Condition::all().add(Column::State.eq(State::Running.code())).add(Column::LeaseUntil.lt(now));
    Condition::any().add(Column::State.eq(State::Waiting.code())).add(left)
}

/// Takes up the job that has waited the longest; `None` where none does. `by` tells this program from every other.
pub async fn take_next(store: &Store, by: &str) -> Result<Option<Taken>, WorkbookError> {
    // Nothing is locked where nothing waits, which is nearly always.
    if Entity::find()
        .filter(free(store.now()))
        .select_only()
        .column(Column::Id)
        .into_tuple::<Uuid>()
        .one(store.read())
        .await?
        .is_none()
    {
        return Ok(None);
    }
    let tx = store.begin_unrecorded(jobs().actor(), "workbook.take").await?;
    let row = Entity::find()
        .filter(free(tx.now()))
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Id)
        .limit(1)
        .lock_exclusive()
        .one(tx.db())
        .await?;
    let Some(row) = row else { return Ok(None) };
    let worn = row.takes >= MOST_TAKES;
    let state = if worn { State::Failed } else { State::Running };
    let row = Model {
        state: state.code().to_owned(),
        failure: worn.then(|| Failure::Broken.code().to_owned()),
        finished_at: worn.then(|| tx.now()),
        rows_done: 0,
        lease_by: (!worn).then(|| by.to_owned()),
        lease_until: (!worn).then(|| tx.now() + LEASE),
        takes: row.takes + 1,
        ..row
    };
    row.clone().into_active_model().reset_all().update(tx.db()).await?;
    tx.commit_unrecorded().await?;
    Ok((!worn).then(|| Taken { row, by: by.to_owned() }))
}

/// Makes the workbook of a job that was taken up, and keeps it; nothing where it was cancelled meanwhile, or taken up by
/// somebody else.
///
/// # Errors
/// Those of the database and of the files: the job is taken up again once its lease has run out.
pub async fn carry_out(store: &Store, files: &Files, taken: Taken, say: Say) -> Result<(), WorkbookError> {
    let Taken { row, by } = taken;
    let Some(reader) = reader_of(store, &row).await? else {
        end(store, &row, &by, Err(Failure::RightGone)).await?;
        return Ok(());
    };
    let (quarter, wording) = (row.read_quarter()?, say(&row.language));
    let watch = Watch::Job { id: row.id, by: by.clone() };
    let made = match make(store, &reader, quarter, &*wording, &row.asked_by, &watch).await {
        Ok(made) => made,
        Err(MakeError::Stopped) => return Ok(()),
        Err(MakeError::Store(StoreError::Unavailable)) => return Err(StoreError::Unavailable.into()),
        Err(error) => {
            tracing::warn!(%error, job = %row.id, "a workbook was not made");
            end(store, &row, &by, Err(Failure::Broken)).await?;
            return Ok(());
        }
    };
    let Made { workbook, rows } = made;
    let contents = packed(workbook).await?;
    let size = u64::try_from(contents.len()).unwrap_or(u64::MAX);
    files.put_made(row.base_id, row.id, contents).await?;
    if !end(store, &row, &by, Ok((rows, size))).await? && !is_done(store, row.id).await? {
        files.drop_made(row.base_id, row.id).await?;
    }
    Ok(())
}

/// Takes up what waits and carries it out; whether anything did.
pub async fn run_next(store: &Store, files: &Files, by: &str, say: Say) -> Result<bool, WorkbookError> {
    match take_next(store, by).await? {
        Some(taken) => carry_out(store, files, taken, say).await.map(|()| true),
        None => Ok(false),
    }
}

/// The workbook at once, for the command line, and how many rows it has.
pub async fn straight(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    wording: &dyn Wording,
) -> Result<(Bytes, u64), WorkbookError> {
    let made = make(store, reader, quarter, wording, &reader.actor().name, &Watch::Always).await;
    let Made { workbook, rows } = made.map_err(|error| match error {
        MakeError::Store(error) => WorkbookError::Store(error),
        MakeError::NoBase => WorkbookError::NotFound,
        other => WorkbookError::Broken(other.to_string()),
    })?;
    Ok((packed(workbook).await?, rows))
}

/// Apart from whoever answers requests: compressing takes its time.
async fn packed(mut workbook: Workbook) -> Result<Bytes, WorkbookError> {
    let packed = tokio::task::spawn_blocking(move || workbook.save_to_buffer()).await;
    let packed = packed.map_err(|error| WorkbookError::Broken(error.to_string()))?;
    Ok(packed.map_err(|error| WorkbookError::Broken(error.to_string()))?.into())
}

/// Ends a job, with its rows and bytes or with why there are none; whether it was still this one's to end.
async fn end(
    store: &Store,
    row: &Model,
    by: &str,
    outcome: Result<(u64, u64), Failure>,
) -> Result<bool, WorkbookError> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let tx = store.begin_unrecorded(jobs().actor(), "workbook.end").await?;
    let ended = Entity::update_many()
        .col_expr(Column::FinishedAt, Expr::value(tx.now()))
        .col_expr(Column::LeaseBy, Expr::value(None::<String>))
        .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>));
    let ended = match outcome {
        Ok((rows, size)) => ended
            .col_expr(Column::State, Expr::value(State::Done.code()))
            .col_expr(Column::RowsDone, Expr::value(number(rows)))
            .col_expr(Column::RowsAll, Expr::value(number(rows)))
            .col_expr(Column::Size, Expr::value(number(size))),
        Err(failure) => ended
            .col_expr(Column::State, Expr::value(State::Failed.code()))
            .col_expr(Column::Failure, Expr::value(failure.code())),
    };
    let ended = ended.filter(running(row.id, by)).exec(tx.db()).await?;
    tx.commit_unrecorded().await?;
    Ok(ended.rows_affected > 0)
}

async fn is_done(store: &Store, id: Uuid) -> Result<bool, WorkbookError> {
    let row = Entity::find_by_id(id).one(store.read()).await?;
    Ok(row.is_some_and(|row| row.state == State::Done.code()))
}

/// As what a job's records are read: the role by which it was asked for, as long as that person has it, less what is
/// withheld from whatever else they are.
async fn reader_of(store: &Store, row: &Model) -> Result<Option<BaseReader>, WorkbookError> {
    let Some(role) = Role::OF_BASE.iter().copied().find(|role| role.code() == row.asked_as) else { return Ok(None) };
    let held = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(row.account_id))
        .filter(membership::Column::BaseId.eq(row.base_id))
        .filter(membership::Column::EndedAt.is_null())
        .all(store.read())
        .await?;
    let person = account::Entity::find_by_id(row.account_id).one(store.read()).await?;
    let person = person.filter(|person| person.disabled_at.is_none());
    let base = base::store::by_id(store.read(), row.base_id).await?;
    let (Some(person), Some(base)) = (person, base) else { return Ok(None) };
    let mut memberships = Vec::with_capacity(held.len());
    for held in held {
        memberships.push(Membership {
            role: held.role.parse().map_err(|error: NoSuchRole| StoreError::Unreadable(error.to_string()))?,
            base: base.id,
            base_slug: base.slug.clone(),
            base_name: base.name.clone(),
            organisation: held.organisation_id,
            organisation_name: None,
        });
    }
    // The first that reads the base is the one by which it is read.
    memberships.sort_by_key(|held| held.role != role);
    if memberships.first().is_none_or(|held| held.role != role) {
        return Ok(None);
    }
    let asker = Asker {
        account: person.id,
        session: Uuid::nil(),
        name: person.name,
        display_name: person.display_name,
        admin: false,
        language: None,
        hints_away: Vec::new(),
        unread: 0,
        memberships,
    };
    Ok(asker.reader(row.base_id).ok())
}
