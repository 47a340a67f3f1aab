//! Having a database for oneself, so that nothing is filed in it any more.

use std::time::Duration;

use sea_orm::{ConnectionTrait, Database, DbBackend, DbErr, RuntimeErr, Statement, sqlx::sqlite::SqliteLockingMode};
use tokio::time::sleep;

use super::{Store, StoreError, postgres_options, sqlite_options};
use crate::clock::Clock;

/// Connections but our own, as far as one may see them: those of the same user.
const OTHERS: &str = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() \
    AND pid <> pg_backend_pid() AND backend_type = 'client backend' LIMIT 1";
/// Whoever has just left is seen for another moment: so often somebody has to be there.
const LOOKS: u32 = 10;
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

impl Store {
    /// Connects as [`Store::connect`] does, by one connection; `None` where somebody else has the database open. Until the
    /// store is closed, nobody else can open one of SQLite; on PostgreSQL only whoever is there already is noticed.
    pub async fn connect_alone(address: &str, clock: Clock) -> Result<Option<Self>, StoreError> {
        let mut options = if address.starts_with("sqlite:") {
            sqlite_options(address, 1, SqliteLockingMode::Exclusive)
        } else {
            postgres_options(address)
        };
        options.max_connections(1);
        let pool = match Database::connect(options).await {
            Err(error) if is_held(&error) => return Ok(None),
            connected => connected?,
        };
        let store = Self::over(pool.clone(), pool, clock, address);
        if store.backend() == DbBackend::Postgres && store.others_stay().await? {
            store.close().await?;
            return Ok(None);
        }
        Ok(Some(store))
    }

    async fn others_stay(&self) -> Result<bool, StoreError> {
        for _ in 0..LOOKS {
            let others = Statement::from_string(DbBackend::Postgres, OTHERS);
            if self.readers.query_one_raw(others).await?.is_none() {
                return Ok(false);
            }
            sleep(BETWEEN_LOOKS).await;
        }
        Ok(true)
    }
}

/// SQLite's word for a file that somebody else has open: `SQLITE_BUSY`, whatever more it says of the reason.
fn is_held(error: &DbErr) -> bool {
    const BUSY: u32 = 5;
    let DbErr::Conn(RuntimeErr::SqlxError(error)) = error else { return false };
    let Some(error) = error.as_database_error() else { return false };
    let code = error.code().and_then(|code| code.parse::<u32>().ok());
    code.is_some_and(|code| code & 0xff == BUSY)
}
