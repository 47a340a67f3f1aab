use clap::Subcommand;
use hatchboard::{
    access::System,
    annual_target::store::{TargetError, year},
    period::Year,
};

use super::{Failure, base, open, say, say_json};
use crate::{config::Config, view::TargetView};

/// Ask for annual targets.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard target show --base zhuzhou --year 2026 --json")]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    Show(ShowArgs),
}

/// A line for each target of a year: planned and reached, quarter by quarter.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard target show --base zhuzhou --year 2026 --json")]
struct ShowArgs {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// The year, such as 2026
    #[arg(long, value_parser = clap::value_parser!(Year))]
    year: Year,
    /// Print JSON: counts in pieces, money in cents, rates in hundredths of a percent
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let Question::Show(args) = args.question;
    let store = open(config).await?;
    let base = base::named(&store, &args.base).await?;
    let reader = System::named("command: target show").reader(base.id);
    let page = year(&store, &reader, args.year).await.map_err(|error| match error {
        TargetError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    let shown: Vec<TargetView> = page.lines.into_iter().map(TargetView::from).collect();
    if args.json {
        return say_json(&shown);
    }
    shown
        .iter()
        .try_for_each(|one| say(format!("{:>12} / {:<12} {}", one.total.unwrap_or_default(), one.annual, one.name)))
}
