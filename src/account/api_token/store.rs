use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

use super::{Area, WantedToken};
use crate::{
    access::{Actor, Admin, Asker},
    account::{
        AccountError, Token,
        entity::{account, api_token},
        session::asker,
        sign_in::confirm,
        token,
    },
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, WriteTx, read_json, to_json},
};

/// A use moves the time of the last one at most this often.
const SIGHT: TimeDelta = TimeDelta::minutes(5);

/// A token that was just made. Sent twice, the same form makes one; the second time nobody knows its secret.
#[derive(Debug)]
pub struct MadeToken {
    pub id: Uuid,
    pub token: Option<Token>,
}

/// A token as its owner and administrators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownToken {
    pub id: Uuid,
    pub name: String,
    pub areas: Vec<Area>,
    pub made_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// To five minutes; `None` where it never was.
    pub used_at: Option<DateTime<Utc>>,
    /// Its time is over.
    pub ended: bool,
}

/// Whoever comes with a token.
#[derive(Debug, Clone)]
pub struct Bearer {
    /// The token's id.
    pub token: Uuid,
    /// Its owner, with what they may act as now.
    pub asker: Asker,
    pub areas: Vec<Area>,
}

/// Makes a token of the asker's own, whose password is asked for again: a browser that was left open hands out nothing that
/// outlives its session. Wrong ones count like wrong sign-ins from the address.
pub async fn make(
    store: &Store,
    asker: &Asker,
    present: &str,
    address: &str,
    wanted: WantedToken,
    intent: Intent,
) -> Result<MadeToken, AccountError> {
    let owner = account::Entity::find_by_id(asker.account()).one(store.read()).await?.ok_or(AccountError::NotFound)?;
    confirm(store, &owner, present, address).await?;
    let actor = asker.as_themselves();
    let tx = match store.begin(&actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(id) => return Ok(MadeToken { id: id.parse().unwrap_or_default(), token: None }),
    };
    let held = tx.lock::<account::Entity>(owner.id).await?.ok_or(AccountError::NotFound)?;
    // A new password revokes what it finds; this one would come after it.
    if held.password_hash != owner.password_hash || held.disabled_at.is_some() {
        return Err(StoreError::Stale.into());
    }
    let (id, token) = (Uuid::now_v7(), Token::draw());
    let WantedToken { name, areas, days } = wanted;
    let ends_at = tx.now() + TimeDelta::days(days);
    tx.audit_installation(
        &actor,
        Deed::ApiTokenMade,
        &id.to_string(),
        &json!({ "account": asker.account(), "name": name, "areas": areas, "ends_at": ends_at }),
    );
    let row = api_token::ActiveModel {
        id: Set(id),
        account_id: Set(asker.account()),
        token_hash: Set(token.hash()),
        name: Set(name),
        areas: Set(to_json(&areas)),
        made_at: Set(tx.now()),
        ends_at: Set(ends_at),
        used_at: Set(None),
        revoked_at: Set(None),
    };
    api_token::Entity::insert(row).exec_without_returning(tx.db()).await?;
    // The secret stays out of the outcome, which is kept.
    tx.commit(id.to_string()).await?;
    Ok(MadeToken { id, token: Some(token) })
}

/// The asker's tokens that nobody has revoked, the newest first: one statement.
pub async fn of_account(store: &Store, asker: &Asker) -> Result<Vec<ShownToken>, StoreError> {
    standing(store, asker.account()).await
}

/// As [`of_account`], of any account; the caller is an administrator.
pub(in crate::account) async fn standing(store: &Store, account: Uuid) -> Result<Vec<ShownToken>, StoreError> {
    let rows = api_token::Entity::find()
        .filter(api_token::Column::AccountId.eq(account))
        .filter(api_token::Column::RevokedAt.is_null())
        .order_by_desc(api_token::Column::MadeAt)
        .order_by_desc(api_token::Column::Id)
        .all(store.read())
        .await?;
    let now = store.now();
    rows.into_iter()
        .map(|row| {
            Ok(ShownToken {
                areas: read_json(&row.areas, "areas of a token")?,
                ended: now >= row.ends_at,
                id: row.id,
                name: row.name,
                made_at: row.made_at,
                ends_at: row.ends_at,
                used_at: row.used_at,
            })
        })
        .collect()
}

