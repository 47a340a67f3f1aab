//! Who may act for what. A membership is ended, never deleted; the person's sessions end with it, and where it was one of
//! the base's team, so do the links that they made there.

use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::{
    AccountError, Place,
    entity::{account, membership},
    record, take_back,
};
use crate::{
    access::{Actor, Admin, Manager, Role},
    audit::Deed,
    store::{Begun, Intent, Store},
};

/// Gives a role to somebody else's account, and only at the beginning to one's own; gives the membership's id.
pub async fn grant(
    store: &Store,
    admin: &Admin,
    account: Uuid,
    place: Place,
    intent: Intent,
) -> Result<String, AccountError> {
    let tx = match store.begin(admin.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    if admin.actor().account == Some(account) {
        record::may_take_oneself(&tx, account, place).await?;
    }
    let id = record::grant(&tx, admin.actor(), account, place).await?;
    Ok(tx.commit(id.to_string()).await?)
}

/// Ends the membership of somebody in an organisation of the manager's base.
pub async fn end(store: &Store, manager: &Manager, membership: Uuid, intent: Intent) -> Result<String, AccountError> {
    let belongs = |row: &membership::Model| row.base_id == manager.base() && row.role == Role::Organisation.code();
    end_where(store, manager.actor(), membership, intent, belongs).await
}

/// Ends any membership.
pub async fn end_as_admin(
    store: &Store,
    admin: &Admin,
    membership: Uuid,
    intent: Intent,
) -> Result<String, AccountError> {
    end_where(store, admin.actor(), membership, intent, |_| true).await
}

async fn end_where(
    store: &Store,
    actor: &Actor,
    id: Uuid,
    intent: Intent,
    belongs: impl Fn(&membership::Model) -> bool,
) -> Result<String, AccountError> {
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let row = membership::Entity::find_by_id(id).one(tx.db()).await?.filter(&belongs).ok_or(AccountError::NotFound)?;
    // The account first, as everywhere, then the membership.
    let person = tx.lock::<account::Entity>(row.account_id).await?.ok_or(AccountError::NotFound)?.display_name;
    let row =
        tx.lock::<membership::Entity>(id).await?.filter(|row| row.ended_at.is_none()).ok_or(AccountError::NotFound)?;
    let (account, base, version) = (row.account_id, row.base_id, row.row_version);
    let of_base = row.organisation_id.is_none();
    let detail = json!({ "account": account, "person": person, "role": row.role, "organisation": row.organisation_id });
    let mut row = row.into_active_model();
    row.ended_at = Set(Some(tx.now()));
    row.row_version = Set(version + 1);
    membership::Entity::update(row).exec(tx.db()).await?;
    record::end_sessions(&tx, account, None).await?;
    tx.audit(base, actor, Deed::MembershipEnded, &id.to_string(), &detail);
    if of_base {
        take_back::links_made_by(&tx, actor, account, Some(base)).await?;
    }
    Ok(tx.commit(id.to_string()).await?)
}
