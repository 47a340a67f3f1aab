use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, Iterable, QuerySelect,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    Former, Store, StoreError,
    entity::{former_state, idempotency},
    former::row_of,
};
use crate::{
    access::Actor,
    audit::Deed,
    audit::{self, NewEvent},
};

/// What a write is meant to do, so that sending it twice does it once.
///
/// The key is minted by the server with the form. It belongs to one actor and one operation; a write that is
/// refused does not consume it.
#[derive(Debug, Clone)]
pub struct Intent {
    operation: &'static str,
    key: String,
    body_hash: String,
}

impl Intent {
    /// The longest key that is kept as it is, in bytes; one of ours is far shorter, and an index takes no long ones.
    const LONGEST_KEY: usize = 200;

    /// `body` is everything that the form says: the same key with another body is refused.
    pub fn new(operation: &'static str, key: impl Into<String>, body: &impl Serialize) -> Self {
        let body = serde_json::to_vec(body).unwrap_or_default();
        let key: String = key.into();
        let key = if key.len() > Self::LONGEST_KEY { hex(&Sha256::digest(key)) } else { key };
        Self { operation, key, body_hash: hex(&Sha256::digest(body)) }
    }

    /// For the command line and jobs, which are not sent twice by a browser.
    pub fn once(operation: &'static str) -> Self {
        Self::new(operation, Uuid::now_v7().to_string(), &())
    }
}

/// A write has begun, or has been done before.
#[derive(Debug)]
pub enum Begun {
    Fresh(WriteTx),
    /// The outcome that the first time ended with.
    Done(String),
}

/// A transaction that writes. Dropped without [`WriteTx::commit`], it leaves everything as it was.
pub struct WriteTx {
    db: DatabaseTransaction,
    now: DateTime<Utc>,
    actor: String,
    intent: Intent,
    events: Mutex<Vec<NewEvent>>,
    former: Mutex<Vec<former_state::ActiveModel>>,
}

impl std::fmt::Debug for WriteTx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WriteTx").field("intent", &self.intent).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens a write for `actor`. On SQLite it takes the write lock at once; on PostgreSQL it queues behind a
    /// write with the same key.
    pub async fn begin(&self, actor: &Actor, intent: Intent) -> Result<Begun, StoreError> {
        self.begin_at(actor, intent, self.now()).await
    }

    /// As [`Store::begin`], at a time of its own: for the demo, whose deeds lie where its story puts them.
    pub(crate) async fn begin_at(
        &self,
        actor: &Actor,
        intent: Intent,
        now: DateTime<Utc>,
    ) -> Result<Begun, StoreError> {
        let db = self.open().await?;
        let actor = actor.key();
        if db.get_database_backend() == DbBackend::Postgres {
            let digest = Sha256::digest(format!("{actor}\0{}\0{}", intent.operation, intent.key));
            let lock = i64::from_be_bytes(digest[..8].try_into().expect("a SHA-256 digest has 32 bytes"));
            db.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({lock})")).await?;
        }
        let id = (actor.clone(), intent.operation.to_owned(), intent.key.clone());
        match idempotency::Entity::find_by_id(id).one(&db).await? {
            Some(done) if done.body_hash == intent.body_hash => Ok(Begun::Done(done.outcome)),
            Some(_) => Err(StoreError::KeyReused),
            None => {
                Ok(Begun::Fresh(WriteTx { db, now, actor, intent, events: Mutex::default(), former: Mutex::default() }))
            }
        }
    }
}

impl Store {
    /// The outcome of a write that has been done already, for whatever has to be known before it begins.
    pub async fn outcome(&self, actor: &Actor, intent: &Intent) -> Result<Option<String>, StoreError> {
        let id = (actor.key(), intent.operation.to_owned(), intent.key.clone());
        match idempotency::Entity::find_by_id(id).one(self.read()).await? {
            Some(done) if done.body_hash == intent.body_hash => Ok(Some(done.outcome)),
            Some(_) => Err(StoreError::KeyReused),
            None => Ok(None),
        }
    }

    /// Opens a write that is no deed: a draft's next words, the time that a session was last seen. It leaves
    /// neither an audit event nor an idempotency record, and ends with [`WriteTx::commit_unrecorded`].
    pub async fn begin_unrecorded(&self, actor: &Actor, operation: &'static str) -> Result<WriteTx, StoreError> {
        let db = self.open().await?;
        Ok(WriteTx {
            db,
            now: self.now(),
            actor: actor.key(),
            intent: Intent::once(operation),
            events: Mutex::default(),
            former: Mutex::default(),
        })
    }

