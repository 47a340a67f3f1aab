//! Links that work once: an invitation, a forgotten password, the first administrator.
//!
//! A link is shown by GET and consumed by POST, since chat programs fetch every link. Its token is given out once,
//! when it is made, and kept hashed; whoever lost it gets a new one.

use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::{
    AccountError, Place, Token,
    entity::{account, one_time_link},
    reset::bases_of,
    token,
};
use crate::{
    access::{Actor, Admin, Manager, Role, System},
    audit::Deed,
    base, organisation,
    store::{Begun, Intent, Store, StoreError, WriteTx},
};

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    Invitation,
    Reset,
}

impl LinkKind {
    /// How long it can be used.
    pub fn lifetime(self) -> TimeDelta {
        match self {
            Self::Invitation => TimeDelta::days(7),
            Self::Reset => TimeDelta::hours(24),
        }
    }

    /// As it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reset => "reset",
        }
    }
}

impl FromStr for LinkKind {
    type Err = StoreError;
    fn from_str(code: &str) -> Result<Self, StoreError> {
        [Self::Invitation, Self::Reset]
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| StoreError::Unreadable(format!("`{code}` is no kind of link")))
    }
}

/// What an invitation makes of the one who accepts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invited {
    Admin,
    To(Place),
}

/// A link that was just made. Sent twice, the same form makes one link; the second time nobody knows its token.
#[derive(Debug)]
pub struct MadeLink {
    pub id: Uuid,
    pub token: Option<Token>,
}

/// What the page of a link shows.
#[derive(Debug, Clone)]
pub struct ShownLink {
    pub kind: LinkKind,
    /// For whom it was made, in the words of its maker.
    pub made_for: String,
    /// Empty where the program itself made it.
    pub made_by: String,
    pub expires_at: DateTime<Utc>,
    pub role: Option<Role>,
    pub base_name: Option<String>,
    pub organisation_name: Option<String>,
    /// Whose password it resets.
    pub account_name: Option<String>,
}

/// An open link in a list of them; without its token, which nobody knows.
#[derive(Debug, Clone)]
pub struct OpenLink {
    pub id: Uuid,
    pub kind: LinkKind,
    pub role: Option<Role>,
    pub base: Option<Uuid>,
    pub organisation: Option<Uuid>,
    pub account: Option<Uuid>,
    pub made_for: String,
    pub made_by: String,
    pub expires_at: DateTime<Utc>,
}

/// What the link of this token is for, without using it.
pub async fn look(store: &Store, token: &str) -> Result<ShownLink, AccountError> {
    let row =
        one_time_link::Entity::find().filter(one_time_link::Column::TokenHash.eq(token::hash(token))).one(store.read());
    let row = row.await?.filter(|row| is_open(row, store.now())).ok_or(AccountError::LinkSpent)?;
    let base = match row.base_id {
        Some(base) => base::store::by_id(store.read(), base).await?,
        None => None,
    };
    let organisation = match row.organisation_id {
        Some(id) => organisation::entity::organisation::Entity::find_by_id(id).one(store.read()).await?,
        None => None,
    };
    let account = match row.account_id {
        Some(id) => account::Entity::find_by_id(id).one(store.read()).await?,
        None => None,
    };
    Ok(ShownLink {
        kind: row.kind.parse()?,
        role: role_of(&row)?,
        made_for: row.made_for,
        made_by: row.made_by,
        expires_at: row.expires_at,
        base_name: base.map(|base| base.name),
        organisation_name: organisation.map(|organisation| organisation.name),
        account_name: account.map(|account| account.name),
    })
}

/// Takes back an open link of the manager's own base.
pub async fn revoke(store: &Store, manager: &Manager, link: Uuid, intent: Intent) -> Result<String, AccountError> {
    let belongs = |row: &one_time_link::Model| {
        row.base_id == Some(manager.base()) && row.role.as_deref() == Some(Role::Organisation.code())
    };
    revoke_where(store, manager.actor(), link, intent, belongs).await
}

/// Takes back any open link.
pub async fn revoke_as_admin(store: &Store, admin: &Admin, link: Uuid, intent: Intent) -> Result<String, AccountError> {
    revoke_where(store, admin.actor(), link, intent, |_| true).await
}

