//! The log of what was told, and a preview of what will be.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{
    super::{
        Channel, DeliveryState, Digest, Line, digests,
        entity::reminder_delivery::{Column, Entity},
    },
    gather::Gathered,
    unreadable,
};
use crate::{
    access::BaseReader,
    account::entity::account,
    store::{Page, Paging, Store, StoreError, read_json},
};

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub id: Uuid,
    pub person: String,
    pub channel: Channel,
    pub state: DeliveryState,
    pub told_on: NaiveDate,
    pub lines: Vec<Line>,
    pub attempts: u32,
    pub next_attempt_at: Option<DateTime<Utc>>,
    /// Empty where nothing went wrong.
    pub last_error: String,
    pub made_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    id: Uuid,
    person: String,
    channel: String,
    state: String,
    told_on: NaiveDate,
    lines: String,
    attempts: i32,
    next_attempt_at: Option<DateTime<Utc>>,
    last_error: String,
    made_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
}

/// What was told, the newest first: two statements.
pub async fn deliveries(
    store: &Store,
    reader: &BaseReader,
    state: Option<DeliveryState>,
    paging: Paging,
) -> Result<Page<Delivery>, StoreError> {
    let mut query = Entity::find().filter(Column::BaseId.eq(reader.base()));
    if let Some(state) = state {
        query = query.filter(Column::State.eq(state.code()));
    }
    let total = query.clone().count(store.read()).await?;
    let to_account = Entity::belongs_to(account::Entity).from(Column::AccountId).to(account::Column::Id);
    let rows: Vec<Row> = query
        .join(JoinType::InnerJoin, to_account.into())
        .column_as(account::Column::DisplayName, "person")
        .order_by_desc(Column::MadeAt)
        .order_by_desc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .into_model()
        .all(store.read())
        .await?;
    Ok(Page { rows: rows.into_iter().map(read).collect::<Result<_, _>>()?, total })
}

fn read(row: Row) -> Result<Delivery, StoreError> {
    Ok(Delivery {
        id: row.id,
        person: row.person,
        channel: row.channel.parse().map_err(unreadable)?,
        state: row.state.parse().map_err(unreadable)?,
        told_on: row.told_on,
        lines: read_json(&row.lines, "lines of a reminder")?,
        attempts: u32::try_from(row.attempts).unwrap_or(0),
        next_attempt_at: row.next_attempt_at,
        last_error: row.last_error,
        made_at: row.made_at,
        sent_at: row.sent_at,
    })
}

/// Who would get what within a day, as things stand: each with the person's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub digests: Vec<(String, Digest)>,
}

/// What comes within a day if nothing arrives until then; writes nothing. Its number of statements does not grow
/// with what is owed.
pub async fn preview(store: &Store, reader: &BaseReader, channels: &[Channel]) -> Result<Preview, StoreError> {
    let now = store.now();
    let known = Gathered::of(store.read(), reader.base(), now).await?;
    let span = (now, now + TimeDelta::days(1));
    let found = digests(&known.rules(channels), &known.owed, &known.people, &known.history, span);
    let named = |digest: Digest| {
        let person = known.people.iter().find(|person| person.account == digest.person);
        (person.map(|person| person.name.clone()).unwrap_or_default(), digest)
    };
    Ok(Preview { digests: found.into_iter().map(named).collect() })
}
