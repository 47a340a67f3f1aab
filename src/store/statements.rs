//! How many statements are sent to the database: the number of each page is held by a test.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use sea_orm::DatabaseConnection;

use super::Store;

/// What a store has sent since it was opened.
#[derive(Debug, Clone, Default)]
pub(super) struct Statements(Arc<AtomicU32>);

impl Statements {
    pub(super) fn watch(&self, db: &mut DatabaseConnection) {
        let sent = self.0.clone();
        db.set_metric_callback(move |_| {
            sent.fetch_add(1, Ordering::Relaxed);
        });
    }

    fn sent(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Store {
    /// Runs `work` and tells how many statements the store has sent meanwhile, whoever sent them (those that open and
    /// end a transaction not counted). A page is made in more than one task, so none of them could count alone.
    pub async fn count_statements<T>(&self, work: impl Future<Output = T>) -> (T, u32) {
        let before = self.statements.sent();
        let outcome = work.await;
        (outcome, self.statements.sent().wrapping_sub(before))
    }
}
