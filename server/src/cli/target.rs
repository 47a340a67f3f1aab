use clap::Subcommand;
use hatchboard::{
    access::System,
    annual_target::store::{TargetError, TargetLine, year},
    period::Year,
};
use serde::Serialize;

use super::{Failure, base, open, say, say_json};
use crate::config::Config;

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

/// A target in JSON.
#[derive(Debug, Serialize)]
struct Shown {
    code: String,
    name: String,
    measure: &'static str,
    unit: String,
    rule: &'static str,
    owner: String,
    annual: i64,
    split: [i64; 4],
    /// `null` where nothing is known.
    actual: [Option<i64>; 4],
    total: Option<i64>,
    /// Of the plan, in hundredths of a percent.
    achieved: u32,
    forecast: Option<i64>,
    /// Entries that wait for the bureau and count nowhere.
    pending: u32,
}

impl From<TargetLine> for Shown {
    fn from(line: TargetLine) -> Self {
        let TargetLine { target, actual, progress, pending } = line;
        Self {
            measure: target.measure.code(),
            rule: target.rule.code(),
            total: actual.total(target.measure),
            actual: actual.quarters,
            code: target.code,
            name: target.name,
            unit: target.unit,
            owner: target.owner,
            annual: target.annual,
            split: target.split,
            achieved: progress.achieved,
            forecast: progress.forecast,
            pending,
        }
    }
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
    let shown: Vec<Shown> = page.lines.into_iter().map(Shown::from).collect();
    if args.json {
        return say_json(&shown);
    }
    shown
        .iter()
        .try_for_each(|one| say(format!("{:>12} / {:<12} {}", one.total.unwrap_or_default(), one.annual, one.name)))
}
