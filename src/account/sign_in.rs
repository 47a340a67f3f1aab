//! Signing in, and what slows down guessing.
//!
//! A try is counted before its password is looked at, and the count is kept in the database: fifty guesses at once
//! are fifty, on one replica or on several. What was counted for a right password is taken back.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    AccountError, AccountName, Browser, SessionLimits, SignedIn, Throttle,
    entity::{account, session, sign_in_delay},
    hashing,
    network::network,
    session::{KNOWN_FOR, begin, end_one},
};
use crate::{
    access::{Actor, Role, System},
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, WriteTx, hex},
};

/// A name and a password, as somebody typed them.
#[derive(Clone)]
pub struct Attempt {
    pub name: String,
    pub password: String,
    pub browser: Browser,
    /// The session that the browser had until now; it ends with a new one.
    pub replaces: Option<Uuid>,
}

impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Attempt").field("browser", &self.browser).finish_non_exhaustive()
    }
}

/// Signs in, or says no: in the same words and about the same time for an unknown name and a wrong password.
pub async fn sign_in(store: &Store, limits: SessionLimits, attempt: Attempt) -> Result<SignedIn, AccountError> {
    // What is no name at all is slowed down and answered like a name that nobody has.
    let name = AccountName::parse(&attempt.name).map_or_else(|_| attempt.name.to_lowercase(), String::from);
    let account = account::Entity::find().filter(account::Column::Name.eq(&name)).one(store.read()).await?;
    let counts = Counts::of(store, &name, account.as_ref(), &attempt.browser.address).await?;
    let failures = counts.take(store).await?;

    let kept = account.as_ref().filter(|account| account.disabled_at.is_none()).and_then(|a| a.password_hash.clone());
    let fits = hashing::verify(&attempt.password, kept.clone()).await?;
    let Some(account) = account.filter(|_| fits) else {
        return Err(refused(store, &name, &attempt.browser, failures).await?);
    };

    let actor = Actor { name: account.display_name, account: Some(account.id), role: Role::System };
    let Begun::Fresh(tx) = store.begin(&actor, Intent::once("session.sign_in")).await? else {
        return Err(AccountError::WrongSignIn);
    };
    // It may have been disabled, or its password changed, while the password was being looked at.
    let still = tx.lock::<account::Entity>(account.id).await?;
    if still.is_none_or(|now| now.disabled_at.is_some() || now.password_hash != kept) {
        return Err(AccountError::WrongSignIn);
    }
    counts.give_back(&tx).await?;
    if let Some(old) = attempt.replaces {
        end_one(&tx, old).await?;
    }
    let signed_in = begin(&tx, limits, account.id, &attempt.browser).await?;
    let detail = json!({ "address": attempt.browser.address, "failures_before": failures - 1 });
    tx.audit_installation(&actor, Deed::SessionSignedIn, &account.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(signed_in)
}

/// Whether the password is the account's own, for what asks for it again. Wrong ones count like wrong sign-ins.
pub(super) async fn confirm(
    store: &Store,
    account: &account::Model,
    password: &str,
    address: &str,
) -> Result<(), AccountError> {
    let counts = Counts::of(store, &account.name, Some(account), address).await?;
    counts.take(store).await?;
    if !hashing::verify(password, account.password_hash.clone()).await? {
        return Err(AccountError::WrongPassword);
    }
    let tx = store.begin_unrecorded(System::named("sign-in").actor(), "sign_in.confirmed").await?;
    counts.give_back(&tx).await?;
    Ok(tx.commit_unrecorded().await?)
}

/// Forgets the wrong sign-ins by a name: its password has been set anew.
pub(super) async fn forgive(tx: &WriteTx, name: &str) -> Result<(), StoreError> {
    let of_name = sign_in_delay::Column::Key.starts_with(name_key(name));
    sign_in_delay::Entity::delete_many().filter(of_name).exec(tx.db()).await?;
    Ok(())
}

/// Writes a failed try down. Tries that were turned away unlooked-at leave no event: those before and after tell of
/// them by their count. An unknown name is kept as its hash alone, since people type passwords into the wrong field.
async fn refused(store: &Store, name: &str, browser: &Browser, failures: u32) -> Result<AccountError, AccountError> {
    let system = System::named("sign-in");
    if let Begun::Fresh(tx) = store.begin(system.actor(), Intent::once("sign_in.refused")).await? {
        let known = account::Entity::find().filter(account::Column::Name.eq(name)).one(tx.db()).await?;
        let subject =
            known.map_or_else(|| format!("unknown:{}", &name_key(name)[5..21]), |account| account.id.to_string());
        let detail = json!({ "address": browser.address, "device": browser.device, "failures": failures });
        tx.audit_installation(system.actor(), Deed::SessionSignInRefused, &subject, &detail);
        tx.commit("").await?;
    }
    Ok(AccountError::WrongSignIn)
}

fn name_key(name: &str) -> String {
    format!("name:{}", hex(&Sha256::digest(name)))
}

/// What one try is counted under.
struct Counts {
    name: String,
    address: String,
}

impl Counts {
    /// Somebody at an address from which the account has signed in lately is counted apart from the rest of the
    /// world: strangers who guess elsewhere do not keep them out.
    async fn of(
        store: &Store,
        name: &str,
        account: Option<&account::Model>,
        address: &str,
    ) -> Result<Self, StoreError> {
        let id = account.map_or_else(Uuid::nil, |account| account.id);
        let known = session::Entity::find()
            .filter(session::Column::AccountId.eq(id))
            .filter(session::Column::Address.eq(address))
            .filter(session::Column::SeenAt.gt(store.now() - KNOWN_FOR))
            .count(store.read())
            .await?;
        let mut name = name_key(name);
        if known > 0 {
            name = format!("{name}@{address}");
        }
        Ok(Self { name, address: format!("address:{}", network(address)) })
    }

    /// Counts a try as failed, before it is looked at, or says how long to wait. Gives the failures of the name.
    async fn take(&self, store: &Store) -> Result<u32, AccountError> {
        let tx = store.begin_unrecorded(System::named("sign-in").actor(), "sign_in.counted").await?;
        // In one order everywhere, so that two tries never wait for each other in a circle.
        let address = Count::lock(&tx, &self.address).await?;
        let name = Count::lock(&tx, &self.name).await?;
        let wait = address.wait_from(tx.now()).max(name.wait_from(tx.now()));
        if wait > 0 {
            return Err(AccountError::TooManyAttempts { seconds: wait });
        }
        address.one_more(&tx, Throttle::ADDRESS).await?;
        let failures = name.one_more(&tx, Throttle::NAME).await?;
        tx.commit_unrecorded().await?;
        Ok(failures)
    }

    /// The password was right: the name's count begins anew, the address's loses this try.
    async fn give_back(&self, tx: &WriteTx) -> Result<(), StoreError> {
        let address = Count::lock(tx, &self.address).await?;
        address.one_less(tx).await?;
        sign_in_delay::Entity::delete_by_id(self.name.clone()).exec(tx.db()).await?;
        Ok(())
    }
}

/// One row of counted failures, held until the end of the write.
pub(super) struct Count(sign_in_delay::Model);

impl Count {
    pub(super) async fn lock(tx: &WriteTx, key: &str) -> Result<Self, StoreError> {
        let now = tx.now();
        let fresh = sign_in_delay::Model { key: key.to_owned(), failures: 0, last_at: now, not_before: now };
        sign_in_delay::Entity::insert(sign_in_delay::ActiveModel::from(fresh.clone()))
            .on_conflict_do_nothing()
            .exec_without_returning(tx.db())
            .await?;
        let row = sign_in_delay::Entity::find_by_id(key).lock_exclusive().one(tx.db()).await?;
        Ok(Self(row.filter(|row| now - row.last_at < Throttle::MEMORY).unwrap_or(fresh)))
    }

    /// Whole seconds from now until the next try is looked at.
    pub(super) fn wait_from(&self, now: DateTime<Utc>) -> i64 {
        ((self.0.not_before - now).num_milliseconds() + 999).max(0) / 1000
    }

    pub(super) async fn one_more(self, tx: &WriteTx, throttle: Throttle) -> Result<u32, StoreError> {
        let failures = u32::try_from(self.0.failures).unwrap_or(0) + 1;
        self.keep(tx, failures, tx.now() + throttle.wait(failures)).await?;
        Ok(failures)
    }

    async fn one_less(self, tx: &WriteTx) -> Result<(), StoreError> {
        let failures = u32::try_from(self.0.failures).unwrap_or(0).saturating_sub(1);
        self.keep(tx, failures, tx.now() + Throttle::ADDRESS.wait(failures)).await
    }

    async fn keep(self, tx: &WriteTx, failures: u32, not_before: DateTime<Utc>) -> Result<(), StoreError> {
        let row = sign_in_delay::ActiveModel {
            key: Set(self.0.key),
            failures: Set(i32::try_from(failures).unwrap_or(i32::MAX)),
            last_at: Set(tx.now()),
            not_before: Set(not_before),
        };
        row.update(tx.db()).await?;
        Ok(())
    }
}
