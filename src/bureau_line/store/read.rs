//! What the bureau's list and the organisation's own show of letters. Every function takes the proof of one who has a
//! part in them: there is none for the operator.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{CaseStatement, Expr},
};
use uuid::Uuid;

use super::super::{
    By, LetterKind, State,
    entity::{
        bureau_letter::{Column, Entity, Model},
        bureau_message,
    },
};
use super::{LetterError, write::read_state};
use crate::{
    access::{Member, Supervisor},
    evidence::{Attachment, store as evidence},
    organisation::store::called,
    store::{Page, Paging, Store, StoreError, containing},
    weekly_report::store::reporter::names,
};

/// A letter in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterRow {
    pub id: Uuid,
    pub organisation: Uuid,
    pub name: String,
    pub kind: LetterKind,
    pub words: String,
    pub state: State,
    pub sent_at: DateTime<Utc>,
    pub sent_by: String,
    /// Since when it is in its state.
    pub since: DateTime<Utc>,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub words: String,
    pub at: DateTime<Utc>,
    pub by: String,
    pub said_for: By,
    /// The result with which the bureau closed the letter.
    pub closes: bool,
    pub files: Vec<Attachment>,
}

/// One letter with all that was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterPage {
    pub row: LetterRow,
    /// What came with it.
    pub files: Vec<Attachment>,
    /// Oldest first.
    pub messages: Vec<Message>,
    pub row_version: i32,
}

/// What a list shows; everything by default.
#[derive(Debug, Clone, Default)]
pub struct LetterFilter {
    pub state: Option<State>,
    pub kind: Option<LetterKind>,
    /// Part of its words, or of the organisation's name or initials.
    pub search: String,
}

/// What waits for the bureau.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LetterCounts {
    pub waiting: u32,
    /// Since when the oldest of them waits.
    pub oldest: Option<DateTime<Utc>>,
}

/// What an organisation has written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OurCounts {
    pub waiting: u32,
    /// The bureau has answered, and has not closed it.
    pub answered: u32,
}

fn of_base(supervisor: &Supervisor) -> Select<Entity> {
    Entity::find().filter(Column::BaseId.eq(supervisor.base()))
}

fn of_organisation(member: &Member) -> Select<Entity> {
    let of_base = Entity::find().filter(Column::BaseId.eq(member.base()));
    of_base.filter(Column::OrganisationId.eq(member.organisation()))
}

/// The letters of a base: what waits for the bureau first, the longest wait first of all.
pub async fn list(
    store: &Store,
    supervisor: &Supervisor,
    filter: &LetterFilter,
    paging: Paging,
) -> Result<Page<LetterRow>, LetterError> {
    listed(store, supervisor.base(), of_base(supervisor).filter(narrowed(supervisor.base(), filter)), paging).await
}

/// An organisation's own letters, in the same order.
pub async fn list_of(store: &Store, member: &Member, paging: Paging) -> Result<Page<LetterRow>, LetterError> {
    listed(store, member.base(), of_organisation(member), paging).await
}

async fn listed(
    store: &Store,
    base: Uuid,
    query: Select<Entity>,
    paging: Paging,
) -> Result<Page<LetterRow>, LetterError> {
    let db = store.read();
    let total = query.clone().count(db).await?;
    let waits_since = CaseStatement::new().case(Column::State.eq(State::Asked.code()), Expr::col(Column::Since));
    let waiting_first = CaseStatement::new().case(Column::State.eq(State::Asked.code()), 0).finally(1);
    let rows = query
        .order_by(Expr::expr(waiting_first), sea_orm::Order::Asc)
        .order_by(Expr::expr(waits_since), sea_orm::Order::Asc)
        .order_by(Column::Since, sea_orm::Order::Desc)
        .order_by(Column::Id, sea_orm::Order::Asc)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    let named = named(store, base, &rows).await?;
    let rows = rows.into_iter().map(|row| read(row, &named)).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}

fn narrowed(base: Uuid, filter: &LetterFilter) -> Condition {
    let search = filter.search.trim();
    let called = called(base, search);
    let searched =
        Condition::any().add(Column::Words.like(containing(search))).add(Column::OrganisationId.in_subquery(called));
    Condition::all()
        .add_option(filter.state.map(|state| Column::State.eq(state.code())))
        .add_option(filter.kind.map(|kind| Column::Kind.eq(kind.code())))
        .add_option((!search.is_empty()).then_some(searched))
}

