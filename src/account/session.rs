//! Signed-in browsers. A session ends by sign-out, by rest, by age, and with every change of what its person may do.

use chrono::TimeDelta;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    AccountError, Token,
    entity::{account, membership, session},
    hints, record, token,
};
use crate::{
    access::{Asker, Membership},
    audit::Deed,
    base,
    organisation::entity::organisation,
    reminder::store::notice,
    store::{Begun, Intent, Store, StoreError, WriteTx},
};

/// When a session ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLimits {
    /// After so long without a request.
    pub idle: TimeDelta,
    /// After so long since the sign-in, whatever happens.
    pub absolute: TimeDelta,
}

impl Default for SessionLimits {
    fn default() -> Self {
        Self { idle: TimeDelta::hours(12), absolute: TimeDelta::days(30) }
    }
}

/// From where somebody signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Browser {
    /// The network address, as far as the trusted proxies tell.
    pub address: String,
    /// The browser's own name, shortened.
    pub device: String,
}

/// A session that has just begun. Its token goes into the cookie and is kept nowhere else.
#[derive(Debug)]
pub struct SignedIn {
    pub token: Token,
    pub account: Uuid,
}

/// A request moves the time of the last sight at most this often.
const SIGHT: TimeDelta = TimeDelta::minutes(5);

/// Who stands behind a session's token, with all they may act as; `None` where it has ended. Two statements.
pub async fn find(store: &Store, limits: SessionLimits, token: &str) -> Result<Option<Asker>, StoreError> {
    let to_account =
        session::Entity::belongs_to(account::Entity).from(session::Column::AccountId).to(account::Column::Id).into();
    let found = session::Entity::find()
        .filter(session::Column::TokenHash.eq(token::hash(token)))
        .join(JoinType::InnerJoin, to_account)
        .select_also(account::Entity)
        .one(store.read())
        .await?;
    let Some((session, Some(account))) = found else { return Ok(None) };
    let now = store.now();
    let rested = now - session.seen_at;
    if now >= session.ends_at || rested >= limits.idle || account.disabled_at.is_some() {
        return Ok(None);
    }
    let asker = asker(store, account, session.id).await?;
    if rested >= SIGHT {
        // Reading goes on where the disk is full: the session then only ends earlier than it could.
        if let Err(error) = see(store, &asker).await {
            tracing::warn!(%error, "the time of a session's last sight was not kept");
        }
    }
    Ok(Some(asker))
}

/// An account with all that it may act as now. `key` is what it came with: a session's id, or a token's.
pub(super) async fn asker(store: &Store, account: account::Model, key: Uuid) -> Result<Asker, StoreError> {
    let (memberships, unread) = memberships(store, account.id).await?;
    Ok(Asker {
        account: account.id,
        session: key,
        name: account.name,
        display_name: account.display_name,
        admin: account.is_admin,
        language: account.language,
        hints_away: hints::read(account.hints_away.as_deref()),
        unread,
        memberships,
    })
}

/// Ends the asker's own session.
pub async fn sign_out(store: &Store, asker: &Asker) -> Result<(), StoreError> {
    let actor = asker.as_themselves();
    let Begun::Fresh(tx) = store.begin(&actor, Intent::once("session.sign_out")).await? else { return Ok(()) };
    end_one(&tx, asker.session()).await?;
    tx.audit_installation(
        &actor,
        Deed::SessionEnded,
        &asker.session().to_string(),
        &json!({ "account": asker.account() }),
    );
    tx.commit("").await?;
    Ok(())
}

/// Ends every session of the asker, this one too.
pub async fn sign_out_everywhere(store: &Store, asker: &Asker, intent: Intent) -> Result<String, AccountError> {
    let actor = asker.as_themselves();
    let tx = match store.begin(&actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    tx.lock::<account::Entity>(asker.account()).await?.ok_or(AccountError::NotFound)?;
    let ended = record::end_sessions(&tx, asker.account(), None).await?;
    tx.audit_installation(&actor, Deed::SessionAllEnded, &asker.account().to_string(), &json!({ "sessions": ended }));
    Ok(tx.commit("").await?)
}

/// The open sessions of an account, the newest sight first.
pub(super) async fn open_of(
    store: &Store,
    limits: SessionLimits,
    account: Uuid,
) -> Result<Vec<session::Model>, StoreError> {
    let sessions = session::Entity::find()
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::EndsAt.gt(store.now()))
        .filter(session::Column::SeenAt.gt(store.now() - limits.idle))
        .order_by_desc(session::Column::SeenAt);
    Ok(sessions.all(store.read()).await?)
}

