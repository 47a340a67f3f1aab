//! What people do with their own account.

use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;

use super::{
    AccountError, AccountName, Browser, Password, SessionLimits, SignedIn,
    entity::{account, session},
    hashing, hints, record,
    session::begin,
    sign_in::confirm,
    take_back,
};
use crate::{
    access::{Asker, Role},
    audit::Deed,
    store::{Begun, Intent, Store, StoreError},
};

/// Changes the asker's password. Every session ends, every token of a program, and every link by which it could be set; a
/// new session begins in this browser.
pub async fn change_password(
    store: &Store,
    limits: SessionLimits,
    asker: &Asker,
    present: &str,
    new: &str,
    browser: &Browser,
) -> Result<SignedIn, AccountError> {
    let new = Password::judge(new, &AccountName::parse(asker.name())?)?;
    let row = account::Entity::find_by_id(asker.account()).one(store.read()).await?.ok_or(AccountError::NotFound)?;
    confirm(store, &row, present, &browser.address).await?;
    let hash = hashing::hash(&new).await?;

    let actor = asker.as_themselves();
    let Begun::Fresh(tx) = store.begin(&actor, Intent::once("password.change")).await? else {
        return Err(StoreError::KeyReused.into());
    };
    let held = tx.lock::<account::Entity>(row.id).await?.ok_or(AccountError::NotFound)?;
    if held.password_hash != row.password_hash || held.disabled_at.is_some() {
        return Err(StoreError::Stale.into());
    }
    let revoked = record::set_password(&tx, &actor, held, hash).await?;
    take_back::resets_of(&tx, &actor, row.id).await?;
    let signed_in = begin(&tx, limits, row.id, browser).await?;
    let detail = json!({ "address": browser.address, "tokens_revoked": revoked });
    tx.audit_installation(&actor, Deed::PasswordChanged, &row.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(signed_in)
}

/// Chooses the language of the interface, by its tag.
pub async fn choose_language(store: &Store, asker: &Asker, tag: &str) -> Result<(), StoreError> {
    // How one wants to read is no deed.
    let tx = store.begin_unrecorded(&asker.as_themselves(), "account.language").await?;
    if let Some(row) = tx.lock::<account::Entity>(asker.account()).await? {
        let mut row = row.into_active_model();
        row.language = Set(Some(tag.to_owned()));
        account::Entity::update(row).exec(tx.db()).await?;
    }
    tx.commit_unrecorded().await
}

/// Puts the first steps of a role away, on every device.
pub async fn put_hints_away(store: &Store, asker: &Asker, role: Role) -> Result<(), StoreError> {
    keep_hints(store, asker, Some(role)).await
}

/// Shows the first steps of every role again.
pub async fn show_hints_again(store: &Store, asker: &Asker) -> Result<(), StoreError> {
    keep_hints(store, asker, None).await
}

/// One more role without first steps, or none.
async fn keep_hints(store: &Store, asker: &Asker, put_away: Option<Role>) -> Result<(), StoreError> {
    // What somebody wants to see is no deed.
    let tx = store.begin_unrecorded(&asker.as_themselves(), "account.hints").await?;
    if let Some(row) = tx.lock::<account::Entity>(asker.account()).await? {
        let away = put_away.map(|role| hints::with(row.hints_away.as_deref(), role));
        let mut row = row.into_active_model();
        row.hints_away = Set(away);
        account::Entity::update(row).exec(tx.db()).await?;
    }
    tx.commit_unrecorded().await
}

/// The asker's open sessions.
pub async fn sessions(store: &Store, limits: SessionLimits, asker: &Asker) -> Result<Vec<session::Model>, StoreError> {
    super::session::open_of(store, limits, asker.account()).await
}