async fn revoke_where(
    store: &Store,
    actor: &Actor,
    link: Uuid,
    intent: Intent,
    belongs: impl Fn(&one_time_link::Model) -> bool,
) -> Result<String, AccountError> {
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let row = tx.lock::<one_time_link::Entity>(link).await?.filter(belongs).ok_or(AccountError::NotFound)?;
    if !is_open(&row, tx.now()) {
        return Err(AccountError::LinkSpent);
    }
    let mut revoked = row.clone().into_active_model();
    revoked.revoked_at = Set(Some(tx.now()));
    one_time_link::Entity::update(revoked).exec(tx.db()).await?;
    note_revoked(&tx, actor, &[row]).await?;
    Ok(tx.commit(link.to_string()).await?)
}

/// For the program's first start: an invitation to be the first administrator, where there is no account at all.
/// An earlier one that nobody has used is taken back, so that one is open at a time.
pub async fn first_admin(store: &Store, system: &System) -> Result<Option<Token>, AccountError> {
    let Begun::Fresh(tx) = store.begin(system.actor(), Intent::once("link.first_admin")).await? else {
        return Ok(None);
    };
    if account::Entity::find().one(tx.db()).await?.is_some() {
        return Ok(None);
    }
    one_time_link::Entity::update_many()
        .col_expr(one_time_link::Column::RevokedAt, sea_orm::sea_query::Expr::value(tx.now()))
        .filter(one_time_link::Column::UsedAt.is_null())
        .filter(one_time_link::Column::RevokedAt.is_null())
        .exec(tx.db())
        .await?;
    let (id, token) = make(&tx, system.actor(), Wanted::Invitation(Invited::Admin, String::new())).await?;
    tx.commit(id.to_string()).await?;
    Ok(Some(token))
}

/// The links that can still be used and belong to an organisation's staff or to a base's.
pub(super) async fn open(store: &Store, of: sea_orm::Condition) -> Result<Vec<OpenLink>, StoreError> {
    let rows = one_time_link::Entity::find()
        .filter(of)
        .filter(one_time_link::Column::UsedAt.is_null())
        .filter(one_time_link::Column::RevokedAt.is_null())
        .filter(one_time_link::Column::ExpiresAt.gt(store.now()))
        .order_by_desc(one_time_link::Column::CreatedAt)
        .limit(500)
        .all(store.read())
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(OpenLink {
                id: row.id,
                kind: row.kind.parse()?,
                role: role_of(&row)?,
                base: row.base_id,
                organisation: row.organisation_id,
                account: row.account_id,
                made_for: row.made_for,
                made_by: row.made_by,
                expires_at: row.expires_at,
            })
        })
        .collect()
}

/// What a link is made for.
pub(super) enum Wanted {
    /// For somebody whom the text names.
    Invitation(Invited, String),
    /// For an account; issued for the sake of a membership, or by an administrator.
    Reset(Box<account::Model>, Option<Place>),
}

/// Makes a link inside a write.
pub(super) async fn make(tx: &WriteTx, actor: &Actor, wanted: Wanted) -> Result<(Uuid, Token), AccountError> {
    let (kind, account, place, role, made_for) = match wanted {
        Wanted::Invitation(Invited::Admin, made_for) => (LinkKind::Invitation, None, None, Some(Role::Admin), made_for),
        Wanted::Invitation(Invited::To(place), made_for) => {
            place.check(tx).await?;
            (LinkKind::Invitation, None, Some(place), Some(place.role()), made_for)
        }
        Wanted::Reset(account, place) => {
            (LinkKind::Reset, Some(account.id), place, place.map(Place::role), account.display_name)
        }
    };
    let made_for: String = made_for.chars().take(80).collect();
    let detail = json!({
        "kind": kind.code(),
        "role": role,
        "organisation": place.and_then(Place::organisation),
        "account": account,
        "person": made_for,
    });
    let (id, token) = (Uuid::now_v7(), Token::draw());
    let row = one_time_link::ActiveModel {
        id: Set(id),
        token_hash: Set(token.hash()),
        kind: Set(kind.code().to_owned()),
        account_id: Set(account),
        base_id: Set(place.map(Place::base)),
        organisation_id: Set(place.and_then(Place::organisation)),
        role: Set(role.map(|role| role.code().to_owned())),
        made_for: Set(made_for),
        // Empty for the program itself, whose name says nothing to whoever opens the link.
        made_by: Set(actor.account.map(|_| actor.name.clone()).unwrap_or_default()),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + kind.lifetime()),
        used_at: Set(None),
        revoked_at: Set(None),
    };
    one_time_link::Entity::insert(row).exec_without_returning(tx.db()).await?;
    note(tx, place.map(Place::base), actor, Deed::LinkMade, id, &detail);
    Ok((id, token))
}

