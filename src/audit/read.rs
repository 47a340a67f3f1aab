//! The log as pages show it: the newest first, narrowed by what was done, to what, and by whom.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::LikeExpr};

use super::{INSTALLATION, entity::audit_event};
use crate::{
    access::{Admin, Auditor},
    store::{Store, StoreError},
};

/// What narrows the log; empty texts narrow nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// One deed, such as `organisation.edited`.
    pub action: String,
    /// A record's id.
    pub subject: String,
    /// Part of a name.
    pub actor: String,
}

/// One page of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub events: Vec<audit_event::Model>,
    /// Events on all pages.
    pub total: u64,
    /// Every deed that the chain holds, for the filter.
    pub actions: Vec<String>,
}

/// The log of a base, in three statements.
pub async fn page_of_base(
    store: &Store,
    auditor: &Auditor,
    filter: &Filter,
    page: u64,
    size: u64,
) -> Result<Page, StoreError> {
    read(store, &auditor.base().to_string(), filter, page, size).await
}

/// The log of the installation, in three statements.
pub async fn page_of_installation(
    store: &Store,
    _admin: &Admin,
    filter: &Filter,
    page: u64,
    size: u64,
) -> Result<Page, StoreError> {
    read(store, INSTALLATION, filter, page, size).await
}

async fn read(store: &Store, chain: &str, filter: &Filter, page: u64, size: u64) -> Result<Page, StoreError> {
    use audit_event::Column;
    let db = store.read();
    let of_chain = audit_event::Entity::find().filter(Column::Chain.eq(chain));
    let actions = of_chain
        .clone()
        .select_only()
        .column(Column::Action)
        .distinct()
        .order_by_asc(Column::Action)
        .into_tuple()
        .all(db)
        .await?;
    let mut found = of_chain;
    if !filter.action.is_empty() {
        found = found.filter(Column::Action.eq(filter.action.as_str()));
    }
    if !filter.subject.trim().is_empty() {
        found = found.filter(Column::Subject.eq(filter.subject.trim()));
    }
    if !filter.actor.trim().is_empty() {
        let part = filter.actor.trim().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        found = found.filter(Column::Actor.like(LikeExpr::new(format!("%{part}%")).escape('\\')));
    }
    let total = found.clone().count(db).await?;
    let page = page.clamp(1, total.div_ceil(size.max(1)).max(1));
    let events = found.order_by_desc(Column::Seq).offset((page - 1) * size).limit(size).all(db).await?;
    Ok(Page { events, total, actions })
}
