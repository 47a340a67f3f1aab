use std::path::PathBuf;

use super::{Failure, say, say_json};
use crate::{backup, config::Config};

/// Bring a backup back, into an empty place only.
///
/// `DATABASE_URL` and the folder of attachments say where to; neither may hold anything yet. Every hash is
/// checked before anything is written, and every audit chain before it is done. With PostgreSQL, `pg_restore`
/// has to be on PATH.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  DATABASE_URL=sqlite://restored/hatchboard.db HATCHBOARD_FILES=restored/files \\\n    \
    hatchboard restore /backups/hatchboard-2026-04-09.zip"
)]
pub(super) struct Args {
    /// The file that `hatchboard backup` wrote
    file: PathBuf,
    /// Print what was restored as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let outcome = backup::restore(config, &args.file).await?;
    if args.json {
        return say_json(&outcome);
    }
    let (database, files, made_at) = (outcome.database, outcome.files, outcome.made_at.format("%F %T UTC"));
    say(format_args!(
        "the {database} database and {files} files of {made_at} are back; all hashes and audit chains hold"
    ))
}
