//! Instructions as they are listed, read singly and counted.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::super::{
    State,
    entity::{Column, Entity, Model},
};
use super::{Instruction, InstructionError, read_state};
use crate::{
    access::BaseReader,
    base,
    period::Quarter,
    store::{Page, Paging, Store, StoreError, containing},
};

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
pub(super) async fn today(db: &impl ConnectionTrait, base: Uuid, now: DateTime<Utc>) -> Result<NaiveDate, StoreError> {
    let zone = base::store::by_id(db, base).await?.map_or(Tz::Asia__Shanghai, |base| base.zone);
    Ok(now.with_timezone(&zone).date_naive())
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
