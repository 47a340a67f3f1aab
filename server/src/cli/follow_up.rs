use chrono::NaiveDate;
use clap::Subcommand;
use hatchboard::{
    access::{BaseReader, System},
    base::Base,
    follow_up::store::{FollowUpError, counted_on, open_on},
    period::Quarter,
    store::Store,
};

use super::{Failure, base, open, say, say_json};
use crate::{config::Config, view::VisitView};

/// Ask for follow-ups of the hatched.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard follow-up due --base zhuzhou --on 2026-11-23 --json")]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    Due(DueArgs),
    List(ListArgs),
}

/// A line for each visit that is due or overdue on a day.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard follow-up due --base zhuzhou --on 2026-11-23 --json")]
struct DueArgs {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// The day, such as 2026-11-23; today unless given
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// A line for each visit that a quarter is judged by: those whose window closes in it, made or not.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard follow-up list --base zhuzhou --quarter 2026-Q2 --json")]
struct ListArgs {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// The quarter, such as 2026-Q2
    #[arg(long)]
    quarter: Quarter,
    /// As they stand on this day, such as 2026-06-30; today unless given
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let store = open(config).await?;
    let (lines, json) = match args.question {
        Question::Due(args) => {
            let (base, on) = asked(&store, &args.base, args.on).await?;
            (open_on(&store, &reader(&base), on).await, args.json)
        }
        Question::List(args) => {
            let (base, on) = asked(&store, &args.base, args.on).await?;
            (counted_on(&store, &reader(&base), args.quarter, on).await, args.json)
        }
    };
    let lines = lines.map_err(|error| match error {
        FollowUpError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    let shown: Vec<VisitView> = lines.into_iter().map(VisitView::from).collect();
    if json { say_json(&shown) } else { shown.iter().try_for_each(|one| say(line(one))) }
}

async fn asked(store: &Store, base: &str, on: Option<NaiveDate>) -> Result<(Base, NaiveDate), Failure> {
    let base = base::named(store, base).await?;
    let on = on.unwrap_or_else(|| base.day(store.now()));
    Ok((base, on))
}

fn reader(base: &Base) -> BaseReader {
    System::named("command: follow-up").reader(base.id)
}

fn line(one: &VisitView) -> String {
    let why = one.age.map_or_else(|| one.signal.unwrap_or_default().to_owned(), |age| format!("{age} months"));
    let assigned = one.assigned.as_deref().unwrap_or("-");
    format!("{:<8} {} .. {} {why:<14} {assigned} {}", one.state, one.from, one.until, one.organisation)
}
