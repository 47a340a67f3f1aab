//! What an administrator sees and does with accounts.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    AccountError, SessionLimits,
    api_token::{self, ShownToken},
    entity::{account, membership, one_time_link, session},
    link::{self, OpenLink},
    record,
    session::{end_one, open_of, standing},
    take_back,
};
use crate::{
    access::Admin,
    audit::Deed,
    store::{Begun, Intent, Page, Paging, Store, StoreError, containing, expect_version},
};

/// Which accounts to list.
#[derive(Debug, Clone, Default)]
pub struct AccountsAsked {
    /// Part of the account's name or of the person's.
    pub search: String,
    pub which: Which,
    pub paging: Paging,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    #[default]
    All,
    Admins,
    Disabled,
    /// In no base and no administrator: nothing that they may do.
    Idle,
}

/// Accounts of a page.
pub const PER_PAGE: u64 = 25;

/// A line of the list.
#[derive(Debug, Clone)]
pub struct ListedAccount {
    pub account: account::Model,
    /// Its standing memberships.
    pub places: Vec<MembershipShown>,
}

/// A membership with the names of its place.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct MembershipShown {
    pub id: Uuid,
    pub account_id: Uuid,
    pub role: String,
    pub since: DateTime<Utc>,
    pub base_id: Uuid,
    pub base_slug: String,
    pub base_name: String,
    pub organisation_id: Option<Uuid>,
    pub organisation_name: Option<String>,
}

/// Lists accounts by name, a page at a time. Three statements.
pub async fn accounts(store: &Store, _admin: &Admin, asked: &AccountsAsked) -> Result<Page<ListedAccount>, StoreError> {
    let found = account::Entity::find().filter(condition(asked));
    let total = found.clone().count(store.read()).await?;
    let rows = found
        .order_by_asc(account::Column::Name)
        .offset(asked.paging.offset())
        .limit(asked.paging.size)
        .all(store.read())
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let places =
        standing(membership::Column::AccountId.is_in(ids)).into_model::<MembershipShown>().all(store.read()).await?;
    let rows = rows
        .into_iter()
        .map(|account| {
            let places = places.iter().filter(|place| place.account_id == account.id).cloned().collect();
            ListedAccount { account, places }
        })
        .collect();
    Ok(Page { rows, total })
}

fn condition(asked: &AccountsAsked) -> Condition {
    let search = asked.search.trim().to_lowercase();
    let mut all = Condition::all();
    if !search.is_empty() {
        let either = account::Column::Name
            .like(containing(&search))
            .or(account::Column::DisplayName.like(containing(asked.search.trim())));
        all = all.add(either);
    }
    match asked.which {
        Which::All => all,
        Which::Admins => all.add(account::Column::IsAdmin.eq(true)),
        Which::Disabled => all.add(account::Column::DisabledAt.is_not_null()),
        Which::Idle => {
            use sea_orm::QueryTrait;
            let somewhere = membership::Entity::find()
                .select_only()
                .column(membership::Column::AccountId)
                .filter(membership::Column::EndedAt.is_null())
                .into_query();
            all.add(account::Column::IsAdmin.eq(false)).add(account::Column::Id.not_in_subquery(somewhere))
        }
    }
}

/// One account, with everything that hangs on it.
#[derive(Debug, Clone)]
pub struct AccountFile {
    pub account: account::Model,
    pub memberships: Vec<MembershipShown>,
    pub sessions: Vec<session::Model>,
    pub links: Vec<OpenLink>,
    pub tokens: Vec<ShownToken>,
}

/// Five statements.
pub async fn account(
    store: &Store,
    limits: SessionLimits,
    _admin: &Admin,
    id: Uuid,
) -> Result<Option<AccountFile>, StoreError> {
    let Some(account) = account::Entity::find_by_id(id).one(store.read()).await? else { return Ok(None) };
    let memberships =
        standing(membership::Column::AccountId.eq(id)).into_model::<MembershipShown>().all(store.read()).await?;
    let sessions = open_of(store, limits, id).await?;
    let links = link::open(store, Condition::all().add(one_time_link::Column::AccountId.eq(id))).await?;
    let tokens = api_token::standing(store, id).await?;
    Ok(Some(AccountFile { account, memberships, sessions, links, tokens }))
}

