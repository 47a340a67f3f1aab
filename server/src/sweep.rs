//! What is done by the hour: throwing away what has served its time (ended sessions, forms that came back and were not
//! sent again, registers that nobody has confirmed, workbooks of last week), freezing the facts of assessments and sealing
//! sheets when their time has come.

use std::time::Duration;

use hatchboard::{
    account::session,
    assessment::store::{AssessmentError, freeze_due, seal_due},
    base,
    evidence::Files,
    organisation::store::sweep_previews,
    store::{Store, returned},
    workbook::store::{WorkbookError, sweep as sweep_workbooks},
};
use tokio::time::{MissedTickBehavior, interval};

use crate::metrics::Metrics;

const HOUR: Duration = Duration::from_hours(1);

/// Sweeps at the start and every hour, for as long as the program runs. Several replicas may sweep at once.
pub(crate) async fn hourly(store: Store, files: Files, metrics: Metrics) {
    let mut hours = interval(HOUR);
    hours.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut begun = false;
    loop {
        hours.tick().await;
        let swept = once(&store, &files).await;
        metrics.job("sweep", swept.is_ok());
        if let Err(error) = swept {
            tracing::warn!(%error, "what has served its time was not thrown away");
        }
        // What a write depends on it settles itself, and facts are frozen as they stood at the cut-off; so nothing has to
        // be done before the first hour is over, and a clock that is set wrong when the program starts seals nothing.
        if begun {
            let settled = settle(&store).await;
            metrics.job("settle", settled.is_ok());
            if let Err(error) = settled {
                tracing::warn!(%error, "assessments were not settled");
            }
        }
        begun = true;
    }
}

/// Why a sweep asked for by name did not come to its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SweepError {
    #[error(transparent)]
    Workbooks(#[from] WorkbookError),
    #[error(transparent)]
    Assessment(#[from] AssessmentError),
}

/// All of it, once.
pub(crate) async fn now(store: &Store, files: &Files) -> Result<(), SweepError> {
    once(store, files).await?;
    Ok(settle(store).await?)
}

async fn once(store: &Store, files: &Files) -> Result<(), WorkbookError> {
    session::sweep(store).await?;
    returned::sweep(store).await?;
    sweep_previews(store).await?;
    sweep_workbooks(store, files).await
}

/// Facts whose cut-off has passed are frozen, sheets whose window is over are sealed. Whichever replica comes first does
/// it; the others find nothing due.
async fn settle(store: &Store) -> Result<(), AssessmentError> {
    for base in base::store::all(store).await? {
        freeze_due(store, base.id).await?;
        seal_due(store, base.id).await?;
    }
    Ok(())
}
