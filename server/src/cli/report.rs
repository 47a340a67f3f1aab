use std::str::FromStr;

use clap::Subcommand;
use hatchboard::{
    access::System,
    period::Week,
    weekly_report::store::{
        WeeklyReportError,
        listing::{self, ListedWeek},
    },
};

use super::{Failure, base, minute, open, say, say_json};
use crate::config::Config;

/// Ask for weekly reports.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard report list --base zhuzhou --from 2026-W01 --to 2026-W13 --json")]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    List(ListArgs),
}

/// A line for each subject and week: whether a report was expected, where it stands, how timely it came.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard report list --base zhuzhou --from 2026-W01 --to 2026-W13 --json")]
struct ListArgs {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// The first week, such as 2026-W01
    #[arg(long, value_parser = Week::from_str)]
    from: Week,
    /// The last week, which is asked for too
    #[arg(long, value_parser = Week::from_str)]
    to: Week,
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
    let reader = System::named("command: report list").reader(base.id);
    let weeks = listing::weeks(&store, &reader, args.from, args.to).await.map_err(|error| match error {
        WeeklyReportError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    if args.json { say_json(&weeks) } else { weeks.iter().try_for_each(|week| say(line(week))) }
}

fn line(week: &ListedWeek) -> String {
    let timeliness = week.timeliness.unwrap_or("-");
    let (due, filed) = (minute(week.due), minute(week.filed));
    format!(
        "{}  {:<16} {:<10} {timeliness:<8} {due:<16} {filed:<16} {}",
        week.week, week.expectation, week.state, week.subject
    )
}
