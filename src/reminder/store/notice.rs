//! What the program itself shows to a person.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement},
};
use uuid::Uuid;

use super::{
    super::{
        Channel, DeliveryState, Line,
        entity::reminder_delivery::{Column, Entity},
    },
    ReminderError,
};
use crate::{
    access::Asker,
    account::entity::membership,
    base,
    store::{Page, Paging, Store, StoreError, read_json},
};

/// A digest as its person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub id: Uuid,
    /// The base's short name in links.
    pub base_slug: String,
    pub base_name: String,
    pub zone: Tz,
    pub lines: Vec<Line>,
    pub sent_at: DateTime<Utc>,
    pub read_at: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    id: Uuid,
    lines: String,
    sent_at: Option<DateTime<Utc>>,
    made_at: DateTime<Utc>,
    read_at: Option<DateTime<Utc>>,
    base_slug: String,
    base_name: String,
    base_zone: String,
}

fn shown_to(account: Uuid) -> Select<Entity> {
    Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::Channel.eq(Channel::Program.code()))
        .filter(Column::State.eq(DeliveryState::Sent.code()))
}

/// How many notices the account of a membership's row has not read, for the statement that finds who asks.
pub(crate) fn unread() -> SelectStatement {
    Query::select()
        .expr(Expr::col((Alias::new("unread_notice"), Column::Id)).count())
        .from_as(Entity, Alias::new("unread_notice"))
        .and_where(
            Expr::col((Alias::new("unread_notice"), Column::AccountId))
                .equals((membership::Entity, membership::Column::AccountId)),
        )
        .and_where(Expr::col((Alias::new("unread_notice"), Column::Channel)).eq(Channel::Program.code()))
        .and_where(Expr::col((Alias::new("unread_notice"), Column::State)).eq(DeliveryState::Sent.code()))
        .and_where(Expr::col((Alias::new("unread_notice"), Column::ReadAt)).is_null())
        .to_owned()
}

/// One's own notices, unread ones first, the newest first: two statements.
pub async fn notices(store: &Store, asker: &Asker, paging: Paging) -> Result<Page<Notice>, StoreError> {
    let query = shown_to(asker.account());
    let total = query.clone().count(store.read()).await?;
    let to_base = Entity::belongs_to(base::entity::Entity).from(Column::BaseId).to(base::entity::Column::Id);
    let rows: Vec<Row> = query
        .join(JoinType::InnerJoin, to_base.into())
        .column_as(base::entity::Column::Slug, "base_slug")
        .column_as(base::entity::Column::Name, "base_name")
        .column_as(base::entity::Column::Zone, "base_zone")
        .order_by_asc(Column::ReadAt.is_not_null())
        .order_by_desc(Column::SentAt)
        .order_by_desc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .into_model()
        .all(store.read())
        .await?;
    let read = |row: Row| {
        Ok(Notice {
            id: row.id,
            base_slug: row.base_slug,
            base_name: row.base_name,
            zone: row.base_zone.parse().unwrap_or(chrono_tz::Asia::Shanghai),
            lines: read_json(&row.lines, "lines of a reminder")?,
            sent_at: row.sent_at.unwrap_or(row.made_at),
            read_at: row.read_at,
        })
    };
    Ok(Page { rows: rows.into_iter().map(read).collect::<Result<_, StoreError>>()?, total })
}

/// Marks one of one's own as read; again changes nothing. It is no deed.
pub async fn read(store: &Store, asker: &Asker, id: Uuid) -> Result<(), ReminderError> {
    let row = shown_to(asker.account()).filter(Column::Id.eq(id)).one(store.read()).await?;
    if row.ok_or(ReminderError::NotFound)?.read_at.is_some() {
        return Ok(());
    }
    Ok(mark(store, asker, Some(id)).await?)
}

/// Marks everything of one's own as read. It is no deed.
pub async fn read_all(store: &Store, asker: &Asker) -> Result<(), StoreError> {
    mark(store, asker, None).await
}

async fn mark(store: &Store, asker: &Asker, id: Option<Uuid>) -> Result<(), StoreError> {
    let tx = store.begin_unrecorded(&asker.as_themselves(), "notice.read").await?;
    let mut unread = Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(tx.now()))
        .filter(Column::AccountId.eq(asker.account()))
        .filter(Column::Channel.eq(Channel::Program.code()))
        .filter(Column::State.eq(DeliveryState::Sent.code()))
        .filter(Column::ReadAt.is_null());
    if let Some(id) = id {
        unread = unread.filter(Column::Id.eq(id));
    }
    unread.exec(tx.db()).await?;
    tx.commit_unrecorded().await
}
