//! Throwing away what has served its time: ended sessions, forms that came back and were not sent again.

use std::time::Duration;

use hatchboard::{
    account::session,
    store::{Store, StoreError, returned},
};
use tokio::time::{MissedTickBehavior, interval};

const HOUR: Duration = Duration::from_hours(1);

/// Sweeps at the start and every hour, for as long as the program runs. Several replicas may sweep at once.
pub(crate) async fn hourly(store: Store) {
    let mut hours = interval(HOUR);
    hours.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        hours.tick().await;
        if let Err(error) = once(&store).await {
            tracing::warn!(%error, "what has served its time was not thrown away");
        }
    }
}

async fn once(store: &Store) -> Result<(), StoreError> {
    session::sweep(store).await?;
    returned::sweep(store).await
}