/// Holds the link of this token, if it can be used now.
pub(super) async fn hold(tx: &WriteTx, token: &str, kind: LinkKind) -> Result<one_time_link::Model, AccountError> {
    let row = one_time_link::Entity::find()
        .filter(one_time_link::Column::TokenHash.eq(token::hash(token)))
        .filter(one_time_link::Column::Kind.eq(kind.code()))
        .lock_exclusive()
        .one(tx.db())
        .await?;
    row.filter(|row| is_open(row, tx.now())).ok_or(AccountError::LinkSpent)
}

/// Uses up a link that is held.
pub(super) async fn spend(
    tx: &WriteTx,
    actor: &Actor,
    link: one_time_link::Model,
    account: Uuid,
) -> Result<(), StoreError> {
    let (id, base) = (link.id, link.base_id);
    let mut row = link.into_active_model();
    row.used_at = Set(Some(tx.now()));
    row.account_id = Set(Some(account));
    one_time_link::Entity::update(row).exec(tx.db()).await?;
    note(tx, base, actor, Deed::LinkUsed, id, &json!({ "account": account }));
    Ok(())
}

/// What a held invitation invites to.
pub(super) fn invited_to(link: &one_time_link::Model) -> Result<Invited, StoreError> {
    match (role_of(link)?, link.base_id, link.organisation_id) {
        (Some(Role::Admin), None, None) => Ok(Invited::Admin),
        (Some(Role::Organisation), Some(base), Some(organisation)) => {
            Ok(Invited::To(Place::Organisation { base, organisation }))
        }
        (Some(role), Some(base), None) => Ok(Invited::To(Place::Base { base, role })),
        _ => Err(StoreError::Unreadable(format!("the link {} invites to nothing", link.id))),
    }
}

/// In the chain of the base that it concerns, otherwise in the installation's.
pub(super) fn note(tx: &WriteTx, base: Option<Uuid>, actor: &Actor, deed: Deed, id: Uuid, detail: &serde_json::Value) {
    match base {
        Some(base) => tx.audit(base, actor, deed, &id.to_string(), detail),
        None => tx.audit_installation(actor, deed, &id.to_string(), detail),
    }
}

/// Says that links were taken back. A link for somebody's password that belongs to no base is told to each base in which
/// they have a role, as its making was.
pub(super) async fn note_revoked(
    tx: &WriteTx,
    actor: &Actor,
    links: &[one_time_link::Model],
) -> Result<(), StoreError> {
    let account = |row: &one_time_link::Model| row.account_id.filter(|_| row.base_id.is_none());
    let accounts: Vec<Uuid> = links.iter().filter_map(account).collect();
    let bases = if accounts.is_empty() { Vec::new() } else { bases_of(tx, accounts).await? };
    for row in links {
        note(tx, row.base_id, actor, Deed::LinkRevoked, row.id, &json!({}));
        let Some(account) = account(row) else { continue };
        let detail = json!({ "kind": row.kind, "account": account, "person": row.made_for });
        for (_, base) in bases.iter().filter(|(of, _)| *of == account) {
            tx.audit(*base, actor, Deed::LinkRevoked, &row.id.to_string(), &detail);
        }
    }
    Ok(())
}

fn is_open(row: &one_time_link::Model, now: DateTime<Utc>) -> bool {
    row.used_at.is_none() && row.revoked_at.is_none() && now < row.expires_at
}

fn role_of(row: &one_time_link::Model) -> Result<Option<Role>, StoreError> {
    let parse = |code: &String| {
        code.parse().map_err(|error: crate::access::NoSuchRole| StoreError::Unreadable(error.to_string()))
    };
    row.role.as_ref().map(parse).transpose()
}
