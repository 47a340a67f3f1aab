//! Giving, answering and closing instructions.

pub mod listing;

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult,
    IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    Action, By, Refusal, State,
    entity::{ActiveModel, Column, Entity, Model},
};
use crate::{
    access::{Actor, BaseReader, BureauOfficer, Manager},
    audit::Deed,
    base,
    period::Quarter,
    store::{Begun, Intent, Page, Paging, Store, StoreError, WriteTx, containing, expect_version},
};

/// The longest title and name of an owner, in characters.
pub const LONGEST_TITLE: usize = 100;
/// The longest words, in characters.
pub const LONGEST_WORDS: usize = 2_000;

/// What the bureau says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewInstruction {
    pub title: String,
    pub words: String,
    /// 责任人, by name.
    pub owner: String,
    pub due_on: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instruction {
    pub id: Uuid,
    pub title: String,
    pub words: String,
    pub owner: String,
    pub due_on: NaiveDate,
    pub state: State,
    pub given_by: String,
    pub given_at: DateTime<Utc>,
    /// The newest answer; empty before the first.
    pub answer: String,
    pub answered_at: Option<DateTime<Utc>>,
    pub answered_by: Option<String>,
    /// What the bureau said at last: on closing, or on sending it back.
    pub closing_words: String,
    pub closed_at: Option<DateTime<Utc>>,
    pub closed_by: Option<String>,
    /// It waits for the base, and its day has passed.
    pub overdue: bool,
    pub row_version: i32,
}

/// What cannot be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InstructionFault {
    #[error("a title is needed")]
    TitleMissing,
    #[error("an owner is needed")]
    OwnerMissing,
    #[error("the words are too long")]
    TooLong,
    #[error("the day has passed")]
    DueInThePast,
    #[error("words are needed")]
    WordsMissing,
}

#[derive(Debug, thiserror::Error)]
pub enum InstructionError {
    #[error("there is no such instruction")]
    NotFound,
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<InstructionFault>),
    #[error(transparent)]
    Step(#[from] Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for InstructionError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// What first screens count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InstructionCounts {
    /// They wait for the base.
    pub open: u32,
    /// Of these, those whose day has passed.
    pub overdue: u32,
    /// They wait for the bureau.
    pub answered: u32,
}

/// What the list shows; everything by default.
#[derive(Debug, Clone, Default)]
pub struct InstructionFilter {
    pub state: Option<State>,
    pub overdue: bool,
    /// Only what falls due in it.
    pub quarter: Option<Quarter>,
    /// Part of its title, its words or its owner's name.
    pub search: String,
}

/// Gives an instruction; its id.
pub async fn give(
    store: &Store,
    officer: &BureauOfficer,
    new: &NewInstruction,
    intent: Intent,
) -> Result<Uuid, InstructionError> {
    let today = today(store.read(), officer.base(), store.now()).await?;
    judge(new, today)?;
    let tx = match store.begin(officer.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(officer.base()),
        title: Set(new.title.trim().to_owned()),
        words: Set(new.words.trim().to_owned()),
        owner: Set(new.owner.trim().to_owned()),
        due_on: Set(new.due_on),
        state: Set(State::Open.code().to_owned()),
        given_by: Set(officer.actor().name.clone()),
        given_at: Set(tx.now()),
        answer: Set(String::new()),
        answered_at: Set(None),
        answered_by: Set(None),
        closed_at: Set(None),
        closed_by: Set(None),
        closing_words: Set(String::new()),
        row_version: Set(1),
    };
    let row = Entity::insert(row).exec_with_returning(tx.db()).await?;
    tx.audit(row.base_id, officer.actor(), Deed::InstructionGiven, &row.id.to_string(), new);
    id(&tx.commit(row.id.to_string()).await?)
}

fn id(outcome: &str) -> Result<Uuid, InstructionError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("instruction {outcome}")))?)
}

fn judge(new: &NewInstruction, today: NaiveDate) -> Result<(), InstructionError> {
    let (title, owner) = (new.title.trim(), new.owner.trim());
    let longer = |text: &str, limit| text.chars().count() > limit;
    let too_long =
        longer(title, LONGEST_TITLE) || longer(owner, LONGEST_TITLE) || longer(new.words.trim(), LONGEST_WORDS);
    let faults = [
        title.is_empty().then_some(InstructionFault::TitleMissing),
        owner.is_empty().then_some(InstructionFault::OwnerMissing),
        too_long.then_some(InstructionFault::TooLong),
        (new.due_on < today).then_some(InstructionFault::DueInThePast),
    ];
    let faults: Vec<_> = faults.into_iter().flatten().collect();
    if faults.is_empty() { Ok(()) } else { Err(InstructionError::Invalid(faults)) }
}

