//! Putting the next version in force.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::super::super::{
    CardState, Kind,
    entity::scorecard_version::{ActiveModel, Entity, Model},
    read_card,
};
use super::{
    CardError, LONGEST_REASON,
    record::{find, hold_draft, standing},
};
use crate::{
    access::CardKeeper,
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version, to_json},
};

/// Puts the draft in force in the place of the version before, with a reason. From now on it never changes.
///
/// # Errors
/// [`CardError::Invalid`] with everything that stands in the way; [`CardError::NothingChanged`];
/// [`CardError::ReasonMissing`] and [`CardError::ReasonTooLong`].
pub async fn publish(
    store: &Store,
    keeper: &CardKeeper,
    kind: Kind,
    seen: i32,
    reason: &str,
    intent: Intent,
) -> Result<(), CardError> {
    let Begun::Fresh(tx) = store.begin(keeper.actor(), intent).await? else { return Ok(()) };
    let draft = hold_draft(&tx, keeper.base(), kind).await?.ok_or(CardError::NotFound)?;
    expect_version(draft.row_version, seen)?;
    let card = read_card(kind, &draft.read_draft()?).map_err(CardError::Invalid)?;
    let reason = said(reason)?;
    let before = find(tx.db(), draft.base_id, kind, CardState::Published).await?;
    if standing(before.as_ref(), kind)?.card == card {
        return Err(CardError::NothingChanged);
    }
    supersede(&tx, &draft, before, kind).await?;
    let detail = json!({ "kind": kind, "version": draft.version, "reason": reason });
    tx.audit(draft.base_id, keeper.actor(), Deed::ScorecardPublished, &draft.id.to_string(), &detail);
    let after = Model {
        state: CardState::Published.code().to_owned(),
        card: to_json(&card),
        draft: String::new(),
        reason: reason.to_owned(),
        published_at: Some(tx.now()),
        published_by: Some(keeper.actor().name.clone()),
        row_version: draft.row_version + 1,
        ..draft
    };
    after.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

fn said(reason: &str) -> Result<&str, CardError> {
    match reason.trim() {
        "" => Err(CardError::ReasonMissing),
        long if long.chars().count() > LONGEST_REASON => Err(CardError::ReasonTooLong),
        reason => Ok(reason),
    }
}

/// The version before is no longer in force. What the program ships is kept from now on as it is today.
async fn supersede(tx: &WriteTx, draft: &Model, before: Option<Model>, kind: Kind) -> Result<(), StoreError> {
    let superseded = CardState::Superseded.code().to_owned();
    if let Some(before) = before {
        let row_version = before.row_version + 1;
        let mut row = before.into_active_model();
        row.state = Set(superseded);
        row.row_version = Set(row_version);
        row.update(tx.db()).await?;
        return Ok(());
    }
    let first = standing(None, kind)?;
    let row = Model {
        id: Uuid::now_v7(),
        version: first.version,
        state: superseded,
        card: to_json(&first.card),
        draft: String::new(),
        row_version: 1,
        ..draft.clone()
    };
    Entity::insert(ActiveModel::from(row).reset_all()).exec_without_returning(tx.db()).await?;
    Ok(())
}
