use std::str::FromStr;

use clap::Subcommand;
use hatchboard::{
    access::System,
    monthly_plan::store::{MonthlyPlanError, listing},
    period::Month,
};

use super::{Failure, base, open, say, say_json};
use crate::config::Config;

/// Ask for monthly plans.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard plan list --base zhuzhou --from 2026-01 --to 2026-03 --json")]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    List(ListArgs),
}

/// A line for each item of each plan: what was planned, what the weekly reports told, what became of it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard plan list --base zhuzhou --from 2026-01 --to 2026-03 --json")]
struct ListArgs {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// The first month, such as 2026-01
    #[arg(long, value_parser = Month::from_str)]
    from: Month,
    /// The last month, which is asked for too
    #[arg(long, value_parser = Month::from_str)]
    to: Month,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let Question::List(args) = args.question;
    if args.to < args.from {
        return Err(Failure::Usage(format!("--to {} lies before --from {}", args.to, args.from)));
    }
    let store = open(config).await?;
    let base = base::named(&store, &args.base).await?;
    let reader = System::named("command: plan list").reader(base.id);
    let items = listing::items(&store, &reader, args.from, args.to).await.map_err(|error| match error {
        MonthlyPlanError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    if args.json {
        return say_json(&items);
    }
    items.iter().try_for_each(|item| {
        say(format!(
            "{}  {:<10} {:>8} / {:<8} {:<12} {}  {}",
            item.month,
            item.state,
            item.done.unwrap_or(item.told),
            item.quantity,
            item.outcome.unwrap_or("-"),
            item.subject,
            item.what
        ))
    })
}
