//! A forgotten password: a one-use link, from the operator for the staff of an organisation, from an administrator
//! for everybody.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::{
    AccountError, AccountName, Browser, Password, Place, SessionLimits, SignedIn,
    entity::{account, membership},
    hashing,
    link::{LinkKind, MadeLink, Wanted, hold, make, spend},
    record, session, sign_in, take_back,
};
use crate::{
    access::{Actor, Admin, Manager, Role},
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, WriteTx},
};

/// A link for somebody of an organisation of the manager's base.
///
/// Whoever holds the link becomes that person. So the operator makes it only for one who is nothing else than staff
/// of the base's organisations, and it is good only as long as they are: anybody with other rights turns to an
/// administrator.
pub async fn offer(store: &Store, manager: &Manager, account: Uuid, intent: Intent) -> Result<MadeLink, AccountError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(id) => return Ok(MadeLink { id: id.parse().unwrap_or_default(), token: None }),
    };
    let row = tx.lock::<account::Entity>(account).await?.ok_or(AccountError::NotFound)?;
    let place = only_place_within(&tx, &row, manager.base()).await?;
    let (id, token) = make(&tx, manager.actor(), Wanted::Reset(Box::new(row), Some(place))).await?;
    tx.commit(id.to_string()).await?;
    Ok(MadeLink { id, token: Some(token) })
}

/// A link for anybody. Whoever holds it becomes that person, so each base in which they have a role is told of it, as it is
/// when the link is used.
pub async fn offer_as_admin(
    store: &Store,
    admin: &Admin,
    account: Uuid,
    intent: Intent,
) -> Result<MadeLink, AccountError> {
    let tx = match store.begin(admin.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(id) => return Ok(MadeLink { id: id.parse().unwrap_or_default(), token: None }),
    };
    let row = tx.lock::<account::Entity>(account).await?.ok_or(AccountError::NotFound)?;
    let (account, detail) = (row.id, json!({ "kind": "reset", "account": row.id, "person": row.display_name }));
    let (id, token) = make(&tx, admin.actor(), Wanted::Reset(Box::new(row), None)).await?;
    tell_bases(&tx, admin.actor(), account, (Deed::LinkMade, id), &detail).await?;
    tx.commit(id.to_string()).await?;
    Ok(MadeLink { id, token: Some(token) })
}

/// Says in the chain of each base where an account has a role what was done with a link for it that belongs to none.
async fn tell_bases(
    tx: &WriteTx,
    actor: &Actor,
    account: Uuid,
    (deed, link): (Deed, Uuid),
    detail: &serde_json::Value,
) -> Result<(), StoreError> {
    for (_, base) in bases_of(tx, [account]).await? {
        tx.audit(base, actor, deed, &link.to_string(), detail);
    }
    Ok(())
}

/// In which bases some accounts have a role: each account with each of its bases, once.
pub(super) async fn bases_of(
    tx: &WriteTx,
    accounts: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
    let bases = membership::Entity::find()
        .select_only()
        .columns([membership::Column::AccountId, membership::Column::BaseId])
        .distinct()
        .filter(membership::Column::AccountId.is_in(accounts))
        .filter(membership::Column::EndedAt.is_null())
        .into_tuple()
        .all(tx.db())
        .await?;
    Ok(bases)
}

/// An organisation of the base that the person is staff of, where they are nothing else.
async fn only_place_within(tx: &WriteTx, row: &account::Model, base: Uuid) -> Result<Place, AccountError> {
    let memberships = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(row.id))
        .filter(membership::Column::EndedAt.is_null())
        .all(tx.db())
        .await?;
    let within = |m: &membership::Model| m.base_id == base && m.role == Role::Organisation.code();
    let organisation =
        memberships.iter().find(|m| within(m)).and_then(|m| m.organisation_id).ok_or(AccountError::NotFound)?;
    if row.is_admin || !memberships.iter().all(within) {
        return Err(AccountError::AdminOnly);
    }
    Ok(Place::Organisation { base, organisation })
}

/// Sets a new password by a link, ends every session of the account, every token of its programs and every other such link,
/// and begins a new session.
pub async fn accept(
    store: &Store,
    limits: SessionLimits,
    token: &str,
    password: &str,
    browser: &Browser,
) -> Result<SignedIn, AccountError> {
    // Judged and hashed before anything is held; the link is looked at again inside the write.
    let shown = super::link::look(store, token).await?;
    let name = AccountName::parse(shown.account_name.as_deref().unwrap_or_default())?;
    let hash = hashing::hash(&Password::judge(password, &name)?).await?;

    let holder = Actor { name: shown.made_for, account: None, role: Role::System };
    let Begun::Fresh(tx) = store.begin(&holder, Intent::once("password.reset")).await? else {
        return Err(AccountError::LinkSpent);
    };
    let link = hold(&tx, token, LinkKind::Reset).await?;
    let id = link.account_id.ok_or(AccountError::LinkSpent)?;
    let row =
        tx.lock::<account::Entity>(id).await?.filter(|row| row.disabled_at.is_none()).ok_or(AccountError::LinkSpent)?;
    if let Some(base) = link.base_id {
        // The operator's link is good for as long as the operator could make it: the person may have become more.
        match only_place_within(&tx, &row, base).await {
            Err(AccountError::NotFound | AccountError::AdminOnly) => return Err(AccountError::LinkSpent),
            outcome => outcome?,
        };
    }
    let actor = Actor { account: Some(id), ..holder };
    sign_in::forgive(&tx, &row.name).await?;
    let revoked = record::set_password(&tx, &actor, row, hash).await?;
    if link.base_id.is_none() {
        let detail = json!({ "kind": "reset", "account": id, "person": actor.name });
        tell_bases(&tx, &actor, id, (Deed::LinkUsed, link.id), &detail).await?;
    }
    spend(&tx, &actor, link, id).await?;
    take_back::resets_of(&tx, &actor, id).await?;
    let signed_in = session::begin(&tx, limits, id, browser).await?;
    let detail = json!({ "address": browser.address, "tokens_revoked": revoked });
    tx.audit_installation(&actor, Deed::PasswordReset, &id.to_string(), &detail);
    tx.commit("").await?;
    Ok(signed_in)
}