/// The open invitations of the installation.
pub async fn invitations(store: &Store, _admin: &Admin) -> Result<Vec<OpenLink>, StoreError> {
    link::open(store, Condition::all().add(one_time_link::Column::Kind.eq(link::LinkKind::Invitation.code()))).await
}

/// What an administrator can make of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Disabled,
    Enabled,
    Admin,
    NoAdmin,
}

impl Standing {
    fn deed(self) -> Deed {
        match self {
            Self::Disabled => Deed::AccountDisabled,
            Self::Enabled => Deed::AccountEnabled,
            Self::Admin => Deed::AccountMadeAdmin,
            Self::NoAdmin => Deed::AccountUnmadeAdmin,
        }
    }
}

/// Disables, enables, makes or unmakes an administrator. The account's sessions end with each; where it may do less
/// afterwards, the open links that it has made are taken back. Disabling revokes the tokens of its programs for good.
pub async fn set_standing(
    store: &Store,
    admin: &Admin,
    account: Uuid,
    seen: i32,
    to: Standing,
    intent: Intent,
) -> Result<String, AccountError> {
    let tx = match store.begin(admin.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    // All administrators are held, so that two of them cannot disable each other at once.
    let admins = record::lock_admins(&tx).await?;
    let row = tx.lock::<account::Entity>(account).await?.ok_or(AccountError::NotFound)?;
    expect_version(row.row_version, seen)?;
    let leaves = matches!(to, Standing::Disabled | Standing::NoAdmin);
    if leaves && row.is_admin && admins.iter().all(|other| other.id == account) {
        return Err(AccountError::LastAdmin);
    }
    let mut changed = row.into_active_model();
    match to {
        Standing::Disabled => changed.disabled_at = Set(Some(tx.now())),
        Standing::Enabled => changed.disabled_at = Set(None),
        Standing::Admin => changed.is_admin = Set(true),
        Standing::NoAdmin => changed.is_admin = Set(false),
    }
    changed.row_version = Set(seen + 1);
    account::Entity::update(changed).exec(tx.db()).await?;
    let ended = record::end_sessions(&tx, account, None).await?;
    let revoked = if to == Standing::Disabled { api_token::revoke_all(&tx, admin.actor(), account).await? } else { 0 };
    let detail = json!({ "sessions_ended": ended, "tokens_revoked": revoked });
    tx.audit_installation(admin.actor(), to.deed(), &account.to_string(), &detail);
    if leaves {
        take_back::links_made_by(&tx, admin.actor(), account, None).await?;
    }
    Ok(tx.commit(account.to_string()).await?)
}

/// Ends one session of anybody.
pub async fn end_session(store: &Store, admin: &Admin, session: Uuid, intent: Intent) -> Result<String, AccountError> {
    let tx = match store.begin(admin.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let row = tx.lock::<session::Entity>(session).await?.ok_or(AccountError::NotFound)?;
    end_one(&tx, session).await?;
    tx.audit_installation(
        admin.actor(),
        Deed::SessionEnded,
        &session.to_string(),
        &json!({ "account": row.account_id }),
    );
    Ok(tx.commit(row.account_id.to_string()).await?)
}

/// Ends every session of an account.
pub async fn end_sessions(store: &Store, admin: &Admin, account: Uuid, intent: Intent) -> Result<String, AccountError> {
    let tx = match store.begin(admin.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    tx.lock::<account::Entity>(account).await?.ok_or(AccountError::NotFound)?;
    let ended = record::end_sessions(&tx, account, None).await?;
    tx.audit_installation(admin.actor(), Deed::SessionAllEnded, &account.to_string(), &json!({ "sessions": ended }));
    Ok(tx.commit(account.to_string()).await?)
}
