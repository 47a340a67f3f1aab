//! Asking for a workbook, and what becomes of it.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    super::{
        Failure, KEPT_FOR, MOST_OPEN, State,
        entity::{Column, Entity, Model},
        read_quarter,
    },
    WorkbookError,
};
use crate::{
    access::{BaseReader, System},
    audit::Deed,
    base,
    evidence::Files,
    period::Quarter,
    store::{Begun, Intent, Store, StoreError},
};

/// How many of their jobs somebody sees.
const SHOWN: u64 = 50;

/// A job as whoever asked for it sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: Uuid,
    pub quarter: Quarter,
    pub asked_by: String,
    pub asked_at: DateTime<Utc>,
    pub state: State,
    pub rows_done: u64,
    pub rows_all: u64,
    /// Of the file, in bytes.
    pub size: u64,
    pub finished_at: Option<DateTime<Utc>>,
    pub failure: Option<Failure>,
}

fn unreadable(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable(error.to_string())
}

impl Model {
    pub(super) fn read_quarter(&self) -> Result<Quarter, StoreError> {
        self.quarter.parse().map_err(unreadable)
    }

    pub(super) fn read_state(&self) -> Result<State, StoreError> {
        self.state.parse().map_err(unreadable)
    }
}

impl TryFrom<Model> for Job {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        Ok(Self {
            quarter: row.read_quarter()?,
            state: row.read_state()?,
            failure: row.failure.as_deref().map(str::parse).transpose().map_err(unreadable)?,
            id: row.id,
            asked_by: row.asked_by,
            asked_at: row.asked_at,
            rows_done: count(row.rows_done),
            rows_all: count(row.rows_all),
            size: count(row.size),
            finished_at: row.finished_at,
        })
    }
}

/// The account of whoever asks, who is a person.
fn account(reader: &BaseReader) -> Result<Uuid, WorkbookError> {
    reader.actor().account.ok_or(WorkbookError::NotFound)
}

/// Asks for the workbook of a quarter; the job's id. `language`: the tag of the one that it is written in.
///
/// # Errors
/// [`WorkbookError::Invalid`], [`WorkbookError::TooMany`].
pub async fn ask(
    store: &Store,
    reader: &BaseReader,
    quarter: &str,
    language: &str,
    intent: Intent,
) -> Result<Uuid, WorkbookError> {
    let account = account(reader)?;
    let base = base::store::by_id(store.read(), reader.base()).await?.ok_or(WorkbookError::NotFound)?;
    let tx = match store.begin(reader.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(done.parse().map_err(unreadable)?),
    };
    let quarter = read_quarter(quarter, base.day(tx.now())).map_err(WorkbookError::Invalid)?;
    let open = Entity::find()
        .filter(Column::BaseId.eq(base.id))
        .filter(Column::AccountId.eq(account))
        .filter(Column::State.is_in([State::Waiting, State::Running].map(State::code)));
    if open.count(tx.db()).await? >= MOST_OPEN {
        return Err(WorkbookError::TooMany);
    }
    let row = Model {
        id: Uuid::now_v7(),
        base_id: base.id,
        quarter: quarter.to_string(),
        language: language.to_owned(),
        account_id: account,
        asked_by: reader.actor().name.clone(),
        asked_as: reader.role().code().to_owned(),
        asked_at: tx.now(),
        state: State::Waiting.code().to_owned(),
        rows_done: 0,
        rows_all: 0,
        size: 0,
        finished_at: None,
        failure: None,
        lease_by: None,
        lease_until: None,
        takes: 0,
    };
    let id = row.id.to_string();
    Entity::insert(row.into_active_model()).exec_without_returning(tx.db()).await?;
    tx.audit(base.id, reader.actor(), Deed::WorkbookAsked, &id, &json!({ "quarter": quarter }));
    Ok(tx.commit(id).await?.parse().map_err(unreadable)?)
}

/// Takes a job back that is not done; whoever makes its workbook stops after the part that they are at.
///
/// # Errors
/// [`WorkbookError::NotFound`], [`WorkbookError::Over`].
pub async fn cancel(store: &Store, reader: &BaseReader, id: Uuid, intent: Intent) -> Result<(), WorkbookError> {
    let account = account(reader)?;
    let Begun::Fresh(tx) = store.begin(reader.actor(), intent).await? else { return Ok(()) };
    let row = tx.lock::<Entity>(id).await?;
    let row = row.filter(|row| row.base_id == reader.base() && row.account_id == account);
    let row = row.ok_or(WorkbookError::NotFound)?;
    if !row.read_state()?.is_open() {
        return Err(WorkbookError::Over);
    }
    let quarter = row.quarter.clone();
    let row = Model {
        state: State::Cancelled.code().to_owned(),
        finished_at: Some(tx.now()),
        lease_by: None,
        lease_until: None,
        ..row
    };
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.audit(reader.base(), reader.actor(), Deed::WorkbookCancelled, &id.to_string(), &json!({ "quarter": quarter }));
    tx.commit("").await?;
    Ok(())
}

/// What somebody has asked for at a base within the last week, the newest first: one statement.
pub async fn mine(store: &Store, reader: &BaseReader) -> Result<Vec<Job>, WorkbookError> {
    let rows = Entity::find()
        .filter(Column::BaseId.eq(reader.base()))
        .filter(Column::AccountId.eq(account(reader)?))
        .filter(Column::AskedAt.gte(store.now() - KEPT_FOR))
        .order_by_desc(Column::AskedAt)
        .order_by_desc(Column::Id)
        .limit(SHOWN)
        .all(store.read())
        .await?;
    rows.into_iter().map(|row| Ok(Job::try_from(row)?)).collect()
}

/// The file of a job that is done, for whoever asked, as long as they have the role by which they did.
///
/// # Errors
/// [`WorkbookError::NotFound`].
pub async fn file(store: &Store, files: &Files, reader: &BaseReader, id: Uuid) -> Result<(Job, Bytes), WorkbookError> {
    let account = account(reader)?;
    let row = Entity::find_by_id(id).one(store.read()).await?;
    let theirs =
        |row: &Model| row.base_id == reader.base() && row.account_id == account && row.asked_as == reader.role().code();
    let job = Job::try_from(row.filter(theirs).ok_or(WorkbookError::NotFound)?)?;
    if job.state != State::Done {
        return Err(WorkbookError::NotFound);
    }
    let contents = files.made(reader.base(), id).await?;
    Ok((job, contents))
}

/// Throws away what was asked for more than a week ago, files and all.
pub async fn sweep(store: &Store, files: &Files) -> Result<(), WorkbookError> {
    let old = Column::AskedAt.lt(store.now() - KEPT_FOR);
    let rows: Vec<(Uuid, Uuid)> = Entity::find()
        .select_only()
        .columns([Column::BaseId, Column::Id])
        .filter(old.clone())
        .into_tuple()
        .all(store.read())
        .await?;
    if rows.is_empty() {
        return Ok(());
    }
    for (base, id) in &rows {
        files.drop_made(*base, *id).await?;
    }
    let tx = store.begin_unrecorded(System::named("job: sweep").actor(), "workbook.sweep").await?;
    Entity::delete_many().filter(old).exec(tx.db()).await?;
    Ok(tx.commit_unrecorded().await?)
}