/// Revokes a token of the asker's own: it opens nothing any more.
pub async fn revoke(store: &Store, asker: &Asker, token: Uuid, intent: Intent) -> Result<String, AccountError> {
    revoke_where(store, &asker.as_themselves(), token, intent, |row| row.account_id == asker.account()).await
}

/// Revokes anybody's token; gives the account's id.
pub async fn revoke_as_admin(
    store: &Store,
    admin: &Admin,
    token: Uuid,
    intent: Intent,
) -> Result<String, AccountError> {
    revoke_where(store, admin.actor(), token, intent, |_| true).await
}

async fn revoke_where(
    store: &Store,
    actor: &Actor,
    token: Uuid,
    intent: Intent,
    belongs: impl Fn(&api_token::Model) -> bool,
) -> Result<String, AccountError> {
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let row = tx.lock::<api_token::Entity>(token).await?.filter(|row| row.revoked_at.is_none()).filter(belongs);
    let row = row.ok_or(AccountError::NotFound)?;
    let account = row.account_id;
    tx.audit_installation(
        actor,
        Deed::ApiTokenRevoked,
        &token.to_string(),
        &json!({ "account": account, "name": row.name }),
    );
    let mut row = row.into_active_model();
    row.revoked_at = Set(Some(tx.now()));
    api_token::Entity::update(row).exec(tx.db()).await?;
    Ok(tx.commit(account.to_string()).await?)
}

/// Revokes every token of an account that opens anything: the account has a new password, or is disabled. Gives how many.
/// The caller holds the account's row, so that none is made in between.
pub(in crate::account) async fn revoke_all(tx: &WriteTx, actor: &Actor, account: Uuid) -> Result<usize, StoreError> {
    let standing = api_token::Entity::find()
        .filter(api_token::Column::AccountId.eq(account))
        .filter(api_token::Column::RevokedAt.is_null())
        .filter(api_token::Column::EndsAt.gt(tx.now()))
        .order_by_asc(api_token::Column::Id)
        .all(tx.db())
        .await?;
    if standing.is_empty() {
        return Ok(0);
    }
    api_token::Entity::update_many()
        .col_expr(api_token::Column::RevokedAt, Expr::value(tx.now()))
        .filter(api_token::Column::Id.is_in(standing.iter().map(|row| row.id)))
        .exec(tx.db())
        .await?;
    for row in &standing {
        let detail = json!({ "account": account, "name": row.name });
        tx.audit_installation(actor, Deed::ApiTokenRevoked, &row.id.to_string(), &detail);
    }
    Ok(standing.len())
}

/// Who stands behind a token; `None` where it is none, has ended, was revoked, or its account is disabled. Two statements.
pub async fn find(store: &Store, token: &str) -> Result<Option<Bearer>, StoreError> {
    let to_account = api_token::Entity::belongs_to(account::Entity)
        .from(api_token::Column::AccountId)
        .to(account::Column::Id)
        .into();
    let found = api_token::Entity::find()
        .filter(api_token::Column::TokenHash.eq(token::hash(token)))
        .join(JoinType::InnerJoin, to_account)
        .select_also(account::Entity)
        .one(store.read())
        .await?;
    let Some((row, Some(account))) = found else { return Ok(None) };
    let now = store.now();
    if row.revoked_at.is_some() || now >= row.ends_at || account.disabled_at.is_some() {
        return Ok(None);
    }
    let asker = asker(store, account, row.id).await?;
    if row.used_at.is_none_or(|used| now - used >= SIGHT) {
        // Reading goes on where the disk is full: only its last use is then older than it was.
        if let Err(error) = see(store, &asker, row.id).await {
            tracing::warn!(%error, "the time of a token's last use was not kept");
        }
    }
    Ok(Some(Bearer { token: row.id, asker, areas: read_json(&row.areas, "areas of a token")? }))
}

async fn see(store: &Store, asker: &Asker, token: Uuid) -> Result<(), StoreError> {
    let tx = store.begin_unrecorded(&asker.as_themselves(), "api_token.used").await?;
    api_token::Entity::update_many()
        .col_expr(api_token::Column::UsedAt, Expr::value(tx.now()))
        .filter(api_token::Column::Id.eq(token))
        .exec(tx.db())
        .await?;
    tx.commit_unrecorded().await
}
