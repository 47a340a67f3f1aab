use super::{Failure, open, say};
use crate::config::Config;

/// Bring the database to this program's shape, then end.
///
/// `serve` does the same when it starts; this is for those who want to see it done first. Safe to repeat, and
/// safe to run on several machines at once.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  DATABASE_URL=sqlite://data/hatchboard.db hatchboard migrate")]
pub(super) struct Args {}

pub(super) async fn run(config: &Config, _: Args) -> Result<(), Failure> {
    let store = open(config).await?;
    store.close().await?;
    say("The database has this program's shape.")
}