/// The base says what was done.
pub async fn answer(
    store: &Store,
    manager: &Manager,
    id: Uuid,
    row_version: i32,
    words: &str,
    intent: Intent,
) -> Result<(), InstructionError> {
    let words = said(words, true)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, manager.base(), id, row_version, Action::Answer, By::Base).await?;
    let answered = Model {
        state: state.code().to_owned(),
        answer: words.to_owned(),
        answered_at: Some(tx.now()),
        answered_by: Some(manager.actor().name.clone()),
        ..row
    };
    put(tx, manager.actor(), answered, Deed::InstructionAnswered, words).await
}

/// The bureau is not content yet, and says why.
pub async fn send_back(
    store: &Store,
    officer: &BureauOfficer,
    id: Uuid,
    row_version: i32,
    words: &str,
    intent: Intent,
) -> Result<(), InstructionError> {
    let words = said(words, true)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, officer.base(), id, row_version, Action::SendBack, By::Bureau).await?;
    let open = Model { state: state.code().to_owned(), closing_words: words.to_owned(), ..row };
    put(tx, officer.actor(), open, Deed::InstructionSentBack, words).await
}

/// The bureau is content; words are welcome and not needed.
pub async fn close(
    store: &Store,
    officer: &BureauOfficer,
    id: Uuid,
    row_version: i32,
    words: &str,
    intent: Intent,
) -> Result<(), InstructionError> {
    let words = said(words, false)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, officer.base(), id, row_version, Action::Close, By::Bureau).await?;
    let closed = Model {
        state: state.code().to_owned(),
        closing_words: words.to_owned(),
        closed_at: Some(tx.now()),
        closed_by: Some(officer.actor().name.clone()),
        ..row
    };
    put(tx, officer.actor(), closed, Deed::InstructionClosed, words).await
}

fn said(words: &str, needed: bool) -> Result<&str, InstructionError> {
    let words = words.trim();
    if needed && words.is_empty() {
        Err(InstructionError::Invalid(vec![InstructionFault::WordsMissing]))
    } else if words.chars().count() > LONGEST_WORDS {
        Err(InstructionError::Invalid(vec![InstructionFault::TooLong]))
    } else {
        Ok(words)
    }
}

/// The instruction, held, and the state that an action leads to.
async fn step(
    tx: &WriteTx,
    base: Uuid,
    id: Uuid,
    row_version: i32,
    action: Action,
    by: By,
) -> Result<(Model, State), InstructionError> {
    let row = tx.lock::<Entity>(id).await?.filter(|row| row.base_id == base).ok_or(InstructionError::NotFound)?;
    let state = read_state(&row)?.next(action, by)?;
    expect_version(row.row_version, row_version)?;
    Ok((row, state))
}

