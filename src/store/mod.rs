//! What keeps the base: one SQLite file, or PostgreSQL. Reads go through [`Store::read`]; every write is a
//! [`WriteTx`], which carries its audit events and its idempotency record in the same transaction.

mod alone;
mod copy;
pub mod entity;
mod former;
mod json;
mod migration;
mod page;
pub mod returned;
mod search;
mod statements;
mod write;

pub(crate) use former::{Former, former_since};
pub(crate) use json::{read_json, to_json};
pub use page::{Onward, Page, Paging, Part};
pub(crate) use search::containing;
pub(crate) use write::hex;
pub use write::{Begun, Intent, WriteTx};

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteLockingMode, SqliteSynchronous},
};
use sea_orm_migration::MigratorTrait;

use self::statements::Statements;
use crate::clock::Clock;

/// What went wrong with keeping, apart from any rule of the base.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database answers, but not as it should.
    #[error("the database failed: {0}")]
    Database(DbErr),
    /// The database does not answer in time.
    #[error("the database cannot be reached")]
    Unavailable,
    /// Somebody saved a newer state since the caller read the row.
    #[error("the record has changed since it was read")]
    Stale,
    /// The same form has been sent before, with other contents.
    #[error("the form has been used before with other contents")]
    KeyReused,
    /// A row holds what no rule knows, such as an unknown state.
    #[error("a stored value cannot be read: {0}")]
    Unreadable(String),
    #[error("`{0}` is no database address: it begins with sqlite:// or postgres://")]
    NoSuchDatabase(String),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable,
            other => Self::Database(other),
        }
    }
}

/// A row that is changed under a version: the caller says which one they saw.
pub fn expect_version(found: i32, seen: i32) -> Result<(), StoreError> {
    if found == seen { Ok(()) } else { Err(StoreError::Stale) }
}

/// The open connections of one pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Connections {
    /// What it is for.
    pub pool: &'static str,
    pub in_use: u32,
    pub idle: u32,
}

/// The kept base. Clones share connections and clock.
#[derive(Debug, Clone)]
pub struct Store {
    readers: DatabaseConnection,
    writer: DatabaseConnection,
    clock: Clock,
    address: Arc<str>,
    statements: Statements,
}

