//! Copying a whole database, and knowing an empty place for one.

use std::path::Path;

use sea_orm::{ConnectionTrait, DbBackend, Statement};

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
}
