use clap::Subcommand;

use super::{Failure, open, say, say_json};
use crate::{
    config::Config,
    jobs::{Done, Job, JobError, Worker},
};

/// Do timed work now, as the program does by itself while it serves.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard job run reminders --json")]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Run(RunArgs),
}

/// Run one work, once, unless another process is at it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard job run reminders --json")]
struct RunArgs {
    /// The work
    name: Job,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let What::Run(args) = args.what;
    let store = open(config).await?;
    let worker = Worker::new(store.clone(), config, config.public_url_on(config.addr.port()))?;
    let done = worker.once(args.name).await.map_err(|error| match error {
        JobError::Store(error) => Failure::Store(error),
        JobError::Files(error) => Failure::Refused(error.to_string()),
        JobError::Sweep(error) => Failure::Refused(error.to_string()),
    })?;
    store.close().await?;
    if args.json { say_json(&done) } else { say(line(&done)) }
}

fn line(done: &Done) -> String {
    if done.held_elsewhere {
        return "another process is at it".to_owned();
    }
    let Done { digests, lines, sent, failed, .. } = done;
    format!("{digests} digests with {lines} lines; by mail and robots: {sent} sent, {failed} failed")
}