impl Store {
    /// Connects without migrating. `address` is `sqlite://path/to/file.db` (made if missing) or `postgres://…`.
    pub async fn connect(address: &str, clock: Clock) -> Result<Self, StoreError> {
        let (readers, writer) = if address.starts_with("sqlite:") {
            // SQLite has one writer at a time: a pool of one queues writers fairly instead of by busy retries.
            let shared = |connections| sqlite_options(address, connections, SqliteLockingMode::Normal);
            (connect(shared(8)).await?, connect(shared(1)).await?)
        } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
            let pool = connect(postgres_options(address)).await?;
            (pool.clone(), pool)
        } else {
            return Err(StoreError::NoSuchDatabase(address.to_owned()));
        };
        Ok(Self::over(readers, writer, clock, address))
    }

    fn over(mut readers: DatabaseConnection, mut writer: DatabaseConnection, clock: Clock, address: &str) -> Self {
        let statements = Statements::default();
        statements.watch(&mut readers);
        statements.watch(&mut writer);
        Self { readers, writer, clock, address: address.into(), statements }
    }

    /// The same base, for whom it is always this time.
    #[must_use]
    pub(crate) fn at(&self, time: DateTime<Utc>) -> Self {
        Self { clock: Clock::standing(time), ..self.clone() }
    }

    /// As [`Self::at`], for tests.
    #[cfg(feature = "test-clock")]
    #[must_use]
    pub fn standing_at(&self, time: DateTime<Utc>) -> Self {
        self.at(time)
    }

    /// For reading outside of a write.
    pub fn read(&self) -> &DatabaseConnection {
        &self.readers
    }

    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The address that the store was opened with; may hold a password.
    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn backend(&self) -> DbBackend {
        self.readers.get_database_backend()
    }

    /// Brings the database to this program's shape. Safe to call from several replicas at once.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        self.migrate_by(None).await
    }

    /// Brings it to the shape that an earlier program gave it, whose last migration this was: for tests of what later
    /// ones make of its rows.
    #[cfg(feature = "test-clock")]
    pub async fn migrate_up_to(&self, last: &str) -> Result<(), StoreError> {
        let pending = migration::Migrations::get_pending_migrations(&self.writer).await?;
        let place = pending.iter().position(|one| one.name() == last).and_then(|place| u32::try_from(place).ok());
        let place = place.ok_or_else(|| StoreError::Unreadable(format!("no migration {last} is to come")))?;
        self.migrate_by(Some(place + 1)).await
    }

    async fn migrate_by(&self, steps: Option<u32>) -> Result<(), StoreError> {
        let lock = MigrationLock::take(self).await?;
        let outcome = migration::Migrations::up(&self.writer, steps).await;
        lock.release().await?;
        Ok(outcome?)
    }

    /// Whether every migration of this program has been applied.
    pub async fn is_migrated(&self) -> Result<bool, StoreError> {
        Ok(migration::Migrations::get_pending_migrations(&self.readers).await?.is_empty())
    }

    /// A round trip to the database, for readiness.
    pub async fn answers(&self) -> Result<(), StoreError> {
        Ok(self.readers.ping().await?)
    }

    /// How the pools of connections stand.
    pub fn connections(&self) -> Vec<Connections> {
        let of = |pool, size: u32, idle: usize| {
            let idle = u32::try_from(idle).unwrap_or(u32::MAX).min(size);
            Connections { pool, in_use: size - idle, idle }
        };
        if self.backend() == DbBackend::Sqlite {
            let (readers, writer) =
                (self.readers.get_sqlite_connection_pool(), self.writer.get_sqlite_connection_pool());
            vec![of("readers", readers.size(), readers.num_idle()), of("writer", writer.size(), writer.num_idle())]
        } else {
            let both = self.writer.get_postgres_connection_pool();
            vec![of("shared", both.size(), both.num_idle())]
        }
    }

    pub async fn close(self) -> Result<(), StoreError> {
        self.readers.close().await?;
        Ok(self.writer.close().await?)
    }
}

async fn connect(options: ConnectOptions) -> Result<DatabaseConnection, StoreError> {
    Ok(Database::connect(options).await?)
}

fn sqlite_options(address: &str, connections: u32, locking: SqliteLockingMode) -> ConnectOptions {
    // Whoever wants the file alone does not wait until others have gone.
    let patience = if locking == SqliteLockingMode::Exclusive { Duration::ZERO } else { Duration::from_secs(5) };
    let mut options = ConnectOptions::new(address);
    options
        .max_connections(connections)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .create_if_missing(true)
                .locking_mode(locking)
                .journal_mode(SqliteJournalMode::Wal)
                // An acknowledged filing survives a power cut.
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(patience)
                .foreign_keys(true)
                // Large reads are two to four times faster than with the small default.
                .row_buffer_size(1024)
        });
    options
}

fn postgres_options(address: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(address);
    options.max_connections(16).acquire_timeout(Duration::from_secs(5)).sqlx_logging(false);
    options
}

/// Held while migrating, so that a second replica waits instead of migrating too.
///
/// On PostgreSQL it belongs to a transaction, which keeps its connection until the end. A lock of a session would have
/// to be given back by the connection that took it, and a pool hands out any: the second replica would wait for good.
struct MigrationLock(Option<DatabaseTransaction>);

impl MigrationLock {
    /// Any number, the same in every release.
    const KEY: i64 = 0x4861_7463_6862;

    async fn take(store: &Store) -> Result<Self, StoreError> {
        if store.backend() != DbBackend::Postgres {
            return Ok(Self(None));
        }
        let transaction = store.writer.begin().await?;
        transaction.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({})", Self::KEY)).await?;
        Ok(Self(Some(transaction)))
    }

    async fn release(self) -> Result<(), StoreError> {
        match self.0 {
            Some(transaction) => Ok(transaction.commit().await?),
            None => Ok(()),
        }
    }
}
