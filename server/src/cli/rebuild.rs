use clap::Subcommand;
use hatchboard::weekly_report::store::{
    WeeklyReportError,
    counters::{Differs, rebuild_counters},
};

use super::{Failure, open, say};
use crate::config::Config;

/// Count again what is counted with each filing.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard rebuild counters --check")]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Counters(CountersArgs),
}

/// Count every week of every base again, and put right what differs.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard rebuild counters --check")]
struct CountersArgs {
    /// Only compare; ends with 1 where something differs
    #[arg(long)]
    check: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let What::Counters(CountersArgs { check }) = args.what;
    let store = open(config).await?;
    let differs = rebuild_counters(&store, check).await.map_err(|error| match error {
        WeeklyReportError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    for Differs { base, week, counters } in &differs {
        for (name, kept, counted) in counters {
            say(format!("{base} {week} {name}: {kept} kept, {counted} counted"))?;
        }
    }
    match (differs.len(), check) {
        (0, _) => say("all counters are right"),
        (weeks, false) => say(format!("{weeks} weeks put right")),
        (weeks, true) => Err(Failure::Refused(format!("{weeks} weeks differ"))),
    }
}
