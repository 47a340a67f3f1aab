//! `instruction list`: every instruction that falls due within some days, for programs that compute on their own.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use uuid::Uuid;

use super::{
    super::{
        State,
        entity::{Column, Entity},
    },
    InstructionError, read_state,
};
use crate::{access::BaseReader, base, store::Store};

/// One instruction. Times are in the base's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedInstruction {
    pub instruction: Uuid,
    pub title: String,
    pub owner: String,
    pub due_on: NaiveDate,
    pub state: State,
    pub given_at: DateTime<FixedOffset>,
    /// Of the newest answer, kept where it was sent back since.
    pub answered_at: Option<DateTime<FixedOffset>>,
    pub closed_at: Option<DateTime<FixedOffset>>,
}

/// By their days, of which both ends belong to the window: two statements.
pub async fn instructions(
    store: &Store,
    reader: &BaseReader,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<ListedInstruction>, InstructionError> {
    let db = store.read();
    let zone = base::store::by_id(db, reader.base()).await?.ok_or(InstructionError::NotFound)?.zone;
    let there = |at: DateTime<Utc>| at.with_timezone(&zone).fixed_offset();
    let rows = Entity::find()
        .filter(Column::BaseId.eq(reader.base()))
        .filter(Column::DueOn.between(from, to))
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let mut listed = Vec::with_capacity(rows.len());
    for row in rows {
        listed.push(ListedInstruction {
            state: read_state(&row)?,
            instruction: row.id,
            title: row.title,
            owner: row.owner,
            due_on: row.due_on,
            given_at: there(row.given_at),
            answered_at: row.answered_at.map(there),
            closed_at: row.closed_at.map(there),
        });
    }
    Ok(listed)
}
