use chrono::NaiveDate;
use clap::Subcommand;
use hatchboard::{
    access::System,
    follow_up::store::{FollowUpError, Line, What, open_on},
};
use serde::Serialize;

use super::{Failure, base, open, say, say_json};
use crate::config::Config;

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

/// A visit in JSON.
#[derive(Debug, Serialize)]
struct Shown {
    organisation: String,
    code: Option<String>,
    hatched_on: NaiveDate,
    /// In months; `null` for an extra visit.
    age: Option<u32>,
    /// Why an extra visit is asked for.
    signal: Option<&'static str>,
    due: NaiveDate,
    from: NaiveDate,
    until: NaiveDate,
    /// `due` or `overdue`.
    state: &'static str,
    assigned: Option<String>,
}

impl From<Line> for Shown {
    fn from(line: Line) -> Self {
        let (age, signal) = match &line.what {
            What::Scheduled(due) => (Some(due.age.months()), None),
            What::Extra { signal, .. } => (None, Some(signal.code())),
        };
        Self {
            age,
            signal,
            due: line.what.on(),
            from: line.what.from(),
            until: line.what.until(),
            state: line.standing.code(),
            assigned: line.assigned().map(str::to_owned),
            organisation: line.name,
            code: line.code,
            hatched_on: line.hatched_on,
        }
    }
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let Question::Due(args) = args.question;
    let store = open(config).await?;
    let base = base::named(&store, &args.base).await?;
    let on = args.on.unwrap_or_else(|| base.day(store.now()));
    let reader = System::named("command: follow-up due").reader(base.id);
    let lines = open_on(&store, &reader, on).await.map_err(|error| match error {
        FollowUpError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    let shown: Vec<Shown> = lines.into_iter().map(Shown::from).collect();
    if args.json {
        return say_json(&shown);
    }
    shown.iter().try_for_each(|one| {
        let why = one.age.map_or_else(|| one.signal.unwrap_or_default().to_owned(), |age| format!("{age} months"));
        let assigned = one.assigned.as_deref().unwrap_or("-");
        say(format!("{:<8} {} .. {} {why:<14} {assigned} {}", one.state, one.from, one.until, one.organisation))
    })
}
