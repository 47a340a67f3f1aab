//! Copying a whole database, and knowing an empty place for one.

use std::path::Path;

use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, Statement, TransactionOptions,
    TransactionTrait,
};

use super::{Store, StoreError};

impl Store {
    /// Writes the whole of an SQLite database, as it is at one moment, to a new file. Others go on reading and
    /// writing meanwhile.
    pub async fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        let file = file.to_string_lossy().replace('\'', "''");
        self.readers.execute_unprepared(&format!("VACUUM INTO '{file}'")).await?;
        Ok(())
    }

    /// Whether the database has no table yet.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        let tables = match self.backend() {
            DbBackend::Postgres => "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1",
            _ => "SELECT 1 FROM sqlite_master LIMIT 1",
        };
        let table = self.readers.query_one_raw(Statement::from_string(self.backend(), tables)).await?;
        Ok(table.is_none())
    }

    /// The names of all tables but that of the migrations.
    pub async fn tables(&self) -> Result<Vec<String>, StoreError> {
        let tables = match self.backend() {
            DbBackend::Postgres => {
                "SELECT tablename::text AS name FROM pg_tables \
                 WHERE schemaname = current_schema() AND tablename <> 'seaql_migrations'"
            }
            _ => {
                "SELECT name FROM sqlite_master \
                 WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' AND name <> 'seaql_migrations'"
            }
        };
        let tables = self.readers.query_all_raw(Statement::from_string(self.backend(), tables)).await?;
        let names: Result<_, DbErr> = tables.iter().map(|table| table.try_get::<String>("", "name")).collect();
        Ok(names?)
    }

    /// Whether one of this program's tables has a row.
    pub(crate) async fn has_row_in(&self, table: &str) -> Result<bool, StoreError> {
        let row = Statement::from_string(self.backend(), format!("SELECT 1 FROM \"{table}\" LIMIT 1"));
        Ok(self.readers.query_one_raw(row).await?.is_some())
    }

    /// The whole database as it is at one moment, whoever writes meanwhile.
    pub(crate) async fn snapshot(&self) -> Result<DatabaseTransaction, StoreError> {
        let options = match self.backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
            // Every transaction of SQLite sees one moment.
            _ => TransactionOptions::default(),
        };
        Ok(self.readers.begin_with_options(options).await?)
    }
}