async fn put(tx: WriteTx, actor: &Actor, row: Model, deed: Deed, words: &str) -> Result<(), InstructionError> {
    tx.audit(row.base_id, actor, deed, &row.id.to_string(), &json!({ "words": words }));
    let row = Model { row_version: row.row_version + 1, ..row };
    Entity::update(row.into_active_model().reset_all()).exec(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Open ones first, by their day.
pub async fn list(
    store: &Store,
    reader: &BaseReader,
    filter: &InstructionFilter,
    paging: Paging,
) -> Result<Page<Instruction>, InstructionError> {
    let db = store.read();
    let today = today(db, reader.base(), store.now()).await?;
    let mut query = Entity::find().filter(Column::BaseId.eq(reader.base()));
    if let Some(state) = filter.state {
        query = query.filter(Column::State.eq(state.code()));
    }
    if filter.overdue {
        query = query.filter(Column::State.eq(State::Open.code())).filter(Column::DueOn.lt(today));
    }
    if let Some(quarter) = filter.quarter {
        query = query.filter(Column::DueOn.between(quarter.first_day(), quarter.last_day()));
    }
    let search = filter.search.trim();
    if !search.is_empty() {
        let found = Condition::any()
            .add(Column::Title.like(containing(search)))
            .add(Column::Words.like(containing(search)))
            .add(Column::Owner.like(containing(search)));
        query = query.filter(found);
    }
    let total = query.clone().count(db).await?;
    let waiting_first = sea_orm::sea_query::CaseStatement::new()
        .case(Column::State.eq(State::Open.code()), 0)
        .case(Column::State.eq(State::Answered.code()), 1)
        .finally(2);
    let rows = query
        .order_by(sea_orm::sea_query::Expr::expr(waiting_first), sea_orm::Order::Asc)
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    let rows = rows.into_iter().map(|row| read(row, today)).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}

/// One instruction.
pub async fn one(store: &Store, reader: &BaseReader, id: Uuid) -> Result<Instruction, InstructionError> {
    let db = store.read();
    let row = Entity::find_by_id(id).filter(Column::BaseId.eq(reader.base())).one(db).await?;
    let today = today(db, reader.base(), store.now()).await?;
    Ok(read(row.ok_or(InstructionError::NotFound)?, today)?)
}

/// Of the instructions that fell due within some days: how many were answered by their day, for the last time, and how
/// many there were, of those that had been given at an instant. How long the bureau takes to close an answered one is not
/// held against the base. When one was sent back is not kept: what was sent back after the instant counts as open.
/// One statement.
pub(crate) async fn timely_within(
    db: &impl ConnectionTrait,
    base: Uuid,
    zone: Tz,
    days: RangeInclusive<NaiveDate>,
    at: DateTime<Utc>,
) -> Result<(u32, u32), StoreError> {
    let rows: Vec<(String, NaiveDate, Option<DateTime<Utc>>)> = Entity::find()
        .select_only()
        .columns([Column::State, Column::DueOn, Column::AnsweredAt])
        .filter(Column::BaseId.eq(base))
        .filter(Column::DueOn.between(*days.start(), *days.end()))
        .filter(Column::GivenAt.lte(at))
        .into_tuple()
        .all(db)
        .await?;
    let in_time = |(state, due, answered): &&(String, NaiveDate, Option<DateTime<Utc>>)| {
        let in_time = |answered: &DateTime<Utc>| *answered <= at && answered.with_timezone(&zone).date_naive() <= *due;
        state != State::Open.code() && answered.as_ref().is_some_and(in_time)
    };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok((number(rows.iter().filter(in_time).count()), number(rows.len())))
}

#[derive(Debug, FromQueryResult)]
struct InState {
    state: String,
    due_on: NaiveDate,
    instructions: i64,
}

/// How many wait, for the base and for the bureau.
pub async fn counts(
    store: &Store,
    reader: &BaseReader,
    today: NaiveDate,
) -> Result<InstructionCounts, InstructionError> {
    let rows: Vec<InState> = Entity::find()
        .select_only()
        .columns([Column::State, Column::DueOn])
        .column_as(Column::Id.count(), "instructions")
        .filter(Column::BaseId.eq(reader.base()))
        .filter(Column::State.is_in([State::Open, State::Answered].map(State::code)))
        .group_by(Column::State)
        .group_by(Column::DueOn)
        .into_model()
        .all(store.read())
        .await?;
    let mut counts = InstructionCounts::default();
    for row in rows {
        let number = u32::try_from(row.instructions).unwrap_or(0);
        if row.state == State::Answered.code() {
            counts.answered += number;
        } else {
            counts.open += number;
            counts.overdue += if row.due_on < today { number } else { 0 };
        }
    }
    Ok(counts)
}

/// The day in the base's zone.
async fn today(db: &impl ConnectionTrait, base: Uuid, now: DateTime<Utc>) -> Result<NaiveDate, StoreError> {
    let zone = base::store::by_id(db, base).await?.map_or(Tz::Asia__Shanghai, |base| base.zone);
    Ok(now.with_timezone(&zone).date_naive())
}

fn read_state(row: &Model) -> Result<State, StoreError> {
    row.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

fn read(row: Model, today: NaiveDate) -> Result<Instruction, StoreError> {
    let state = read_state(&row)?;
    Ok(Instruction {
        id: row.id,
        title: row.title,
        words: row.words,
        owner: row.owner,
        due_on: row.due_on,
        state,
        given_by: row.given_by,
        given_at: row.given_at,
        answer: row.answer,
        answered_at: row.answered_at,
        answered_by: row.answered_by,
        closing_words: row.closing_words,
        closed_at: row.closed_at,
        closed_by: row.closed_by,
        overdue: state == State::Open && row.due_on < today,
        row_version: row.row_version,
    })
}
