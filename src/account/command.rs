//! What the command line does with accounts.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use uuid::Uuid;

use super::{
    AccountError, AccountName, NewAccount, Token,
    admin::{self, Standing},
    entity::account,
    link::{Wanted, make},
    record,
};
use crate::{
    access::System,
    store::{Begun, Intent, Store, StoreError},
};

/// An account that was just added.
#[derive(Debug)]
pub struct Added {
    pub id: Uuid,
    /// Where no password was given: of the link by which the person sets one (`/reset/{token}`).
    pub token: Option<Token>,
}

/// One line of `account list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    pub name: String,
    pub display_name: String,
    pub admin: bool,
    pub disabled: bool,
    pub created_at: DateTime<Utc>,
}

/// `account add`
pub async fn add(store: &Store, system: &System, new: NewAccount) -> Result<Added, AccountError> {
    let hash = new.hashed().await?;
    let without_password = hash.is_none();
    let Begun::Fresh(tx) = store.begin(system.actor(), Intent::once("account.add")).await? else {
        return Err(StoreError::KeyReused.into());
    };
    let id = record::create_hashed(&tx, system.actor(), &new, hash).await?;
    let token = if without_password {
        let row = tx.lock::<account::Entity>(id).await?.ok_or(AccountError::NotFound)?;
        Some(make(&tx, system.actor(), Wanted::Reset(Box::new(row), None)).await?.1)
    } else {
        None
    };
    tx.commit(id.to_string()).await?;
    Ok(Added { id, token })
}

/// `account list`
pub async fn list(store: &Store, _system: &System) -> Result<Vec<Listed>, StoreError> {
    let rows = account::Entity::find().order_by_asc(account::Column::Name).all(store.read()).await?;
    let listed = |row: account::Model| Listed {
        name: row.name,
        display_name: row.display_name,
        admin: row.is_admin,
        disabled: row.disabled_at.is_some(),
        created_at: row.created_at,
    };
    Ok(rows.into_iter().map(listed).collect())
}

/// `account disable`: the account's sessions end at once.
pub async fn disable(store: &Store, system: &System, name: &str) -> Result<(), AccountError> {
    let row = named(store, name).await?;
    let intent = Intent::once("account.disable");
    admin::set_standing(store, &system.admin(), row.id, row.row_version, Standing::Disabled, intent).await?;
    Ok(())
}

/// `account reset`: the token of the link by which the person sets a new password (`/reset/{token}`).
pub async fn reset(store: &Store, system: &System, name: &str) -> Result<Token, AccountError> {
    let row = named(store, name).await?;
    let made =
        super::reset::offer_as_admin(store, &system.admin(), row.id, Intent::once("password.offer_reset")).await?;
    made.token.ok_or(AccountError::LinkSpent)
}

async fn named(store: &Store, name: &str) -> Result<account::Model, AccountError> {
    let name = AccountName::parse(name)?;
    let row = account::Entity::find().filter(account::Column::Name.eq(name.as_str())).one(store.read()).await?;
    row.ok_or(AccountError::NotFound)
}
