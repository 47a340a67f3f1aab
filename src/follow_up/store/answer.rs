//! The organisation's word on what was written about it.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::{FollowUpError, draft::hold, file::said};
use crate::{
    access::Member,
    audit::Deed,
    follow_up::{Action, By},
    store::{Begun, Intent, Store, expect_version},
};

/// The organisation's staff agrees with the record.
pub async fn confirm(store: &Store, member: &Member, id: Uuid, seen: i32, intent: Intent) -> Result<(), FollowUpError> {
    answer(store, member, id, seen, Action::Confirm, "", intent).await
}

/// The organisation's staff says what is wrong with it.
pub async fn comment(
    store: &Store,
    member: &Member,
    id: Uuid,
    seen: i32,
    words: &str,
    intent: Intent,
) -> Result<(), FollowUpError> {
    answer(store, member, id, seen, Action::Comment, said(words)?, intent).await
}

async fn answer(
    store: &Store,
    member: &Member,
    id: Uuid,
    seen: i32,
    action: Action,
    words: &str,
    intent: Intent,
) -> Result<(), FollowUpError> {
    let Begun::Fresh(tx) = store.begin(member.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, member.base(), member.organisation(), id).await?.row;
    let state = row.read_state()?.next(action, By::Organisation)?;
    expect_version(row.row_version, seen)?;
    let deed = if action == Action::Confirm { Deed::FollowUpConfirmed } else { Deed::FollowUpCommented };
    tx.audit(row.base_id, member.actor(), deed, &row.id.to_string(), &json!({ "words": words }));
    let next = row.row_version + 1;
    let mut row = row.into_active_model();
    row.state = Set(state.code().to_owned());
    row.answered_at = Set(Some(tx.now()));
    row.answered_by = Set(Some(member.actor().name.clone()));
    if action == Action::Comment {
        row.comment = Set(words.to_owned());
    }
    row.row_version = Set(next);
    row.update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}
