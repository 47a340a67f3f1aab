//! What is linked to a request: policies, resources, projects. What was linked wrongly is struck out, never deleted.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::super::{LinkKind, LinkText, Linked, entity::service_link, said};
use super::{
    ServiceError,
    step::{Voice, hold},
};
use crate::{
    access::Manager,
    audit::Deed,
    store::{Begun, Intent, Store, StoreError},
};

/// Something that was linked to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub id: Uuid,
    pub kind: LinkKind,
    pub title: String,
    pub detail: String,
    pub at: DateTime<Utc>,
    pub by: String,
    /// When, by whom and why it was struck out.
    pub struck: Option<(DateTime<Utc>, String, String)>,
}

/// The operator links something to a request, in whatever state it is.
pub async fn link(
    store: &Store,
    manager: &Manager,
    request: Uuid,
    typed: &LinkText,
    intent: Intent,
) -> Result<(), ServiceError> {
    let Linked { kind, title, detail } = Linked::judge(typed).map_err(ServiceError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, &Voice::from(manager), request).await?;
    let linked = service_link::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(row.base_id),
        request_id: Set(row.id),
        kind: Set(kind.code().to_owned()),
        title: Set(title.clone()),
        detail: Set(detail),
        linked_at: Set(tx.now()),
        linked_by: Set(manager.actor().name.clone()),
        struck_at: Set(None),
        struck_by: Set(None),
        struck_for: Set(String::new()),
    };
    service_link::Entity::insert(linked).exec_without_returning(tx.db()).await?;
    let detail = json!({ "kind": kind, "title": title });
    tx.audit(row.base_id, manager.actor(), Deed::ServiceLinked, &row.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// The operator strikes out what was linked wrongly, with a reason. What has been struck out stays so.
pub async fn strike_link(
    store: &Store,
    manager: &Manager,
    link: Uuid,
    words: &str,
    intent: Intent,
) -> Result<(), ServiceError> {
    let words = said(words).map_err(ServiceError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = tx.lock::<service_link::Entity>(link).await?;
    let row = row.filter(|row| row.base_id == manager.base() && row.struck_at.is_none());
    let row = row.ok_or(ServiceError::NotFound)?;
    let (base, request) = (row.base_id, row.request_id);
    let mut row = row.into_active_model();
    (row.struck_at, row.struck_by) = (Set(Some(tx.now())), Set(Some(manager.actor().name.clone())));
    row.struck_for = Set(words.clone());
    service_link::Entity::update(row).exec(tx.db()).await?;
    let detail = json!({ "link": link, "words": words });
    tx.audit(base, manager.actor(), Deed::ServiceLinkStruck, &request.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// Oldest first, those that were struck out among them: one statement.
pub(super) async fn of_request(db: &impl ConnectionTrait, base: Uuid, request: Uuid) -> Result<Vec<Link>, StoreError> {
    use service_link::Column as Of;
    let rows = service_link::Entity::find()
        .filter(Of::BaseId.eq(base))
        .filter(Of::RequestId.eq(request))
        .order_by_asc(Of::LinkedAt)
        .order_by_asc(Of::Id)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

fn read(row: service_link::Model) -> Result<Link, StoreError> {
    Ok(Link {
        id: row.id,
        kind: LinkKind::from_code(&row.kind).ok_or_else(|| StoreError::Unreadable(row.kind.clone()))?,
        title: row.title,
        detail: row.detail,
        at: row.linked_at,
        by: row.linked_by,
        struck: row.struck_at.map(|at| (at, row.struck_by.unwrap_or_default(), row.struck_for)),
    })
}
