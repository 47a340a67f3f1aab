//! Moving everything that is kept into an empty database: from SQLite to PostgreSQL once a base has outgrown one file, or
//! back again.
//!
//! Every row of every table goes over as it is, sign-ins and leases too: whoever is signed in stays so, and a lease runs
//! out by itself, as it does after a crash. It is one transaction, and before it ends each table is read again where it has
//! arrived; so what breaks off leaves no row, and can be begun again. Files are not in the database, and stay where they are.

mod rows;
mod tables;

use serde::Serialize;

use crate::{
    access::System,
    audit::{self, Break, Checkpoint},
    store::{Store, StoreError},
    weekly_report::store::{WeeklyReportError, counters::rebuild_counters},
};

/// Why there is no move, or none to be relied upon.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    #[error("there is nothing to move: the database of the configuration has no table")]
    Nothing,
    #[error("the database to be moved has not this program's shape: `hatchboard migrate` brings it there, then move")]
    NotMigrated,
    #[error("the database to move to is not empty: a move goes into a new one only")]
    NotEmpty,
    /// They would be wrong in the new place too.
    #[error("{0} weeks have wrong counters: `hatchboard rebuild counters` puts them right, then move")]
    CountersDiffer(usize),
    /// The new database does not keep something as the old one did.
    #[error("the table `{0}` did not arrive as it was; nothing was moved")]
    Changed(&'static str),
    #[error(transparent)]
    Chain(#[from] Break),
    #[error(transparent)]
    Counters(#[from] WeeklyReportError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// In all tables.
    pub rows: u64,
    pub tables: Vec<MovedTable>,
    /// How far the audit chains have come, in the new database.
    pub audit: Vec<Checkpoint>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MovedTable {
    pub table: &'static str,
    pub rows: u64,
}

/// A database that can be moved: it has this program's shape, its audit chains hold, and its counters are right.
#[derive(Debug)]
pub struct Movable<'s>(&'s Store);

impl<'s> Movable<'s> {
    pub async fn find(store: &'s Store) -> Result<Self, MoveError> {
        if store.is_empty().await? {
            return Err(MoveError::Nothing);
        }
        if !store.is_migrated().await? {
            return Err(MoveError::NotMigrated);
        }
        check(store).await?;
        Ok(Self(store))
    }

    /// Moves everything. What is there stays as it is.
    pub async fn move_to(self, to: &Store) -> Result<Moved, MoveError> {
        expect_empty(to).await?;
        to.migrate().await?;
        let from = self.0.snapshot().await?;
        let system = System::named("command: move");
        let tx = to.begin_unrecorded(system.actor(), "move").await?;
        let mut moved = Moved { rows: 0, tables: Vec::new(), audit: Vec::new() };
        for table in tables::all() {
            let sum = table.read(&from, Some(&tx)).await?;
            if table.read(tx.db(), None).await? != sum {
                return Err(MoveError::Changed(table.name()));
            }
            moved.rows += sum.rows;
            moved.tables.push(MovedTable { table: table.name(), rows: sum.rows });
        }
        tx.commit_unrecorded().await?;
        moved.audit = check(to).await?;
        Ok(moved)
    }
}

/// Every table that is moved, and its columns.
pub fn tables() -> Vec<(&'static str, Vec<&'static str>)> {
    tables::all().iter().map(|table| (table.name(), table.columns())).collect()
}

/// Every audit chain holds and every counter is right. Gives how far the chains have come.
async fn check(store: &Store) -> Result<Vec<Checkpoint>, MoveError> {
    let heads = audit::checkpoints(store).await?;
    for head in &heads {
        audit::verify(store, &head.chain).await??;
    }
    match rebuild_counters(store, true).await?.len() {
        0 => Ok(heads),
        weeks => Err(MoveError::CountersDiffer(weeks)),
    }
}

/// No table, or none but this program's and no row in them: so a move that broke off leaves them.
async fn expect_empty(to: &Store) -> Result<(), MoveError> {
    let ours = tables();
    for table in to.tables().await? {
        if !ours.iter().any(|(name, _)| *name == table) || to.has_row_in(&table).await? {
            return Err(MoveError::NotEmpty);
        }
    }
    Ok(())
}