/// Throws away what ended over thirty days ago. Until then an ended session tells that its address is a known one.
pub async fn sweep(store: &Store) -> Result<(), StoreError> {
    let tx = store.begin_unrecorded(crate::access::System::named("job: sweep").actor(), "session.sweep").await?;
    let long_ago = tx.now() - KNOWN_FOR;
    session::Entity::delete_many().filter(session::Column::EndsAt.lt(long_ago)).exec(tx.db()).await?;
    super::entity::sign_in_delay::Entity::delete_many()
        .filter(super::entity::sign_in_delay::Column::LastAt.lt(tx.now() - super::Throttle::MEMORY))
        .exec(tx.db())
        .await?;
    tx.commit_unrecorded().await
}

/// How long an address from which an account has signed in is a known one.
pub(super) const KNOWN_FOR: TimeDelta = TimeDelta::days(30);

/// Begins a session. The caller holds the account's row.
pub(super) async fn begin(
    tx: &WriteTx,
    limits: SessionLimits,
    account: Uuid,
    browser: &Browser,
) -> Result<SignedIn, StoreError> {
    let token = Token::draw();
    let row = session::ActiveModel {
        id: Set(Uuid::now_v7()),
        token_hash: Set(token.hash()),
        account_id: Set(account),
        created_at: Set(tx.now()),
        seen_at: Set(tx.now()),
        ends_at: Set(tx.now() + limits.absolute),
        address: Set(browser.address.clone()),
        device: Set(browser.device.chars().take(200).collect()),
    };
    session::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(SignedIn { token, account })
}

pub(super) async fn end_one(tx: &WriteTx, session: Uuid) -> Result<(), StoreError> {
    session::Entity::update_many()
        .col_expr(session::Column::EndsAt, Expr::value(tx.now()))
        .filter(session::Column::Id.eq(session))
        .filter(session::Column::EndsAt.gt(tx.now()))
        .exec(tx.db())
        .await?;
    Ok(())
}

async fn see(store: &Store, asker: &Asker) -> Result<(), StoreError> {
    let tx = store.begin_unrecorded(&asker.as_themselves(), "session.seen").await?;
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::value(tx.now()))
        .filter(session::Column::Id.eq(asker.session()))
        .exec(tx.db())
        .await?;
    tx.commit_unrecorded().await
}

#[derive(Debug, FromQueryResult)]
struct Standing {
    role: String,
    base_id: Uuid,
    base_slug: String,
    base_name: String,
    organisation_id: Option<Uuid>,
    organisation_name: Option<String>,
    unread: i64,
}

/// What an account may act as, bases before organisations, in one order everywhere; and how many notices it has not read.
async fn memberships(store: &Store, account: Uuid) -> Result<(Vec<Membership>, u32), StoreError> {
    let rows = standing(membership::Column::AccountId.eq(account))
        .expr_as(notice::unread(), "unread")
        .into_model::<Standing>()
        .all(store.read())
        .await?;
    let unread = rows.first().map_or(0, |row| u32::try_from(row.unread).unwrap_or(u32::MAX));
    let memberships = rows
        .into_iter()
        .map(|row| {
            Ok(Membership {
                role: row
                    .role
                    .parse()
                    .map_err(|error: crate::access::NoSuchRole| StoreError::Unreadable(error.to_string()))?,
                base: row.base_id,
                base_slug: row.base_slug,
                base_name: row.base_name,
                organisation: row.organisation_id,
                organisation_name: row.organisation_name,
            })
        })
        .collect::<Result<_, StoreError>>()?;
    Ok((memberships, unread))
}

/// The memberships that have not ended, with the names of their places.
pub(super) fn standing(of: sea_orm::sea_query::SimpleExpr) -> sea_orm::Select<membership::Entity> {
    let to_base = membership::Entity::belongs_to(base::entity::Entity)
        .from(membership::Column::BaseId)
        .to(base::entity::Column::Id)
        .into();
    let to_organisation = membership::Entity::belongs_to(organisation::Entity)
        .from(membership::Column::OrganisationId)
        .to(organisation::Column::Id)
        .into();
    membership::Entity::find()
        .join(JoinType::InnerJoin, to_base)
        .join(JoinType::LeftJoin, to_organisation)
        .column_as(base::entity::Column::Slug, "base_slug")
        .column_as(base::entity::Column::Name, "base_name")
        .column_as(organisation::Column::Name, "organisation_name")
        .filter(of)
        .filter(membership::Column::EndedAt.is_null())
        .order_by_asc(base::entity::Column::Name)
        .order_by_asc(membership::Column::OrganisationId.is_not_null())
        .order_by_asc(organisation::Column::Name)
        .order_by_asc(membership::Column::Role)
}
