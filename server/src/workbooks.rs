//! Makes the workbooks that were asked for, one after the other, for as long as the program runs.

use std::time::Duration;

use hatchboard::{evidence::Files, store::Store, workbook::store::run_next};
use hatchboard_app::workbooks::wording;
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

/// How often it looks for what waits.
const EVERY: Duration = Duration::from_secs(2);

/// Several replicas may do so at once: a job is taken up by one of them.
pub(crate) async fn in_turn(store: Store, files: Files) {
    let by = Uuid::now_v7().to_string();
    let mut turns = interval(EVERY);
    turns.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        turns.tick().await;
        while next(&store, &files, &by).await {}
    }
}

/// Whether anything waited and was seen to.
async fn next(store: &Store, files: &Files, by: &str) -> bool {
    run_next(store, files, by, wording).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "what waits to be made was not");
        false
    })
}
