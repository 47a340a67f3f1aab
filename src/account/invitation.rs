//! Inviting people, and accepting an invitation: with a new account, or by the one that is signed in.

use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::{
    AccountError, Browser, NewAccount, Place, SessionLimits, SignedIn,
    entity::{account, one_time_link},
    link::{self, Invited, LinkKind, MadeLink, Wanted, hold, invited_to, make, spend},
    record, session, take_back,
};
use crate::{
    access::{Actor, Admin, Asker, Manager, Role},
    audit::Deed,
    store::{Begun, Intent, Store, WriteTx},
};

/// Invites somebody to be staff of an organisation of the manager's base.
pub async fn invite(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    made_for: &str,
    intent: Intent,
) -> Result<MadeLink, AccountError> {
    let place = Place::Organisation { base: manager.base(), organisation };
    invite_to(store, manager.actor(), Invited::To(place), made_for, intent).await
}

/// Invites somebody to anything.
pub async fn invite_as_admin(
    store: &Store,
    admin: &Admin,
    to: Invited,
    made_for: &str,
    intent: Intent,
) -> Result<MadeLink, AccountError> {
    invite_to(store, admin.actor(), to, made_for, intent).await
}

async fn invite_to(
    store: &Store,
    actor: &Actor,
    to: Invited,
    made_for: &str,
    intent: Intent,
) -> Result<MadeLink, AccountError> {
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(id) => return Ok(MadeLink { id: id.parse().unwrap_or_default(), token: None }),
    };
    let (id, token) = make(&tx, actor, Wanted::Invitation(to, made_for.trim().to_owned())).await?;
    // The token stays out of the outcome, which is kept.
    tx.commit(id.to_string()).await?;
    Ok(MadeLink { id, token: Some(token) })
}

/// Accepts an invitation with a new account, and signs it in. `new.admin` follows from the invitation.
pub async fn accept_as_new(
    store: &Store,
    limits: SessionLimits,
    token: &str,
    new: NewAccount,
    browser: &Browser,
) -> Result<SignedIn, AccountError> {
    // Hashed before anything is held, and only for whoever has a link; it is looked at again inside the write.
    link::look(store, token).await?;
    let hash = new.hashed().await?;
    // Not known to any account yet, the person is named by what they call themselves.
    let stranger = Actor { name: new.display_name.as_str().to_owned(), account: None, role: Role::System };
    let Begun::Fresh(tx) = store.begin(&stranger, Intent::once("invitation.accept")).await? else {
        return Err(AccountError::LinkSpent);
    };
    let link = hold(&tx, token, LinkKind::Invitation).await?;
    let invited = invited_to(&link)?;
    let new = NewAccount { admin: invited == Invited::Admin, ..new };
    let id = record::create_hashed(&tx, &stranger, &new, hash).await?;
    let actor = Actor { account: Some(id), role: role_of(invited), ..stranger };
    if let Invited::To(place) = invited {
        record::grant(&tx, &actor, id, place).await?;
    }
    sign_in_with(tx, limits, &actor, link, id, browser).await
}

/// Accepts an invitation with the account that is signed in, unless it has made it itself. Its sessions end, since it may
/// do more now; a new one begins.
pub async fn accept(
    store: &Store,
    limits: SessionLimits,
    token: &str,
    asker: &Asker,
    browser: &Browser,
) -> Result<SignedIn, AccountError> {
    let actor = asker.as_themselves();
    let Begun::Fresh(tx) = store.begin(&actor, Intent::once("invitation.accept")).await? else {
        return Err(AccountError::LinkSpent);
    };
    let link = hold(&tx, token, LinkKind::Invitation).await?;
    let invited = invited_to(&link)?;
    match invited {
        Invited::To(place) => {
            if take_back::is_made_by(&tx, asker.account(), link.id).await? {
                record::may_take_oneself(&tx, asker.account(), place).await?;
            }
            record::grant(&tx, &actor, asker.account(), place).await?;
        }
        Invited::Admin => become_admin(&tx, &actor, asker.account()).await?,
    }
    sign_in_with(tx, limits, &actor, link, asker.account(), browser).await
}

async fn become_admin(tx: &WriteTx, actor: &Actor, account: Uuid) -> Result<(), AccountError> {
    let row = tx.lock::<account::Entity>(account).await?.ok_or(AccountError::NotFound)?;
    if row.is_admin {
        return Err(AccountError::AlreadyMember);
    }
    let version = row.row_version;
    let mut row = row.into_active_model();
    row.is_admin = Set(true);
    row.row_version = Set(version + 1);
    account::Entity::update(row).exec(tx.db()).await?;
    tx.audit_installation(actor, Deed::AccountMadeAdmin, &account.to_string(), &json!({}));
    record::end_sessions(tx, account, None).await?;
    Ok(())
}

async fn sign_in_with(
    tx: WriteTx,
    limits: SessionLimits,
    actor: &Actor,
    link: one_time_link::Model,
    account: Uuid,
    browser: &Browser,
) -> Result<SignedIn, AccountError> {
    spend(&tx, actor, link, account).await?;
    let signed_in = session::begin(&tx, limits, account, browser).await?;
    let detail = json!({ "address": browser.address });
    tx.audit_installation(actor, Deed::SessionSignedIn, &account.to_string(), &detail);
    tx.commit("").await?;
    Ok(signed_in)
}

fn role_of(invited: Invited) -> Role {
    match invited {
        Invited::Admin => Role::Admin,
        Invited::To(place) => place.role(),
    }
}