    async fn open(&self) -> Result<DatabaseTransaction, StoreError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: (self.backend() == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(self.writer.begin_with_options(options).await?)
    }
}

impl WriteTx {
    /// The connection of this transaction, for reading and writing inside of it.
    pub fn db(&self) -> &DatabaseTransaction {
        &self.db
    }

    /// One time for all that this write does.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Finds a row and holds it until the end of the write, so that what is decided on it still stands then.
    pub async fn lock<E>(&self, id: Uuid) -> Result<Option<E::Model>, StoreError>
    where
        E: EntityTrait,
        E::PrimaryKey: sea_orm::PrimaryKeyTrait<ValueType = Uuid>,
    {
        Ok(E::find_by_id(id).lock_exclusive().one(&self.db).await?)
    }

    /// Writes many rows in statements that stay below the databases' limits of parameters.
    pub async fn insert_all<A>(&self, rows: Vec<A>) -> Result<(), StoreError>
    where
        A: sea_orm::ActiveModelTrait + Send,
        <A::Entity as EntityTrait>::Column: Iterable,
    {
        let columns = <A::Entity as EntityTrait>::Column::iter().count().max(1);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let some: Vec<A> = rows.by_ref().take(30_000 / columns).collect();
            A::Entity::insert_many(some).exec_without_returning(&self.db).await?;
        }
        Ok(())
    }

    /// Keeps what counts of a record, before this write changes it, so that it can be counted as it was.
    pub(crate) fn was<T: Former>(&self, base: Uuid, record: &T) {
        self.former.lock().unwrap_or_else(PoisonError::into_inner).push(row_of(base, record, self.now));
    }

    /// Writes down a deed in the chain of a base. `subject` is the record's id, `detail` what changed.
    pub fn audit(&self, base: Uuid, actor: &Actor, deed: Deed, subject: &str, detail: &impl Serialize) {
        self.note(base.to_string(), actor, deed, subject, detail);
    }

    /// Writes down a deed that concerns the installation: accounts, calendar, bases.
    pub fn audit_installation(&self, actor: &Actor, deed: Deed, subject: &str, detail: &impl Serialize) {
        self.note(audit::INSTALLATION.to_owned(), actor, deed, subject, detail);
    }

    fn note(&self, chain: String, actor: &Actor, deed: Deed, subject: &str, detail: &impl Serialize) {
        let event = NewEvent {
            chain,
            actor: actor.name.clone(),
            account: actor.account,
            deed,
            subject: subject.to_owned(),
            detail: serde_json::to_value(detail).unwrap_or_default(),
        };
        self.events.lock().unwrap_or_else(PoisonError::into_inner).push(event);
    }

    /// Ends the write: what records were, the audit events, the idempotency record with `outcome`, then the commit.
    ///
    /// The chains' heads are locked last, so that writes of one base do not wait for each other's work.
    pub async fn commit(self, outcome: impl Into<String>) -> Result<String, StoreError> {
        let outcome = outcome.into();
        self.keep_former().await?;
        let events = self.events.into_inner().unwrap_or_else(PoisonError::into_inner);
        debug_assert!(!events.is_empty(), "a write without an audit event: {:?}", self.intent);
        audit::append(&self.db, self.now, events).await?;
        let record = idempotency::ActiveModel {
            actor: Set(self.actor),
            operation: Set(self.intent.operation.to_owned()),
            key: Set(self.intent.key),
            body_hash: Set(self.intent.body_hash),
            outcome: Set(outcome.clone()),
            at: Set(self.now),
        };
        idempotency::Entity::insert(record).exec_without_returning(&self.db).await?;
        self.db.commit().await?;
        Ok(outcome)
    }

    /// Ends a write that [`Store::begin_unrecorded`] opened.
    pub async fn commit_unrecorded(self) -> Result<(), StoreError> {
        self.keep_former().await?;
        Ok(self.db.commit().await?)
    }

    async fn keep_former(&self) -> Result<(), StoreError> {
        let former = std::mem::take(&mut *self.former.lock().unwrap_or_else(PoisonError::into_inner));
        self.insert_all(former).await
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::Intent;

    #[test]
    fn a_key_that_is_none_of_ours_is_kept_no_longer_than_one_of_ours() {
        let key = |sent: &str| Intent::new("test", sent, &()).key;
        assert_eq!(key("0198c0de"), "0198c0de");
        let (one, other) = ("a".repeat(100_000), "a".repeat(100_001));
        assert!(key(&one).len() <= Intent::LONGEST_KEY);
        assert_eq!(key(&one), key(&one));
        assert_ne!(key(&one), key(&other));
    }
}