/// A letter of a base.
pub async fn one(store: &Store, supervisor: &Supervisor, letter: Uuid) -> Result<LetterPage, LetterError> {
    opened(store, of_base(supervisor).filter(Column::Id.eq(letter))).await
}

/// A letter of an organisation's own.
pub async fn one_of(store: &Store, member: &Member, letter: Uuid) -> Result<LetterPage, LetterError> {
    opened(store, of_organisation(member).filter(Column::Id.eq(letter))).await
}

async fn opened(store: &Store, query: Select<Entity>) -> Result<LetterPage, LetterError> {
    let db = store.read();
    let row = query.one(db).await?.ok_or(LetterError::NotFound)?;
    let messages = bureau_message::Entity::find()
        .filter(bureau_message::Column::BaseId.eq(row.base_id))
        .filter(bureau_message::Column::LetterId.eq(row.id))
        .order_by_asc(bureau_message::Column::SaidAt)
        .order_by_asc(bureau_message::Column::Id)
        .all(db)
        .await?;
    let named = named(store, row.base_id, std::slice::from_ref(&row)).await?;
    let said = messages.iter().map(|message| message.id).collect();
    let (first, then) = ((evidence::LETTER, row.id), (evidence::LETTER_MESSAGE, said));
    let mut with = evidence::of_conversation(db, row.base_id, first, then).await?;
    let files = with.remove(&row.id).unwrap_or_default();
    let message = |row: bureau_message::Model| -> Result<Message, StoreError> {
        let files = with.remove(&row.id).unwrap_or_default();
        let said_for = row.said_for.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?;
        Ok(Message { words: row.words, at: row.said_at, by: row.said_by, said_for, closes: row.closes, files })
    };
    let messages = messages.into_iter().map(message).collect::<Result<_, _>>()?;
    Ok(LetterPage { row_version: row.row_version, files, messages, row: read(row, &named)? })
}

/// How many letters wait for the bureau, and since when, in one statement.
pub async fn counts(store: &Store, supervisor: &Supervisor) -> Result<LetterCounts, StoreError> {
    let found: Option<(i64, Option<DateTime<Utc>>)> = of_base(supervisor)
        .select_only()
        .expr(Expr::col(Column::Id).count())
        .expr(Expr::col(Column::Since).min())
        .filter(Column::State.eq(State::Asked.code()))
        .into_tuple()
        .one(store.read())
        .await?;
    let (waiting, oldest) = found.unwrap_or_default();
    Ok(LetterCounts { waiting: u32::try_from(waiting).unwrap_or(u32::MAX), oldest })
}

/// What an organisation has open with the bureau, in one statement.
pub async fn counts_of(store: &Store, member: &Member) -> Result<OurCounts, StoreError> {
    let rows: Vec<(String, i64)> = of_organisation(member)
        .select_only()
        .column(Column::State)
        .expr(Expr::col(Column::Id).count())
        .group_by(Column::State)
        .into_tuple()
        .all(store.read())
        .await?;
    let of = |state: State| {
        let found = rows.iter().find(|(code, _)| code == state.code());
        found.map_or(0, |(_, count)| u32::try_from(*count).unwrap_or(u32::MAX))
    };
    Ok(OurCounts { waiting: of(State::Asked), answered: of(State::Answered) })
}

async fn named(store: &Store, base: Uuid, rows: &[Model]) -> Result<HashMap<Uuid, String>, StoreError> {
    let named = names(store.read(), base, rows.iter().map(|row| row.organisation_id)).await?;
    Ok(named.into_iter().map(|(id, subject)| (id, subject.name)).collect())
}

fn read(row: Model, named: &HashMap<Uuid, String>) -> Result<LetterRow, StoreError> {
    Ok(LetterRow {
        state: read_state(&row)?,
        id: row.id,
        organisation: row.organisation_id,
        name: named.get(&row.organisation_id).cloned().unwrap_or_default(),
        kind: row.kind.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?,
        words: row.words,
        sent_at: row.sent_at,
        sent_by: row.sent_by,
        since: row.since,
    })
}
