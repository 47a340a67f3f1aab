use std::path::PathBuf;

use super::{Failure, expect_database, say, say_json};
use crate::{backup, config::Config};

/// Write database and attachments to one file; the installation may go on working.
///
/// The file is a zip archive with a manifest of hashes. It holds everything, so keep it as safe as the
/// installation itself. With PostgreSQL, `pg_dump` has to be on PATH.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard backup /backups/hatchboard-$(date +%F).zip")]
pub(super) struct Args {
    /// The file to write; it must not exist yet
    file: PathBuf,
    /// Print what was written as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    expect_database(config)?;
    let store = crate::serve::connect(config).await?;
    let outcome = backup::make(config, &store, &args.file).await?;
    store.close().await?;
    if args.json {
        return say_json(&outcome);
    }
    let file = args.file.display();
    say(format_args!("{file}: the {} database and {} files ({} bytes)", outcome.database, outcome.files, outcome.bytes))
}
