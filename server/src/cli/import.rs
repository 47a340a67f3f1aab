use std::path::PathBuf;

use clap::Subcommand;
use hatchboard::{
    access::System,
    organisation::{
        import::ImportReport,
        store::{ImportError, import_registry},
    },
};

use super::{Failure, base, open, say, say_json};
use crate::config::Config;

/// Take records in from files.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard import registry register.xlsx --base zhuzhou --dry-run")]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Registry(RegistryArgs),
}

/// Take in a register of organisations from an Excel workbook.
///
/// Rows that cannot be taken in are told with a reason, under the workbook's own numbers; the others are. A known
/// code updates its organisation, so that the same workbook twice adds nothing twice.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  hatchboard import registry register.xlsx --base zhuzhou --dry-run\n  \
    hatchboard import registry register.xlsx --base 株洲市社会组织孵化基地 --json")]
struct RegistryArgs {
    /// The workbook (xlsx or xls)
    file: PathBuf,
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// Only tell what would be done
    #[arg(long)]
    dry_run: bool,
    /// Print JSON: `{"rows":[{"row":4,"name":"…","outcome":"accepted|rejected","why":"…"}],"accepted":12,"rejected":4}`
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let What::Registry(args) = args.what;
    let store = open(config).await?;
    let base = base::named(&store, &args.base).await?;
    let unread = |error| Failure::Refused(format!("cannot read {}: {error}", args.file.display()));
    let bytes = tokio::fs::read(&args.file).await.map_err(unread)?;
    let manager = System::named("command: import registry").manager(base.id);
    let report = import_registry(&store, &manager, bytes, args.dry_run).await.map_err(|error| match error {
        ImportError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    if args.json { say_json(&report) } else { told(&report, args.dry_run) }
}

fn told(report: &ImportReport, dry_run: bool) -> Result<(), Failure> {
    for row in &report.rows {
        say(format_args!("{:>6}  {:<8}  {}  {}", row.row, row.outcome, row.name, row.why).to_string().trim_end())?;
    }
    let would = if dry_run { " (nothing was written)" } else { "" };
    say(format_args!("{} accepted, {} rejected{would}", report.accepted, report.rejected))
}
