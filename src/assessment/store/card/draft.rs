//! Writing the next version: nothing typed is lost, and nobody's newer words are overwritten.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, ModelTrait, sea_query::OnConflict};
use serde_json::json;
use uuid::Uuid;

use super::super::super::{
    CardState, CardText, Kind,
    entity::scorecard_version::{ActiveModel, Column, Entity, Model},
};
use super::{CardError, read::in_force, record::hold_draft};
use crate::{
    access::CardKeeper,
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version, to_json},
};

/// What became of a draft that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is kept under this row version.
    Kept { row_version: i32 },
    /// Somebody saved meanwhile; nothing has been written.
    Stale { by: String, at: DateTime<Utc> },
}

/// Begins the next version with what is in force; nothing where it has been begun already.
pub async fn begin(store: &Store, keeper: &CardKeeper, kind: Kind, intent: Intent) -> Result<(), CardError> {
    let Begun::Fresh(tx) = store.begin(keeper.actor(), intent).await? else { return Ok(()) };
    if hold_draft(&tx, keeper.base(), kind).await?.is_some() {
        return Ok(());
    }
    let standing = in_force(tx.db(), keeper.base(), kind).await?;
    let row = insert(&tx, keeper, kind, standing.version + 1, &CardText::from(&standing.card)).await?;
    let detail = json!({ "kind": kind, "version": row.version });
    tx.audit(row.base_id, keeper.actor(), Deed::ScorecardDraftBegun, &row.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// Keeps what was typed into the draft. `seen` is the row version that it was typed on top of.
///
/// # Errors
/// [`CardError::NotFound`] where there is no draft.
pub async fn save(
    store: &Store,
    keeper: &CardKeeper,
    kind: Kind,
    typed: CardText,
    seen: i32,
) -> Result<Saved, CardError> {
    let tx = store.begin_unrecorded(keeper.actor(), "scorecard.draft").await?;
    let row = hold_draft(&tx, keeper.base(), kind).await?.ok_or(CardError::NotFound)?;
    let typed = typed.with_codes(new_code);
    if row.read_draft()? == typed {
        return Ok(Saved::Kept { row_version: row.row_version });
    }
    if row.row_version != seen {
        return Ok(Saved::Stale { by: row.changed_by, at: row.changed_at });
    }
    let row_version = put_text(&tx, keeper, row, &typed).await?;
    tx.commit_unrecorded().await?;
    Ok(Saved::Kept { row_version })
}

/// Gives the draft up; its number is free again.
pub async fn drop_draft(
    store: &Store,
    keeper: &CardKeeper,
    kind: Kind,
    seen: i32,
    intent: Intent,
) -> Result<(), CardError> {
    let Begun::Fresh(tx) = store.begin(keeper.actor(), intent).await? else { return Ok(()) };
    let row = hold_draft(&tx, keeper.base(), kind).await?.ok_or(CardError::NotFound)?;
    expect_version(row.row_version, seen)?;
    let detail = json!({ "kind": kind, "version": row.version });
    tx.audit(row.base_id, keeper.actor(), Deed::ScorecardDraftDropped, &row.id.to_string(), &detail);
    row.delete(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// A code of an indicator of the base's own, which no card has had before.
pub(super) fn new_code() -> String {
    let id = Uuid::new_v4().simple().to_string();
    format!("own_{}", &id[..10])
}

/// The draft with other words; its new row version.
pub(super) async fn put_text(
    tx: &WriteTx,
    keeper: &CardKeeper,
    row: Model,
    typed: &CardText,
) -> Result<i32, StoreError> {
    let row_version = row.row_version + 1;
    let mut row = row.into_active_model();
    row.draft = Set(to_json(typed));
    row.changed_at = Set(tx.now());
    row.changed_by = Set(keeper.actor().name.clone());
    row.row_version = Set(row_version);
    row.update(tx.db()).await?;
    Ok(row_version)
}

/// A new draft. A colleague may begin at the same moment; whoever comes second is told that it has changed.
pub(super) async fn insert(
    tx: &WriteTx,
    keeper: &CardKeeper,
    kind: Kind,
    version: i32,
    typed: &CardText,
) -> Result<Model, StoreError> {
    let by = || keeper.actor().name.clone();
    let row = Model {
        id: Uuid::now_v7(),
        base_id: keeper.base(),
        kind: kind.code().to_owned(),
        version,
        state: CardState::Draft.code().to_owned(),
        card: String::new(),
        draft: to_json(typed),
        reason: String::new(),
        created_at: tx.now(),
        created_by: by(),
        changed_at: tx.now(),
        changed_by: by(),
        published_at: None,
        published_by: None,
        row_version: 1,
    };
    let one_of_a_number = OnConflict::columns([Column::BaseId, Column::Kind, Column::Version]).do_nothing().to_owned();
    let written = Entity::insert(ActiveModel::from(row.clone()).reset_all())
        .on_conflict(one_of_a_number)
        .exec_without_returning(tx.db())
        .await?;
    if written == 0 { Err(StoreError::Stale) } else { Ok(row) }
}
